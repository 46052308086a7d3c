// SPDX-License-Identifier: Apache-2.0
#include "server/codec/writer.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace dure::codec {

namespace {

template <class Number>
void append_number(Number number, std::string& out) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    out.append(digits, end);
}

void append_escaped(char c, std::string& out) {
    constexpr std::string_view kHex = "0123456789abcdef";
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\r':
            out += "\\r";
            return;
        case '\t':
            out += "\\t";
            return;
        default:
            out += "\\u00";
            out += kHex[static_cast<unsigned char>(c) >> 4];
            out += kHex[c & 15];
    }
}

}  // namespace

void write(bool truth, std::string& out) {
    out += truth ? "true" : "false";
}
void write(std::int32_t number, std::string& out) {
    append_number(number, out);
}
void write(std::int64_t number, std::string& out) {
    append_number(number, out);
}

void write(double number, std::string& out) {
    constexpr double kWholeBelow = 1e15;  // whole numbers up to here read better without an exponent
    if (!std::isfinite(number)) throw std::domain_error("JSON has no number for NaN or infinity");
    if (number == std::floor(number) && std::abs(number) < kWholeBelow)
        append_number(static_cast<std::int64_t>(number), out);
    else
        append_number(number, out);
}

void write(std::string_view text, std::string& out) {
    out += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, plain, i - plain);
        append_escaped(text[i], out);
        plain = i + 1;
    }
    out.append(text, plain);
    out += '"';
}

void write(const std::string& text, std::string& out) {
    write(std::string_view(text), out);
}

void write(const std::variant<double, std::string>& value, std::string& out) {
    if (const auto* number = std::get_if<double>(&value))
        write(*number, out);
    else
        write(std::get<std::string>(value), out);
}

void write(const std::vector<std::pair<std::string, std::string>>& members, std::string& out) {
    out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (i > 0) out += ',';
        write(members[i].first, out);
        out += ':';
        write(members[i].second, out);
    }
    out += '}';
}

void write(const RawJson& value, std::string& out) {
    out += value.text;
}

void write(const json::value& value, std::string& out) {
    switch (value.kind()) {
        case json::kind::null:
            out += "null";
            return;
        case json::kind::bool_:
            return write(value.get_bool(), out);
        case json::kind::int64:
            return append_number(value.get_int64(), out);
        case json::kind::uint64:
            return append_number(value.get_uint64(), out);
        case json::kind::double_:
            return write(value.get_double(), out);
        case json::kind::string:
            return write(std::string_view(value.get_string()), out);
        case json::kind::array: {
            out += '[';
            bool first = true;
            for (const auto& item : value.get_array()) {
                if (!std::exchange(first, false)) out += ',';
                write(item, out);
            }
            out += ']';
            return;
        }
        case json::kind::object: {
            out += '{';
            bool first = true;
            for (const auto& member : value.get_object()) {
                if (!std::exchange(first, false)) out += ',';
                write(std::string_view(member.key()), out);
                out += ':';
                write(member.value(), out);
            }
            out += '}';
            return;
        }
    }
}

void write_record(const void* source, const Record& record, std::string& out) {
    out += '{';
    bool first = true;
    for (const Field& field : record.fields) {
        if (field.absent && field.absent(source)) continue;
        if (field.rule.omit_empty && field.empty && field.empty(source)) continue;
        if (!std::exchange(first, false)) out += ',';
        write(field.name, out);
        out += ':';
        field.write(source, out);
    }
    out += '}';
}

}  // namespace dure::codec
