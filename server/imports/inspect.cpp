// SPDX-License-Identifier: Apache-2.0
#include "server/imports/inspect.hpp"

#include <algorithm>

#include "engine/base/text.hpp"

namespace dure::imports {
namespace {

constexpr std::size_t kRowsToRead = 60;
constexpr std::size_t kSampleRows = 8;
constexpr std::size_t kLongestSample = 200;

std::vector<std::vector<std::string>> sample_below(const std::vector<tables::SourceRow>& rows,
                                                   std::int64_t head) {
    std::vector<std::vector<std::string>> sample;
    for (const auto& row : rows) {
        if (row.number <= head || row.empty() || sample.size() == kSampleRows) continue;
        auto& cells = sample.emplace_back();
        for (const std::string& cell : row.cells) cells.push_back(shortened(cell, kLongestSample));
    }
    return sample;
}

}  // namespace

Expected<Import> inspect(std::string_view bytes, Import one, const Resource& resource) {
    const auto format = tables::format_of(bytes);
    if (!format) return std::unexpected(format.error());
    const auto source = tables::open_source(
        bytes, {.sheet = one.sheet, .separator = one.separator, .encoding = one.encoding});
    if (!source) return std::unexpected(source.error());
    const auto first_wanted = static_cast<std::size_t>(std::max<std::int64_t>(one.head.row, 0)) + kRowsToRead;
    std::vector<tables::SourceRow> rows;
    tables::SourceRow row;
    while (rows.size() < std::min<std::size_t>(first_wanted, 2'000)) {
        const auto more = (*source)->next(row);
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        rows.push_back(std::move(row));
    }
    one.format = tables::name_of(*format);
    one.sheets = (*source)->sheets();
    one.sheet = (*source)->sheet();
    one.separator = (*source)->separator();
    one.encoding = (*source)->encoding();
    one.head = one.head.row > 0 ? head_at(rows, one.head.row, std::max(one.head.rows, 1))
                                : find_head(rows, resource);
    if (one.head.headings.empty()) return fail("imports.no_headings");
    one.sample = sample_below(rows, one.head.row);
    if (one.sample.empty()) return fail("imports.no_rows");
    one.mapping = propose(one.head, resource);
    return one;
}

}  // namespace dure::imports
