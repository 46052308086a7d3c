// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/search/language.hpp"
#include "engine/search/words.hpp"

namespace dure::search {

// A term's key is one letter for the field it lives in, then its text in UTF-8. Words, pairs of signs and
// sounds are kept apart, so that each can be weighed on its own.
inline constexpr char kWordTerm = 'w';     ///< a stem, or a form of a Korean word
inline constexpr char kGramTerm = 'g';     ///< two neighbouring syllables or ideographs of a word
inline constexpr char kSoundTerm = 's';    ///< what a name sounds like, see sound_of()
inline constexpr char kInitialTerm = 'i';  ///< initial consonants of the first syllables of a name's word

/// A word of a text and the terms it is found under.
struct AnalyzedWord {
    Word word;
    bool stop = false;
    std::vector<std::string> forms;  ///< word terms: the stem; for Korean up to four forms; none for han
    std::vector<std::string> grams;  ///< gram terms of Hangul, han and kana
};

/// The words of a text in its language with their terms. Hangul gives its forms and its pairs of syllables,
/// han and kana pairs of signs (and han each sign), katakana also the whole run; all others one stem.
std::vector<AnalyzedWord> analyze(std::string_view text, Language language);
std::vector<AnalyzedWord> analyze(std::vector<Word> words, Language language);

/// The word term of a word of Latin, Cyrillic or other letters in a language.
std::string letters_term(std::u32string_view word, Language language);

/// The sound term of a word of a name; empty when it sounds of too little to tell names apart.
std::string sound_term(std::u32string_view word);

/// The sound of two neighbours as one word, for names that one writes apart and another does not: Dure
/// Jeongmil and 두레정밀.
std::string sound_term(const Word& word, const Word& next);

/// The terms of the initial consonants that a word of a name may be typed by: 두레정밀 by ㄷㄹ, ㄷㄹㅈ,
/// ㄷㄹㅈㅁ.
std::vector<std::string> initials_terms(std::u32string_view word);

/// The term of initial consonants as they were typed, at least two; empty for other words.
std::string initials_term(std::u32string_view typed);

}  // namespace dure::search
