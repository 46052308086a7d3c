// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace dure::search {

/// A line `id<TAB>text`.
struct TsvLine {
    std::string id;
    std::string text;
    int line = 0;  ///< from 1
};

/// Reads lines of an id, a tab and a text, which may hold further tabs. Blank lines are left out; a UTF-8
/// mark at the start and CR before the line end are dropped. Errors, every bad line at once (at most 50),
/// with line: tsv.not_utf8, tsv.no_tab, tsv.no_id, tsv.blank_in_id, tsv.doubled_id {id, line}; tsv.empty
/// without lines.
Checked<std::vector<TsvLine>> read_tsv(std::string_view text, std::string_view file);

}  // namespace dure::search
