// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <string_view>

#include "server/tables/table.hpp"

namespace dure::tables {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

void append_text(const std::string& text, std::string& out) {
    const bool formula =
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    const bool quoted =
        text.find_first_of(",\"\r\n") != text.npos || text.starts_with(' ') || text.ends_with(' ');
    if (quoted) out += '"';
    if (formula) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
}

void append(const Cell& cell, std::string& out) {
    if (const auto* text = std::get_if<std::string>(&cell)) return append_text(*text, out);
    if (const auto* number = std::get_if<double>(&cell)) {
        char digits[32];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, *number).ptr);
    }
}

template <class Row>
void append_row(const Row& row, std::string& out) {
    bool first = true;
    for (const auto& cell : row) {
        if (!first) out += ',';
        first = false;
        append(cell, out);
    }
    out += "\r\n";
}

}  // namespace

std::string to_csv(const Table& table) {
    std::string out(kByteOrderMark);
    append_row(table.header, out);
    for (const auto& row : table.rows) append_row(row, out);
    return out;
}

}  // namespace dure::tables
