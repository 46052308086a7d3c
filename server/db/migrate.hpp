// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/db/database.hpp"

namespace dure::db {

/// `migrate` with other migrations than the built-in ones, ascending by number.
int migrate(Database& database, const std::vector<Migration>& migrations);

/// Number of the last migration applied; 0 for an empty database.
int schema_version(Connection& connection, std::string_view engine);

/// How many migrations the database has; 0 when it is empty.
std::int64_t applied_migrations(Database& database);

/// The statements of a migration in the words of `engine` ("sqlite" or "postgresql"), without comments. Those
/// that begin with "@postgresql " are for PostgreSQL alone.
std::vector<std::string> statements(std::string_view engine, std::string_view sql);

}  // namespace dure::db
