// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "server/db/backends.hpp"

namespace dure::db {

std::unique_ptr<Database> Database::open(const Options& options) {
    const std::string& url = options.url;
    if (url.starts_with("postgresql://") || url.starts_with("postgres://")) return open_postgresql(options);
    constexpr std::string_view kSqlite = "sqlite://";
    const std::string path = url.starts_with(kSqlite) ? url.substr(kSqlite.size()) : url;
    if (path.empty()) throw Error(ErrorKind::other, "the database's address is empty");
    if (path.find("://") != std::string::npos) {
        throw Error(ErrorKind::other,
                    "the database's address starts neither with sqlite:// nor postgresql://");
    }
    return open_sqlite(path, options);
}

void check_storable(const Value& value) {
    const auto* number = std::get_if<double>(&value);
    if (number && std::isnan(*number)) throw Error(ErrorKind::check, "not-a-number cannot be stored");
    const auto* text = std::get_if<std::string>(&value);
    if (text && text->find('\0') != std::string::npos) {
        throw Error(ErrorKind::check, "a text with a zero byte cannot be stored");
    }
}

std::string insert_statement(std::string_view table, std::span<const std::string_view> columns) {
    std::string names, marks;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        names += (i ? ", " : "") + std::string(columns[i]);
        marks += (i ? ", $" : "$") + std::to_string(i + 1);
    }
    return "INSERT INTO " + std::string(table) + " (" + names + ") VALUES (" + marks + ")";
}

}  // namespace dure::db
