// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/directory.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "engine/search/linkage/company.hpp"
#include "engine/search/linkage/grams.hpp"
#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

constexpr double kShare = 0.1;       // of the entries that have a double
constexpr double kWorld = 40'000;    // a list is a sample of so many, see CompanyNames
constexpr std::size_t kEach = 5;     // candidates of a name
constexpr float kLeastLike = 0.2F;   // of a candidate's name
constexpr std::size_t kShared = 20;  // a key that more have is a platform's or a parent's

// Among doubles: one in fifteen has another name by now, or its name in another language; one in thirty a
// mistyped or second number; one in four another host, one in fifty another country.
constexpr double kOtherName = -6, kOtherNumber = -5, kOtherHost = -2, kOtherCountry = -5.6;
constexpr double kSameNumber = 23;  // a number is given once; strangers share one by mistake only
constexpr double kMostOfAddress = 6, kMostOfCity = 1, kOtherAddress = -1;

using Words = std::vector<std::u32string>;

std::string joined(const Words& words) {
    std::string text;
    for (const auto& w : words) text += to_utf8(w) + ' ';
    return text;
}

class Directory {
  public:
    explicit Directory(const std::vector<DirectoryEntry>& entries) : entries_(entries) {
        for (std::uint32_t e = 0; e < entries.size(); ++e) {
            words_.emplace_back();
            Words all;
            for (const auto& name : entries[e].names) {
                words_.back().push_back(company_words(name));
                const Words& words = words_.back().back();
                all.insert(all.end(), words.begin(), words.end());
                owners_.push_back(e);
                told_.push_back(joined(words));
            }
            names_.count(all);
            addresses_.push_back(entries[e].address);
            ++countries_[entries[e].country];
            ++hosts_[entries[e].web_host];
            ++sharing_[entries[e].address];
        }
        space_ = gram_space(addresses_, {});
    }

    std::vector<Candidate> pairs() const {
        std::vector<Candidate> found;
        const auto add = [&](std::uint32_t a, std::uint32_t b) {
            if (a != b) found.push_back({std::min(a, b), std::max(a, b)});
        };
        const GramSpace names = gram_space(told_, told_);
        for (const auto& c : candidates(names, kEach, kLeastLike, true))
            add(owners_[c.left], owners_[c.right]);
        std::unordered_map<std::string, std::vector<std::uint32_t>> by_key;
        for (std::uint32_t e = 0; e < entries_.size(); ++e) {
            if (!entries_[e].registration.empty()) by_key['r' + entries_[e].registration].push_back(e);
            if (!entries_[e].web_host.empty()) by_key['w' + entries_[e].web_host].push_back(e);
        }
        for (std::size_t i = 0; i < told_.size(); ++i) by_key['n' + told_[i]].push_back(owners_[i]);
        for (const auto& [key, sharers] : by_key) {
            if (sharers.size() > kShared) continue;
            for (std::size_t i = 0; i < sharers.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) add(sharers[i], sharers[j]);
        }
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    DirectoryPair weighed(const Candidate& pair) const {
        const DirectoryEntry &a = entries_[pair.left], &b = entries_[pair.right];
        DirectoryPair made{.left = pair.left, .right = pair.right};
        const auto add = [&](Evidence of, double bits, const std::string& x, const std::string& y) {
            made.parts.push_back({.of = of, .bits = bits, .left = x, .right = y});
        };
        add(Evidence::start, std::log2(kShare / (1 - kShare)) - chance(), {}, {});
        made.parts.push_back(names_of(pair));
        if (!a.registration.empty() && !b.registration.empty())
            add(Evidence::registration, a.registration == b.registration ? kSameNumber : kOtherNumber,
                a.registration, b.registration);
        if (!a.web_host.empty() && !b.web_host.empty())
            add(Evidence::web, a.web_host == b.web_host ? rarity(hosts_.at(a.web_host)) : kOtherHost,
                a.web_host, b.web_host);
        if (!a.country.empty() && !b.country.empty()) {
            const double all = static_cast<double>(entries_.size());
            add(Evidence::country,
                a.country == b.country ? std::log2(all / countries_.at(a.country)) : kOtherCountry, a.country,
                b.country);
        }
        if (!a.address.empty() && !b.address.empty()) {
            const double like = likeness(space_.left[pair.left], space_.left[pair.right]);
            add(Evidence::address, kOtherAddress + (told_by(a.address) - kOtherAddress) * like, a.address,
                b.address);
        }
        for (const Part& part : made.parts) made.weight += part.bits;
        return made;
    }

  private:
    double chance() const { return std::log2(1.0 + static_cast<double>(entries_.size())); }

    /// Of a host that `count` entries have: one that many share is a platform's.
    double rarity(int count) const {
        return std::log2((static_cast<double>(entries_.size()) + kWorld) / (count + 0.5)) -
               2 * std::log2(count / 2.0);
    }

    /// What an equal address says: much with a number in it, little of a city alone, less the more share it.
    double told_by(const std::string& address) const {
        const bool numbered = address.find_first_of("0123456789") != std::string::npos;
        const double shared = std::log2(std::max(sharing_.at(address), 2) / 2.0);
        return std::max((numbered ? kMostOfAddress : kMostOfCity) - shared, 0.0);
    }

    /// The two names, one of each, that are the most alike.
    Part names_of(const Candidate& pair) const {
        Part best{.of = Evidence::name, .bits = -1e9};
        const auto &left = words_[pair.left], &right = words_[pair.right];
        for (std::size_t i = 0; i < left.size(); ++i) {
            for (std::size_t j = 0; j < right.size(); ++j) {
                const double bits = names_.bits(left[i], right[j]) + chance();
                if (bits <= best.bits) continue;
                best.bits = bits;
                best.left = entries_[pair.left].names[i];
                best.right = entries_[pair.right].names[j];
            }
        }
        best.bits = std::max(best.bits, kOtherName);
        return best;
    }

    const std::vector<DirectoryEntry>& entries_;
    std::vector<std::vector<Words>> words_;  // of each entry's names
    std::vector<std::uint32_t> owners_;      // of each name in told_
    std::vector<std::string> told_, addresses_;
    CompanyNames names_;
    GramSpace space_;
    std::unordered_map<std::string, int> countries_, hosts_, sharing_;
};

}  // namespace

std::vector<DirectoryPair> doubles_in(const std::vector<DirectoryEntry>& entries, double least) {
    const Directory directory(entries);
    std::vector<DirectoryPair> found;
    for (const Candidate& pair : directory.pairs()) {
        DirectoryPair one = directory.weighed(pair);
        if (one.weight >= least) found.push_back(std::move(one));
    }
    std::sort(found.begin(), found.end(), [](const DirectoryPair& a, const DirectoryPair& b) {
        if (a.weight != b.weight) return a.weight > b.weight;
        return a.left != b.left ? a.left < b.left : a.right < b.right;
    });
    return found;
}

}  // namespace dure::search
