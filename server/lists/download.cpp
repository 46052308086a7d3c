// SPDX-License-Identifier: Apache-2.0
#include "server/lists/download.hpp"

#include <algorithm>
#include <numeric>

#include "server/codec/messages.hpp"

namespace dure::lists {
namespace {

constexpr std::string_view kForms[] = {"csv", "xlsx", "json"};
constexpr std::string_view kTypes[] = {"text/csv; charset=utf-8",
                                       "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                       "application/json"};
constexpr std::string_view kLanguages[] = {"ko", "en"};

std::vector<std::size_t> columns_in(http::Query& query, std::span<const DownloadColumn> known) {
    std::vector<std::size_t> columns;
    std::string text = query.text("columns", 500).value_or("");
    if (text.empty()) {
        columns.resize(known.size());
        std::iota(columns.begin(), columns.end(), std::size_t{0});
        return columns;
    }
    text += ',';
    for (std::size_t begin = 0, comma; (comma = text.find(',', begin)) != std::string::npos;
         begin = comma + 1) {
        const auto key = std::string_view(text).substr(begin, comma - begin);
        const auto found = std::ranges::find(known, key, &DownloadColumn::key);
        if (found == known.end())
            query.refuse("columns", "lists.unknown_column", {{"found", std::string(key)}});
        else
            columns.push_back(static_cast<std::size_t>(found - known.begin()));
    }
    return columns;
}

std::string to_json(const Download& wanted, std::span<const DownloadColumn> known,
                    const std::vector<std::vector<tables::Cell>>& rows) {
    std::string out = "[";
    for (std::size_t r = 0; r < rows.size(); ++r) {
        out += r == 0 ? "{" : ",{";
        bool first = true;
        for (std::size_t i = 0; i < wanted.columns.size(); ++i) {
            const tables::Cell& cell = rows[r][i];
            if (std::holds_alternative<std::monostate>(cell)) continue;
            if (!first) out += ',';
            first = false;
            codec::write(known[wanted.columns[i]].key, out);
            out += ':';
            if (const auto* text = std::get_if<std::string>(&cell)) codec::write(*text, out);
            if (const auto* number = std::get_if<double>(&cell)) codec::write(*number, out);
        }
        out += '}';
    }
    return out + ']';
}

}  // namespace

Download download_in(http::Query& query, std::span<const DownloadColumn> known) {
    Download wanted;
    if (!query.required_text("format").empty())
        wanted.form = static_cast<Form>(query.choice("format", kForms).value_or(0));
    wanted.language = kLanguages[query.choice("language", kLanguages).value_or(0)];
    wanted.columns = columns_in(query, known);
    return wanted;
}

http::Response download_of(const Download& wanted, std::span<const DownloadColumn> known,
                           std::vector<std::vector<tables::Cell>> rows, const std::string& name) {
    const auto form = static_cast<std::size_t>(wanted.form);
    http::Response response{.content_type = std::string(kTypes[form])};
    if (wanted.form == Form::json) {
        response.body = to_json(wanted, known, rows);
    } else {
        tables::Table table{.title = name};
        for (const std::size_t column : wanted.columns)
            table.header.push_back(
                codec::Messages::embedded().sentence(wanted.language, std::string(known[column].label)));
        table.rows = std::move(rows);
        response.body = wanted.form == Form::csv ? tables::to_csv(table) : tables::to_xlsx({&table, 1});
    }
    response.with("Content-Disposition",
                  "attachment; filename=\"" + name + '.' + std::string(kForms[form]) + '"');
    return response;
}

void refuse_too_many() {
    http::refuse_fields({{.code = "lists.too_many_rows",
                          .params = {{"maximum", std::to_string(kMostDownloaded)}},
                          .pointer = "/query/q"}});
}

}  // namespace dure::lists
