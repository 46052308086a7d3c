// SPDX-License-Identifier: Apache-2.0
#include "server/imports/headings.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "server/auth/secrets.hpp"
#include "server/codec/messages.hpp"
#include "server/imports/near.hpp"
#include "server/imports/units.hpp"

namespace dure::imports {
namespace {

constexpr std::size_t kRowsToLookAt = 20;
constexpr std::size_t kMostHeadingRows = 3;
constexpr std::size_t kLongestHeading = 200;

using Rows = std::vector<tables::SourceRow>;

std::string tidy(std::string_view text) {
    std::string out;
    bool blank = false;
    for (const char c : text) {
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            blank = !out.empty();
            continue;
        }
        if (blank) out += ' ';
        blank = false;
        out += c;
    }
    return out.size() > kLongestHeading ? std::string() : out;
}

/// Parts "설비용량 (MW)", "Capacity [MW]" and "용량, MW" into name and unit.
Heading parted(std::string_view text) {
    const std::string whole = tidy(text);
    constexpr std::array<std::pair<char, char>, 2> brackets = {{{'(', ')'}, {'[', ']'}}};
    for (const auto& [open, close] : brackets) {
        const auto begin = whole.rfind(open);
        if (begin == std::string::npos || begin == 0 || !whole.ends_with(close)) continue;
        std::string_view inside = std::string_view(whole).substr(begin + 1, whole.size() - begin - 2);
        for (const std::string_view word : {"단위:", "단위 :", "단위", "unit:"})
            if (inside.starts_with(word)) inside.remove_prefix(word.size());
        while (inside.starts_with(' ')) inside.remove_prefix(1);
        if (is_unit(inside)) return {.name = tidy(whole.substr(0, begin)), .unit = std::string(inside)};
    }
    if (const auto comma = whole.rfind(','); comma != std::string::npos && comma > 0) {
        const std::string unit = tidy(whole.substr(comma + 1));
        if (is_unit(unit)) return {.name = tidy(whole.substr(0, comma)), .unit = unit};
    }
    return {.name = whole};
}

/// "(단위: 백만원)" or "Unit: MW" in a row above the headings.
std::string unit_of_table(const Rows& rows, std::size_t end) {
    for (std::size_t i = end; i-- > 0;)
        for (const std::string& cell : rows[i].cells)
            for (const std::string_view word : {"단위", "Unit", "unit"}) {
                const auto at = cell.find(word);
                if (at == std::string::npos) continue;
                auto rest = std::string_view(cell).substr(at + word.size());
                const auto begin = rest.find_first_not_of(" :");
                if (begin == std::string_view::npos) continue;
                rest = rest.substr(begin, rest.find_first_of(")],\n", begin) - begin);
                if (is_unit(rest)) return tidy(rest);
            }
    return {};
}

std::string cell_at(const tables::SourceRow& row, std::size_t column) {
    return column < row.cells.size() ? tidy(row.cells[column]) : std::string();
}

/// The headings of rows[first … first + count).
std::vector<Heading> combined(const Rows& rows, std::size_t first, std::size_t count) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < count; ++i) width = std::max(width, rows[first + i].cells.size());
    std::vector<Heading> headings(width);
    std::vector<std::string> spread(count);  // a heading merged over several columns stands in its first
    for (std::size_t column = 0; column < width; ++column) {
        std::vector<std::string> parts;
        std::string unit;
        const bool lowest = !cell_at(rows[first + count - 1], column).empty();
        for (std::size_t i = 0; i < count; ++i) {
            std::string text = cell_at(rows[first + i], column);
            if (!text.empty()) {
                spread[i] = text;
                // Whatever stood below a new heading is no longer below it.
                for (std::size_t below = i + 1; below < count; ++below) spread[below].clear();
            } else if (i + 1 < count && lowest) {
                text = spread[i];
            }
            if (text.empty()) continue;
            const Heading heading = parted(text);
            if (!heading.unit.empty()) unit = heading.unit;
            // A unit alone in a row of its own: "(MW)".
            std::string_view alone = text;
            if (alone.starts_with('(') && alone.ends_with(')')) alone = alone.substr(1, alone.size() - 2);
            if (i > 0 && is_unit(alone))
                unit = std::string(alone);
            else if (parts.empty() || parts.back() != heading.name)
                parts.push_back(heading.name);
        }
        for (const std::string& part : parts)
            headings[column].name += (headings[column].name.empty() ? "" : " / ") + part;
        headings[column].unit = unit;
    }
    while (!headings.empty() && headings.back().name.empty()) headings.pop_back();
    const std::string unit = unit_of_table(rows, first);
    for (Heading& heading : headings)
        if (heading.unit.empty()) heading.unit = unit;
    return headings;
}

std::vector<Named> names_of(const Resource& resource) {
    std::vector<Named> names;
    for (const Column& column : resource.columns) {
        names.emplace_back(column.key, column.key);
        for (const auto* language : {"ko", "en"})
            names.emplace_back(codec::Messages::embedded().sentence(language, column.label), column.key);
        for (const std::string& heading : column.headings) names.emplace_back(heading, column.key);
    }
    for (Named& name : names) name.first = bare(name.first);
    return names;
}

/// The column that a heading names: as a whole, or by the last of its rows.
std::string column_named(const Heading& heading, const std::vector<Named>& names) {
    const auto find = [&](std::string_view text) -> std::string {
        const auto found = std::ranges::find(names, bare(text), &Named::first);
        return found == names.end() ? std::string() : found->second;
    };
    if (heading.name.empty()) return {};
    if (auto whole = find(heading.name); !whole.empty()) return whole;
    const auto slash = heading.name.rfind(" / ");
    return slash == std::string::npos ? std::string() : find(heading.name.substr(slash + 3));
}

std::size_t count_named(const std::vector<Heading>& headings, const std::vector<Named>& names) {
    std::set<std::string> columns;
    for (const Heading& heading : headings)
        if (auto column = column_named(heading, names); !column.empty()) columns.insert(std::move(column));
    return columns.size();
}

std::size_t filled(const tables::SourceRow& row) {
    return static_cast<std::size_t>(
        std::ranges::count_if(row.cells, [](const std::string& cell) { return !tidy(cell).empty(); }));
}

}  // namespace

Head find_head(const Rows& first, const Resource& resource) {
    const auto names = names_of(resource);
    const std::size_t end = std::min(first.size(), kRowsToLookAt);
    Head best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < end; ++i)
        for (std::size_t rows = 1; rows <= kMostHeadingRows && i + rows <= end; ++rows) {
            // A title in one cell is no heading of the columns below it.
            if (filled(first[i]) < 2 && first[i + rows - 1].cells.size() > 1) continue;
            auto headings = combined(first, i, rows);
            // As few rows as name as many columns.
            const std::size_t merit = count_named(headings, names) * (kMostHeadingRows + 1);
            if (merit == 0 || merit - rows <= most) continue;
            most = merit - rows;
            best = {.row = first[i + rows - 1].number,
                    .rows = static_cast<int>(rows),
                    .headings = std::move(headings)};
        }
    if (most > 0) return best;
    // Nothing is called as it is here: the first row that is no title.
    for (std::size_t i = 0; i < end; ++i)
        if (filled(first[i]) >= 2 || i + 1 == end)
            return {.row = first[i].number, .rows = 1, .headings = combined(first, i, 1)};
    return {};
}

Head head_at(const Rows& first, std::int64_t row, int rows) {
    const auto last = std::ranges::find(first, row, &tables::SourceRow::number);
    if (last == first.end() || rows < 1) return {};
    const auto at = static_cast<std::size_t>(last - first.begin());
    const std::size_t count = std::min<std::size_t>(static_cast<std::size_t>(rows), at + 1);
    return {.row = row, .rows = static_cast<int>(count), .headings = combined(first, at + 1 - count, count)};
}

Mapping propose(const Head& head, const Resource& resource) {
    const auto names = names_of(resource);
    Mapping mapping;
    for (std::size_t i = 0; i < head.headings.size(); ++i) {
        const std::string key = column_named(head.headings[i], names);
        if (key.empty() || std::ranges::find(mapping, key, &Source::column) != mapping.end()) continue;
        if (!factor_of(head.headings[i], resource.columns[resource.column(key)])) continue;
        mapping.push_back({.column = key, .source = static_cast<std::int64_t>(i)});
    }
    return mapping;
}

std::optional<double> factor_of(const Heading& heading, const Column& column) {
    const bool counts = column.type == Type::number || column.type == Type::integer;
    if (!counts || column.unit.empty() || heading.unit.empty()) return 1;
    return factor_between(heading.unit, column.unit);
}

std::string digest_of(const std::vector<Heading>& headings) {
    std::string all;
    for (const Heading& heading : headings) all += bare(heading.name) + '\n' + bare(heading.unit) + '\n';
    return auth::digest(all);
}

}  // namespace dure::imports
