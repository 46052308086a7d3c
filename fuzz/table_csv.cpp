// SPDX-License-Identifier: Apache-2.0
// CSV that people bring, in any encoding: what is read stays within its limits, and what is written of it is
// read again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "server/tables/source.hpp"
#include "server/tables/table.hpp"

namespace {

using namespace dure::tables;

/// All rows, or none where the file is refused.
std::vector<SourceRow> read(std::string_view bytes, SourceOptions options) {
    const auto source = open_source(bytes, std::move(options));
    if (!source) return {};
    std::vector<SourceRow> rows;
    SourceRow row;
    for (;;) {
        const auto more = (*source)->next(row);
        if (!more) return {};
        if (!*more) return rows;
        if (!rows.empty() && row.number <= rows.back().number) std::abort();
        if (row.cells.size() > SourceLimits().columns) std::abort();
        rows.push_back(row);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.starts_with("PK")) return 0;  // archives are the other target's
    const auto rows = read(bytes, {});
    if (rows.empty()) return 0;
    Table table{.title = "t"};
    std::size_t width = 1;
    for (const auto& row : rows) width = std::max(width, row.cells.size());
    table.header.assign(width, "h");
    for (const auto& row : rows) {
        auto& cells = table.rows.emplace_back(row.cells.begin(), row.cells.end());
        cells.resize(width);
        // What marks a text for a spreadsheet (an apostrophe, ="…") is taken off when it is read once more.
        for (const auto& cell : row.cells)
            if (cell.starts_with("'") || cell.starts_with("=\"")) return 0;
    }
    const std::string written = to_csv(table);
    const auto again = read(written, {.separator = ",", .encoding = "UTF-8"});
    if (again.size() != rows.size() + 1) std::abort();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (again[i + 1].cells != rows[i].cells) std::abort();
    return 0;
}
