// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/search/query.hpp"

namespace dure::search {

/// Bytes of a text to mark.
struct Mark {
    std::uint32_t begin = 0, end = 0;
    bool operator==(const Mark&) const = default;
};

/// The whole words of a text that answer a query: in any of their forms, with their particles, as the
/// compound they stand in, by sound or initials, or as a term of a concept that was asked for. Of han and
/// kana, which know no blanks, the signs that were asked for. In order, none overlapping.
std::vector<Mark> marks(const Index& index, const Query& query, std::string_view text,
                        Language language = Language::none);

}  // namespace dure::search
