// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include "server/tables/source.hpp"

/// One opener a format; open_source chooses among them.
namespace dure::tables {

Expected<std::unique_ptr<Source>> open_csv(std::string_view bytes, SourceOptions options);
Expected<std::unique_ptr<Source>> open_xlsx(std::string_view bytes, SourceOptions options);
Expected<std::unique_ptr<Source>> open_ods(std::string_view bytes, SourceOptions options);

/// Takes the empty texts at the end away.
inline void cut_empty_end(std::vector<std::string>& cells) {
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
}

inline std::unexpected<Error> no_such_sheet(const std::string& wanted,
                                            const std::vector<std::string>& sheets) {
    std::string list;
    for (const std::string& name : sheets) list += (list.empty() ? "" : ", ") + name;
    return fail("tables.no_such_sheet", {{"sheet", wanted}, {"sheets", list}});
}

inline Error at_row(Error error, std::int64_t row) {
    error.params.emplace_back("row", std::to_string(row));
    return error;
}

}  // namespace dure::tables
