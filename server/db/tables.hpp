// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/db/database.hpp"

namespace dure::db {

struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::string> key;        ///< of columns, in the order of the primary key
    std::vector<std::string> refers_to;  ///< other tables
};

/// The tables that the migrations made in an SQLite database, each behind those that it refers to.
std::vector<Table> sqlite_tables(Connection& sqlite);

std::string listed(const std::vector<std::string>& names);  ///< "a, b"

}  // namespace dure::db
