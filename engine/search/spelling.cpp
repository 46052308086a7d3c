// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/search/edits.hpp"
#include "engine/search/index.hpp"
#include "engine/search/korean.hpp"
#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

constexpr std::size_t kShortest = 4;
constexpr std::size_t kLong = 12;
constexpr std::size_t kLeastBegun = 2;

/// The keys pressed for a word term; empty for other terms.
std::u32string keys_of(std::string_view key) {
    if (key.empty() || key.front() != kWordTerm) return {};
    return letters_of(to_utf32(key.substr(1)));
}

std::uint64_t shelf(char32_t first, std::size_t length) {
    return static_cast<std::uint64_t>(first) << 32 | length;
}

}  // namespace

void Index::spell() {
    for (; spelled_terms_ < keys_.size(); ++spelled_terms_) {
        const std::u32string keys = keys_of(*keys_[spelled_terms_]);
        if (keys.size() + 1 < kShortest) continue;
        longest_spelled_ = std::max(longest_spelled_, keys.size());
        spelled_[shelf(keys.front(), keys.size())].push_back(static_cast<TermId>(spelled_terms_));
    }
}

std::vector<TermId> Index::near(std::string_view key) const {
    const std::u32string keys = keys_of(key);
    if (keys.size() < kShortest) return {};
    const std::size_t slips = keys.size() >= kLong ? 2 : 1;
    std::vector<TermId> found;
    for (std::size_t length = keys.size() - slips; length <= keys.size() + slips; ++length) {
        const auto at = spelled_.find(shelf(keys.front(), length));
        if (at == spelled_.end()) continue;
        for (const TermId t : at->second) {
            if (postings_[t].living > 0 && edits(keys, keys_of(*keys_[t]), slips) <= slips)
                found.push_back(t);
        }
    }
    keep_commonest(found);
    return found;
}

std::vector<TermId> Index::going_on(std::string_view key) const {
    const std::u32string keys = keys_of(key);
    if (keys.size() < kLeastBegun) return {};
    std::vector<TermId> found;
    for (std::size_t length = keys.size() + 1; length <= longest_spelled_; ++length) {
        const auto at = spelled_.find(shelf(keys.front(), length));
        if (at == spelled_.end()) continue;
        for (const TermId t : at->second) {
            if (postings_[t].living > 0 && keys_of(*keys_[t]).starts_with(keys)) found.push_back(t);
        }
    }
    keep_commonest(found);
    return found;
}

void Index::keep_commonest(std::vector<TermId>& terms) const {
    constexpr std::size_t kMost = 10;
    std::sort(terms.begin(), terms.end(), [&](TermId a, TermId b) {
        const auto x = postings_[a].living, y = postings_[b].living;
        return x != y ? x > y : *keys_[a] < *keys_[b];
    });
    if (terms.size() > kMost) terms.resize(kMost);
}

}  // namespace dure::search
