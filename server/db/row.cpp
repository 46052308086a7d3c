// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "server/db/database.hpp"

namespace dure::db {
namespace {

const Value& at(const std::vector<Value>& values, int column) {
    if (column < 0 || static_cast<std::size_t>(column) >= values.size()) {
        throw Error(ErrorKind::other, "the answer has no column " + std::to_string(column));
    }
    return values[static_cast<std::size_t>(column)];
}

template <class T>
const T& as(const std::vector<Value>& values, int column, const char* what) {
    const auto* value = std::get_if<T>(&at(values, column));
    if (!value) throw Error(ErrorKind::other, "column " + std::to_string(column) + " is not " + what);
    return *value;
}

}  // namespace

bool Row::null(int column) const {
    return std::holds_alternative<std::nullptr_t>(at(values_, column));
}
std::int64_t Row::integer(int column) const {
    return as<std::int64_t>(values_, column, "an integer");
}
const std::string& Row::text(int column) const {
    return as<std::string>(values_, column, "a text");
}
const Blob& Row::blob(int column) const {
    return as<Blob>(values_, column, "a blob");
}

double Row::real(int column) const {
    if (const auto* whole = std::get_if<std::int64_t>(&at(values_, column))) {
        return static_cast<double>(*whole);
    }
    return as<double>(values_, column, "a number");
}

std::optional<std::string> Row::optional_text(int column) const {
    if (null(column)) return std::nullopt;
    return text(column);
}

std::optional<std::int64_t> Row::optional_integer(int column) const {
    if (null(column)) return std::nullopt;
    return integer(column);
}

}  // namespace dure::db
