// SPDX-License-Identifier: Apache-2.0
#include "server/db/postgresql_values.hpp"

#include <bit>
#include <charconv>
#include <cmath>
#include <concepts>

#include "server/db/backends.hpp"

namespace dure::db {
namespace {

// From PostgreSQL's catalogue pg_type; these numbers never change.
enum Type : Oid {
    kBool = 16,
    kBytea = 17,
    kName = 19,
    kInt8 = 20,
    kInt2 = 21,
    kInt4 = 23,
    kText = 25,
    kOid = 26,
    kFloat4 = 700,
    kFloat8 = 701,
    kUnknown = 705,
    kBpchar = 1042,
    kVarchar = 1043,
    kNumeric = 1700,
    kVoid = 2278
};

template <std::unsigned_integral T>
T from_network(const char* bytes) {
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        value = static_cast<T>(value << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

std::array<char, 8> to_network(std::uint64_t value) {
    std::array<char, 8> bytes{};
    for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<char>(value >> (56 - 8 * i));
    return bytes;
}

/// Groups of four decimal digits: number of groups, weight of the first, sign, digits shown after the point.
Value read_numeric(const char* bytes) {
    const int groups = from_network<std::uint16_t>(bytes);
    const int weight = static_cast<std::int16_t>(from_network<std::uint16_t>(bytes + 2));
    const auto sign = from_network<std::uint16_t>(bytes + 4);
    const bool whole = from_network<std::uint16_t>(bytes + 6) == 0;
    if (sign == 0xC000) return std::nan("");
    long double sum = 0;
    for (int i = 0; i < groups; ++i) {
        sum += from_network<std::uint16_t>(bytes + 8 + 2 * i) * std::pow(10000.0L, weight - i);
    }
    if (sign == 0x4000) sum = -sum;
    if (whole && std::fabs(sum) < 0x1p63L) return static_cast<std::int64_t>(sum);
    return static_cast<double>(sum);
}

}  // namespace

struct Arguments::Binder {
    Arguments& to;

    void add(Oid type, char letter, const char* bytes, std::size_t length) const {
        to.types_.push_back(type);
        to.signature_ += letter;
        to.values_.push_back(bytes);
        to.lengths_.push_back(static_cast<int>(length));
        to.formats_.push_back(1);
    }
    void number(Oid type, char letter, std::uint64_t bits) const {
        to.numbers_.push_back(to_network(bits));
        add(type, letter, to.numbers_.back().data(), 8);
    }
    void operator()(std::nullptr_t) const { add(0, 'n', nullptr, 0); }
    void operator()(std::int64_t v) const { number(kInt8, 'i', static_cast<std::uint64_t>(v)); }
    void operator()(double v) const { number(kFloat8, 'd', std::bit_cast<std::uint64_t>(v)); }
    void operator()(const std::string& v) const { add(kText, 't', v.data(), v.size()); }
    void operator()(const Blob& v) const {
        // A null pointer would be NULL instead of an empty blob.
        add(kBytea, 'b', v.empty() ? "" : reinterpret_cast<const char*>(v.data()), v.size());
    }
};

Arguments::Arguments(std::span<const Value> values) {
    numbers_.reserve(values.size());  // values_ points into it
    for (const Value& value : values) {
        check_storable(value);
        std::visit(Binder{*this}, value);
    }
}

namespace {

/// Appends a value as COPY's text form has it.
struct CopyWriter {
    std::string& out;

    void operator()(std::nullptr_t) const { out += "\\N"; }
    void operator()(std::int64_t v) const { out += std::to_string(v); }
    void operator()(double v) const {
        char digits[32];
        out.append(digits, std::to_chars(digits, digits + sizeof digits, v).ptr);
    }
    void operator()(const std::string& v) const {
        for (const char c : v) {
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                out += '\\';
                out += c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : c;
            } else {
                out += c;
            }
        }
    }
    void operator()(const Blob& v) const {
        constexpr std::string_view kDigits = "0123456789abcdef";
        out += "\\\\x";
        for (const std::byte byte : v) {
            out += kDigits[std::to_integer<std::size_t>(byte >> 4)];
            out += kDigits[std::to_integer<std::size_t>(byte & std::byte{15})];
        }
    }
};

}  // namespace

std::string copy_statement(std::string_view table, std::span<const std::string_view> columns) {
    std::string sql = "COPY " + std::string(table) + " (";
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i > 0) sql += ", ";
        sql += columns[i];
    }
    return sql + ") FROM STDIN";
}

void append_copy_line(std::span<const Value> row, std::string& out) {
    bool first = true;
    for (const Value& value : row) {
        if (!first) out += '\t';
        first = false;
        std::visit(CopyWriter{out}, value);
    }
    out += '\n';
}

Value read_value(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column)) return nullptr;
    const char* bytes = PQgetvalue(result, row, column);
    const auto length = static_cast<std::size_t>(PQgetlength(result, row, column));
    switch (PQftype(result, column)) {
        case kBool:
            return std::int64_t{bytes[0] != 0};
        case kInt2:
            return std::int64_t{static_cast<std::int16_t>(from_network<std::uint16_t>(bytes))};
        case kInt4:
            return std::int64_t{static_cast<std::int32_t>(from_network<std::uint32_t>(bytes))};
        case kOid:
            return std::int64_t{from_network<std::uint32_t>(bytes)};
        case kInt8:
            return static_cast<std::int64_t>(from_network<std::uint64_t>(bytes));
        case kFloat4:
            return double{std::bit_cast<float>(from_network<std::uint32_t>(bytes))};
        case kFloat8:
            return std::bit_cast<double>(from_network<std::uint64_t>(bytes));
        case kNumeric:
            return read_numeric(bytes);
        case kText:
        case kVarchar:
        case kBpchar:
        case kName:
        case kUnknown:
            return std::string(bytes, length);
        case kBytea: {
            const auto* data = reinterpret_cast<const std::byte*>(bytes);
            return Blob(data, data + length);
        }
        case kVoid:
            return nullptr;
        default:
            throw Error(ErrorKind::other, "postgresql: column " + std::to_string(column) + " has a type (" +
                                              std::to_string(PQftype(result, column)) +
                                              ") that is not read here");
    }
}

}  // namespace dure::db
