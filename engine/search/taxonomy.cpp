// SPDX-License-Identifier: Apache-2.0
#include "engine/search/taxonomy.hpp"

#include <algorithm>

#include "engine/search/korean.hpp"
#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

constexpr std::size_t kLongestPhrase = 6;

std::u32string stemmed(const Word& word, Language language) {
    return word.script == Script::letters ? stem(language, word.text) : word.text;
}

/// The words of a phrase run together, by language, since stems are.
std::string key_of(const std::vector<Word>& words, Language language) {
    std::u32string joined;
    for (const Word& w : words) joined += stemmed(w, language);
    return std::string(tag(language)) + ' ' + to_utf8(joined);
}

}  // namespace

Taxonomy::Taxonomy(std::vector<TaxonomyTerm> terms) {
    std::unordered_map<std::string, std::size_t> numbers;
    for (TaxonomyTerm& t : terms) {
        const auto [at, fresh] = numbers.try_emplace(t.concept_id, names_.size());
        if (fresh) {
            names_.push_back(t.concept_id);
            terms_.emplace_back();
        }
        auto& of = by_key_[key_of(words_of(t.text), t.language)];
        if (std::find(of.begin(), of.end(), at->second) == of.end()) of.push_back(at->second);
        if (std::find(languages_.begin(), languages_.end(), t.language) == languages_.end()) {
            languages_.push_back(t.language);
        }
        terms_[at->second].push_back(std::move(t));
    }
}

std::vector<std::size_t> Taxonomy::named_by(const std::vector<Word>& words) const {
    std::vector<std::size_t> found;
    std::vector<bool> taken(words.size());
    const auto look_up = [&](std::size_t from, std::size_t count, std::u32string_view last,
                             Language language) {
        std::u32string joined;
        for (std::size_t i = from; i + 1 < from + count; ++i) joined += stemmed(words[i], language);
        joined += last;
        const auto at = by_key_.find(std::string(tag(language)) + ' ' + to_utf8(joined));
        if (at == by_key_.end()) return false;
        for (const std::size_t c : at->second) {
            if (std::find(found.begin(), found.end(), c) == found.end()) found.push_back(c);
        }
        return true;
    };
    for (std::size_t count = std::min(kLongestPhrase, words.size()); count > 0; --count) {
        for (std::size_t from = 0; from + count <= words.size(); ++from) {
            const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(from);
            const auto end = begin + static_cast<std::ptrdiff_t>(count);
            // A part of a longer phrase that was understood speaks no more for itself.
            if (std::find(begin, end, true) != end) continue;
            const Word& last = words[from + count - 1];
            bool known = false;
            for (const Language l : languages_) {
                known = look_up(from, count, stemmed(last, l), l) || known;
                if (known || last.script != Script::hangul) continue;
                for (const std::u32string& form : korean_forms(last.text)) {
                    known = known || look_up(from, count, form, l);
                }
            }
            if (known) std::fill(begin, end, true);
        }
    }
    return found;
}

}  // namespace dure::search
