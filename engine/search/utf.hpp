// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace dure::search {

/// The code point that begins at byte `at`, which moves behind it; U+FFFD for bytes that are no UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& at);

bool is_utf8(std::string_view text);

void append_utf8(std::string& to, char32_t c);
std::string to_utf8(std::u32string_view text);
std::u32string to_utf32(std::string_view text);

/// NFKC with case folded (Unicode's NFKC_Casefold).
std::u32string fold(std::u32string_view text);

/// Without the combining marks of its canonical decomposition: é is e, ё is е; Hangul stays whole.
std::u32string without_marks(std::u32string_view text);

inline bool is_hangul_syllable(char32_t c) {
    return c >= 0xAC00 && c <= 0xD7A3;
}

/// Compatibility jamo that begin a syllable: ㄱ … ㅎ with the doubled ones, without clusters such as ㄳ.
bool is_initial_consonant(char32_t c);

}  // namespace dure::search
