// SPDX-License-Identifier: Apache-2.0
#include "server/imports/row_reader.hpp"

#include <algorithm>
#include <cmath>

#include "server/imports/value.hpp"

namespace dure::imports {
namespace {

constexpr std::size_t kMostSeen = 2'000;

bool blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

}  // namespace

Expected<RowReader> RowReader::open(std::string_view bytes, const Import& one, const Resource& resource) {
    auto source = tables::open_source(
        bytes, {.sheet = one.sheet, .separator = one.separator, .encoding = one.encoding});
    if (!source) return std::unexpected(source.error());
    RowReader reader;
    reader.source_ = std::move(*source);
    reader.head_row_ = one.head.row;
    reader.feeds_.resize(resource.columns.size());
    for (const Column& column : resource.columns) reader.units_.push_back(column.unit);
    for (const Source& from : one.mapping) {
        const std::size_t column = resource.column(from.column);
        Feed& feed = reader.feeds_[column];
        feed.value = from.value.value_or("");
        if (!from.source) continue;
        feed.source = static_cast<std::size_t>(*from.source);
        if (*feed.source < one.head.headings.size())
            feed.factor = factor_of(one.head.headings[*feed.source], resource.columns[column]).value_or(1);
    }
    return reader;
}

Expected<bool> RowReader::next(RawRow& row) {
    row.cells.resize(feeds_.size());
    for (;;) {
        const auto more = source_->next(row_);
        if (!more || !*more) return more;
        if (row_.number <= head_row_) continue;
        row.number = row_.number;
        bool something = false;
        for (std::size_t i = 0; i < feeds_.size(); ++i) {
            const Feed& feed = feeds_[i];
            std::string& cell = row.cells[i];
            if (!feed.source) {
                cell = feed.value;
                continue;
            }
            cell = *feed.source < row_.cells.size() ? row_.cells[*feed.source] : std::string();
            something = something || !blank(cell);
            if (feed.factor == 1) continue;
            const double number = number_in(cell, units_[i]);
            if (!std::isnan(number)) cell = plain(number * feed.factor);
        }
        if (something) return true;
    }
}

Row CellReader::read(const RawRow& raw, std::vector<CellError>& errors) {
    Row row{.number = raw.number};
    row.values.reserve(raw.cells.size());
    const std::size_t before = errors.size();
    for (std::size_t i = 0; i < raw.cells.size(); ++i)
        row.values.push_back(read_cell(raw.cells[i], i, errors));
    if (errors.size() == before && resource_.check)
        for (CellError& error : resource_.check(row)) errors.push_back(std::move(error));
    return row;
}

Value CellReader::read_cell(const std::string& cell, std::size_t column, std::vector<CellError>& errors) {
    const Column& about = resource_.columns[column];
    const bool keeps = about.type == Type::choice || about.type == Type::country;
    auto& seen = seen_[column];
    if (keeps)
        if (const auto found = seen.find(cell); found != seen.end()) return found->second;
    auto value = read_value(cell, about);
    if (!value) {
        errors.push_back({.column = column, .error = value.error().error, .instead = value.error().instead});
        return {};
    }
    if (keeps && seen.size() < kMostSeen) seen.emplace(cell, *value);
    return std::move(*value);
}

StoredError stored(const CellError& error, const Resource& resource) {
    return {.column = resource.columns.at(error.column).key,
            .code = error.error.code,
            .params = error.error.params,
            .instead = error.instead};
}

}  // namespace dure::imports
