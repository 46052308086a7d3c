// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dure {

/// What names are ordered by: the lower-case hex of an ICU sort key for Korean (Hangul first, then Latin,
/// case and marks last). Compares by bytes, so that every database gives the same order. Text that is not
/// UTF-8 is read with U+FFFD.
std::string sort_key(std::string_view name);

/// What names are searched in: NFKC, case folded, runs of blanks made one, none at the ends.
std::string folded(std::string_view text);

/// The text, or as much of it as `most` bytes hold and "…"; never cut within a character of UTF-8.
std::string shortened(std::string_view text, std::size_t most);

/// Three capital letters, as ISO 4217 writes currencies; whether there is one of that name is not known here.
bool is_currency(std::string_view text);

}  // namespace dure
