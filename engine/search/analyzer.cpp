// SPDX-License-Identifier: Apache-2.0
#include "engine/search/analyzer.hpp"

#include <algorithm>

#include "engine/search/korean.hpp"
#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

std::string key(char kind, std::u32string_view text) {
    std::string made(1, kind);
    for (const char32_t c : text) append_utf8(made, c);
    return made;
}

void add_pairs(std::u32string_view text, std::vector<std::string>& grams) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) grams.push_back(key(kGramTerm, text.substr(i, 2)));
}

bool is_katakana(std::u32string_view text) {
    for (const char32_t c : text) {
        if (!(c >= 0x30A1 && c <= 0x30FC)) return false;
    }
    return true;
}

AnalyzedWord analyzed(Word word, Language language) {
    AnalyzedWord made;
    switch (word.script) {
        case Script::hangul:
            for (const std::u32string& form : korean_forms(word.text))
                made.forms.push_back(key(kWordTerm, form));
            add_pairs(word.text, made.grams);
            break;
        case Script::han:
            for (std::size_t i = 0; i < word.text.size(); ++i) {
                made.grams.push_back(key(kGramTerm, std::u32string_view(word.text).substr(i, 1)));
            }
            add_pairs(word.text, made.grams);
            break;
        case Script::kana:
            if (word.text.size() == 1 || is_katakana(word.text))
                made.forms.push_back(key(kWordTerm, word.text));
            add_pairs(word.text, made.grams);
            break;
        case Script::letters:
            made.stop = is_stop_word(language, word.text);
            made.forms.push_back(letters_term(word.text, language));
            break;
    }
    made.word = std::move(word);
    return made;
}

}  // namespace

std::string letters_term(std::u32string_view word, Language language) {
    return key(kWordTerm, stem(language, word));
}

std::string sound_term(std::u32string_view word) {
    constexpr std::size_t kLeast = 3;
    const std::string sound = sound_of(word);
    return sound.size() < kLeast ? std::string() : kSoundTerm + sound;
}

std::string sound_term(const Word& word, const Word& next) {
    return sound_term(word.text + next.text);
}

std::vector<std::string> initials_terms(std::u32string_view word) {
    constexpr std::size_t kLeast = 2, kMost = 8;
    std::vector<std::string> terms;
    const std::u32string initials = initials_of(word);
    for (std::size_t n = kLeast; n <= std::min(initials.size(), kMost); ++n) {
        terms.push_back(key(kInitialTerm, std::u32string_view(initials).substr(0, n)));
    }
    return terms;
}

std::string initials_term(std::u32string_view typed) {
    const std::u32string plain = with_plain_consonants(typed);
    return plain.size() >= 2 && is_initials(plain) ? key(kInitialTerm, plain) : std::string();
}

std::vector<AnalyzedWord> analyze(std::vector<Word> words, Language language) {
    std::vector<AnalyzedWord> made;
    made.reserve(words.size());
    for (Word& w : words) made.push_back(analyzed(std::move(w), language));
    return made;
}

std::vector<AnalyzedWord> analyze(std::string_view text, Language language) {
    return analyze(words_of(text), language);
}

}  // namespace dure::search
