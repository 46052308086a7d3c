// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/grams.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "engine/search/korean.hpp"
#include "engine/search/words.hpp"

namespace dure::search {
namespace {

void add_word(const std::u32string& word, std::vector<Gram>& grams) {
    if (word.empty()) return;
    const std::u32string padded = U' ' + word + U' ';
    for (std::size_t i = 0; i + 2 < padded.size(); ++i) {
        grams.push_back(static_cast<Gram>(padded[i]) << 42 | static_cast<Gram>(padded[i + 1]) << 21 |
                        padded[i + 2]);
    }
}

using Counts = std::vector<std::pair<std::uint32_t, float>>;

class Space {
  public:
    Counts counted(const std::string& text) {
        std::vector<std::uint32_t> ids;
        for (const Gram g : grams_of(text)) {
            ids.push_back(numbers_.try_emplace(g, static_cast<std::uint32_t>(numbers_.size())).first->second);
        }
        std::sort(ids.begin(), ids.end());
        Counts counts;
        for (const std::uint32_t id : ids) {
            if (counts.empty() || counts.back().first != id) {
                counts.emplace_back(id, 0.F);
                if (frequency_.size() < numbers_.size()) frequency_.resize(numbers_.size());
                ++frequency_[id];
            }
            ++counts.back().second;
        }
        ++texts_;
        return counts;
    }

    void weigh(GramVector& v) const {
        double square = 0;
        for (auto& [id, weight] : v) {
            const double rarity = std::log((1.0 + texts_) / (1.0 + frequency_[id])) + 1;
            weight = static_cast<float>((1 + std::log(weight)) * rarity);
            square += static_cast<double>(weight) * weight;
        }
        for (auto& [id, weight] : v) weight = static_cast<float>(weight / std::sqrt(square));
    }

    std::uint32_t size() const { return static_cast<std::uint32_t>(numbers_.size()); }

  private:
    std::unordered_map<Gram, std::uint32_t> numbers_;
    std::vector<std::uint32_t> frequency_;
    std::uint32_t texts_ = 0;
};

/// The records of one side by the grams that may propose them.
class Proposer {
  public:
    Proposer(const std::vector<GramVector>& side, std::uint32_t grams)
        : side_(side), postings_(grams), sums_(side.size()) {
        for (std::uint32_t r = 0; r < side.size(); ++r) {
            for (const auto& [id, weight] : side[r]) postings_[id].emplace_back(r, weight);
        }
        const std::size_t most = std::max<std::size_t>(2000, side.size() / 10);
        for (auto& p : postings_) {
            if (p.size() > most) p = {};
        }
    }

    /// The most alike but `self`.
    std::vector<std::uint32_t> best(const GramVector& asked, std::size_t each, float least,
                                    std::uint32_t self) {
        touched_.clear();
        for (const auto& [id, weight] : asked) {
            for (const auto& [r, other] : postings_[id]) {
                if (sums_[r] == 0) touched_.push_back(r);
                sums_[r] += weight * other;
            }
        }
        std::vector<std::pair<float, std::uint32_t>> ranked;
        for (const std::uint32_t r : touched_) {
            if (r != self) ranked.emplace_back(-sums_[r], r);
            sums_[r] = 0;
        }
        keep(ranked, 3 * each);
        for (auto& [score, r] : ranked) score = -likeness(asked, side_[r]);
        keep(ranked, each);
        std::vector<std::uint32_t> found;
        for (const auto& [score, r] : ranked) {
            if (-score >= least) found.push_back(r);
        }
        return found;
    }

  private:
    static void keep(std::vector<std::pair<float, std::uint32_t>>& ranked, std::size_t most) {
        const auto n = static_cast<std::ptrdiff_t>(std::min(most, ranked.size()));
        std::partial_sort(ranked.begin(), ranked.begin() + n, ranked.end());
        ranked.resize(static_cast<std::size_t>(n));
    }

    const std::vector<GramVector>& side_;
    std::vector<std::vector<std::pair<std::uint32_t, float>>> postings_;
    std::vector<float> sums_;
    std::vector<std::uint32_t> touched_;
};

}  // namespace

std::vector<Gram> grams_of(const std::string& text) {
    std::vector<Gram> grams;
    std::u32string word;
    std::uint32_t end = 0;
    for (const Word& w : words_of(text)) {
        const bool apart = text.find_first_of(" \t\r\n", end) < w.begin;
        if (apart) {
            add_word(word, grams);
            word.clear();
        }
        word += w.script == Script::hangul ? romanized(w.text) : w.text;
        end = w.end;
    }
    add_word(word, grams);
    return grams;
}

GramSpace gram_space(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    Space space;
    GramSpace made;
    for (const std::string& text : left) made.left.push_back(space.counted(text));
    for (const std::string& text : right) made.right.push_back(space.counted(text));
    for (GramVector& v : made.left) space.weigh(v);
    for (GramVector& v : made.right) space.weigh(v);
    made.grams = space.size();
    return made;
}

float likeness(const GramVector& a, const GramVector& b) {
    float sum = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (i->first == j->first) {
            sum += i++->second * j++->second;
        } else if (i->first < j->first) {
            ++i;
        } else {
            ++j;
        }
    }
    return std::min(sum, 1.F);
}

std::vector<Candidate> candidates(const GramSpace& space, std::size_t each, float least, bool same) {
    constexpr std::uint32_t kNobody = 0xFFFFFFFF;
    std::vector<Candidate> found;
    Proposer right(space.right, space.grams);
    for (std::uint32_t l = 0; l < space.left.size(); ++l) {
        for (const std::uint32_t r : right.best(space.left[l], each, least, same ? l : kNobody)) {
            found.push_back(same ? Candidate{std::min(l, r), std::max(l, r)} : Candidate{l, r});
        }
    }
    if (!same) {
        Proposer left(space.left, space.grams);
        for (std::uint32_t r = 0; r < space.right.size(); ++r) {
            for (const std::uint32_t l : left.best(space.right[r], each, least, kNobody)) {
                found.push_back({l, r});
            }
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace dure::search
