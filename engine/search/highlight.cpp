// SPDX-License-Identifier: Apache-2.0
#include "engine/search/highlight.hpp"

#include <set>
#include <unordered_set>

#include "engine/search/korean.hpp"

namespace dure::search {
namespace {

/// What makes a word worth marking.
struct Asked {
    std::unordered_set<std::string> terms;  ///< words, sounds and initials
    std::set<std::u32string> parts;         ///< Hangul, han and kana as they stand within longer words
};

void add_parts(const std::vector<Word>& words, Asked& asked) {
    for (const Word& w : words) {
        if (w.script == Script::han || w.script == Script::kana) asked.parts.insert(w.text);
        if (w.script != Script::hangul) continue;
        for (const std::u32string& form : korean_forms(w.text)) {
            if (form.size() >= 2) asked.parts.insert(form);
        }
    }
}

Asked what_is_asked(const Index& index, const Query& query) {
    Asked asked;
    for (const Group& g : plan(index, query)) {
        for (const Alternative& a : g.alternatives) {
            if (index.key(a.term).front() != kGramTerm) asked.terms.insert(index.key(a.term));
        }
    }
    const std::vector<Word> words = words_of(query.text);
    add_parts(words, asked);
    if (query.taxonomy == nullptr) return asked;
    for (const std::size_t c : query.taxonomy->named_by(words)) {
        for (const TaxonomyTerm& t : query.taxonomy->terms(c)) {
            const auto term = analyze(t.text, t.language);
            for (const AnalyzedWord& w : term) {
                add_parts({w.word}, asked);
                if (w.word.script == Script::letters && !w.stop) {
                    asked.terms.insert(w.forms.begin(), w.forms.end());
                }
            }
        }
    }
    return asked;
}

bool has_term(const AnalyzedWord& word, const Asked& asked) {
    for (const std::string& form : word.forms) {
        if (asked.terms.contains(form)) return true;
    }
    if (asked.terms.contains(sound_term(word.word.text))) return true;
    for (const std::string& typed : initials_terms(word.word.text)) {
        if (asked.terms.contains(typed)) return true;
    }
    return false;
}

bool has_part(const Word& word, const Asked& asked) {
    for (const std::u32string& part : asked.parts) {
        if (word.text.find(part) != std::u32string::npos) return true;
    }
    return false;
}

/// The signs that were asked for; all of the word where folding has moved its bytes.
void mark_signs(const Word& word, const Asked& asked, std::vector<Mark>& made) {
    if (word.end - word.begin != 3 * word.text.size()) {
        if (has_part(word, asked)) made.push_back({word.begin, word.end});
        return;
    }
    std::vector<bool> marked(word.text.size());
    for (const std::u32string& part : asked.parts) {
        for (std::size_t at = word.text.find(part); at != std::u32string::npos;
             at = word.text.find(part, at + 1)) {
            for (std::size_t i = 0; i < part.size(); ++i) marked[at + i] = true;
        }
    }
    for (std::size_t i = 0; i < marked.size(); ++i) {
        if (!marked[i]) continue;
        const auto begin = static_cast<std::uint32_t>(word.begin + 3 * i);
        while (i + 1 < marked.size() && marked[i + 1]) ++i;
        made.push_back({begin, static_cast<std::uint32_t>(word.begin + 3 * (i + 1))});
    }
}

}  // namespace

std::vector<Mark> marks(const Index& index, const Query& query, std::string_view text, Language language) {
    const Asked asked = what_is_asked(index, query);
    std::vector<Word> words = words_of(text);
    if (language == Language::none) language = guess_language(words);
    if (language == Language::none) language = kUntold;
    std::vector<Mark> made;
    const std::vector<AnalyzedWord> analyzed = analyze(std::move(words), language);
    const auto joined = [&](std::size_t i) {
        return i > 0 && i < analyzed.size() &&
               asked.terms.contains(sound_term(analyzed[i - 1].word, analyzed[i].word));
    };
    for (std::size_t i = 0; i < analyzed.size(); ++i) {
        const AnalyzedWord& w = analyzed[i];
        // Words that folding draws from one sign share its bytes.
        if (!made.empty() && w.word.begin < made.back().end) continue;
        if (w.word.script == Script::han || w.word.script == Script::kana) {
            mark_signs(w.word, asked, made);
        } else if (has_term(w, asked) || joined(i) || joined(i + 1) ||
                   (w.word.script == Script::hangul && has_part(w.word, asked))) {
            made.push_back({w.word.begin, w.word.end});
        }
    }
    return made;
}

}  // namespace dure::search
