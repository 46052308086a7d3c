// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "server/db/database.hpp"

namespace dure::db {

/// `path` of a file; made when it is missing.
std::unique_ptr<Database> open_sqlite(const std::string& path, const Options& options);

/// `options.url` as libpq reads it.
std::unique_ptr<Database> open_postgresql(const Options& options);

/// Refuses what one of the two databases would store as something else (not-a-number becomes NULL in SQLite).
void check_storable(const Value& value);

/// INSERT INTO table (a, b) VALUES ($1, $2)
std::string insert_statement(std::string_view table, std::span<const std::string_view> columns);

}  // namespace dure::db
