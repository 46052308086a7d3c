// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Texts in the encodings that spreadsheets save.
namespace dure::tables {

/// "UTF-8", "UTF-16LE", "UTF-16BE" or "CP949": by the byte order mark, else the one that reads the whole text
/// with the fewest characters that are none.
std::string encoding_of(std::string_view bytes);

/// In UTF-8 without byte order mark; what is no character in the encoding becomes U+FFFD. None: the encoding
/// is not one of the above.
std::optional<std::string> to_utf8(std::string_view bytes, std::string_view encoding);

/// How many bytes at the front are the mark of the encoding.
std::size_t mark_length(std::string_view bytes, std::string_view encoding);

/// Whether every byte is part of a character.
bool is_utf8(std::string_view text);

inline constexpr std::string_view kNoCharacter = "\xEF\xBF\xBD";  ///< U+FFFD

}  // namespace dure::tables
