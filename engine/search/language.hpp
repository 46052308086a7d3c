// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/search/words.hpp"

namespace dure::search {

/// The languages whose words are brought to their stems; `none` is every other.
enum class Language : std::uint8_t {
    none,
    ko,
    en,
    zh,
    ja,
    de,
    fr,
    es,
    ru,
    tr,
    it,
    nl,
    pt,
    sv,
    da,
    no,
    fi,
    hu,
    ro
};
inline constexpr int kLanguages = 19;

/// What words are read in when nothing tells their language: names and catalogue lines are English most
/// often.
inline constexpr Language kUntold = Language::en;

/// The ISO 639-1 code; "" for none.
std::string_view tag(Language language);
/// By a BCP 47 tag, of which the language counts ("en-GB" is en); `none` when it is unknown.
Language language_by_tag(std::string_view tag);

/// Words that stand in nearly every text of the language and say nothing of its subject, case folded.
bool is_stop_word(Language language, std::u32string_view word);

/// The language that the words are most likely written in: by script for ko, ja, zh and ru; for Latin letters
/// that of which the most words are stop words, given at least `least` of them; `none` when nothing tells.
Language guess_language(std::span<const Word> words, int least = 1);

/// The stem by the Snowball algorithm of the language (M. F. Porter, https://snowballstem.org), without its
/// marks. Without an algorithm, or with a digit in it, the word itself without marks.
std::u32string stem(Language language, std::u32string_view word);

}  // namespace dure::search
