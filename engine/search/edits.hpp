// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace dure::search {

/// Letters wrong, missing, too many or changed with their neighbour between two words (F. J. Damerau, 1964,
/// each letter touched once); most + 1 when there are more than `most`.
std::size_t edits(std::u32string_view a, std::u32string_view b, std::size_t most);

}  // namespace dure::search
