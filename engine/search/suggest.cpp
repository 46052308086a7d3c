// SPDX-License-Identifier: Apache-2.0
#include "engine/search/suggest.hpp"

#include <algorithm>
#include <set>

#include "engine/search/korean.hpp"
#include "engine/search/utf.hpp"
#include "engine/search/words.hpp"

namespace dure::search {
namespace {

/// The words of a text from one of them on, one behind the other; what a person types has other blanks.
std::u32string joined(const std::vector<Word>& words, std::size_t from) {
    std::u32string text;
    for (std::size_t i = from; i < words.size(); ++i)
        text += with_plain_consonants(letters_of(without_marks(words[i].text)));
    return text;
}

std::u32string joined_initials(const std::vector<Word>& words, std::size_t from) {
    std::u32string text;
    for (std::size_t i = from; i < words.size(); ++i) {
        const std::u32string initials = initials_of(words[i].text);
        if (initials.empty()) break;
        text += initials;
    }
    return text;
}

}  // namespace

Suggester::Suggester(std::vector<Suggestion> suggestions) : suggestions_(std::move(suggestions)) {
    for (std::uint32_t s = 0; s < suggestions_.size(); ++s) {
        const std::vector<Word> words = words_of(suggestions_[s].text);
        for (std::size_t i = 0; i < words.size(); ++i) {
            letters_.push_back({joined(words, i), s, i > 0});
            std::u32string initials = joined_initials(words, i);
            if (!initials.empty()) initials_.push_back({std::move(initials), s, i > 0});
        }
    }
    const auto less = [](const Key& a, const Key& b) { return a.letters < b.letters; };
    std::stable_sort(letters_.begin(), letters_.end(), less);
    std::stable_sort(initials_.begin(), initials_.end(), less);
}

void Suggester::find(const Keys& keys, const std::u32string& prefix,
                     std::vector<std::pair<bool, std::uint32_t>>& found) {
    auto at = std::lower_bound(keys.begin(), keys.end(), prefix,
                               [](const Key& key, const std::u32string& p) { return key.letters < p; });
    for (; at != keys.end() && at->letters.starts_with(prefix); ++at)
        found.emplace_back(at->later, at->suggestion);
}

std::vector<Suggestion> Suggester::complete(std::string_view typed, std::size_t limit) const {
    const std::vector<Word> words = words_of(typed);
    if (words.empty()) return {};
    std::vector<std::pair<bool, std::uint32_t>> found;
    find(letters_, joined(words, 0), found);
    std::u32string all;
    for (const Word& w : words) all += with_plain_consonants(w.text);
    if (is_initials(all)) find(initials_, all, found);
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        const Suggestion &x = suggestions_[a.second], &y = suggestions_[b.second];
        if (x.weight != y.weight) return x.weight > y.weight;
        if (x.text != y.text) return x.text < y.text;
        return x.target < y.target;
    });
    std::vector<Suggestion> made;
    std::set<std::pair<std::string_view, std::string_view>> shown;
    for (const auto& [later, number] : found) {
        if (made.size() == limit) break;
        const Suggestion& s = suggestions_[number];
        if (shown.emplace(s.kind, s.target).second) made.push_back(s);
    }
    return made;
}

}  // namespace dure::search
