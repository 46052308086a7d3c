// SPDX-License-Identifier: Apache-2.0
#include "server/db/tables.hpp"

#include <algorithm>
#include <utility>

namespace dure::db {
namespace {

constexpr const char* kTables = R"(
SELECT name FROM sqlite_master
WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> 'schema_migration' ORDER BY name)";
constexpr const char* kColumns = "SELECT name FROM pragma_table_info($1) ORDER BY cid";
constexpr const char* kKey = "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk";
constexpr const char* kReferences =
    "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1) WHERE \"table\" <> $1 ORDER BY 1";

std::vector<std::string> texts(Connection& connection, std::string_view sql, const std::string& table) {
    std::vector<std::string> found;
    for (const Row& row : connection.query(sql, table)) found.push_back(row.text(0));
    return found;
}

/// Moves every table behind those that it refers to.
std::vector<Table> referred_first(std::vector<Table> tables) {
    std::vector<Table> ordered;
    const auto is_placed = [&](const std::string& name) {
        return std::ranges::any_of(ordered, [&](const Table& t) { return t.name == name; });
    };
    while (!tables.empty()) {
        const auto next = std::ranges::find_if(
            tables, [&](const Table& table) { return std::ranges::all_of(table.refers_to, is_placed); });
        if (next == tables.end()) throw Error(ErrorKind::other, "tables refer to each other in a circle");
        ordered.push_back(std::move(*next));
        tables.erase(next);
    }
    return ordered;
}

}  // namespace

std::vector<Table> sqlite_tables(Connection& sqlite) {
    std::vector<Table> tables;
    for (const Row& row : sqlite.query(kTables)) {
        const auto& name = row.text(0);
        tables.push_back({.name = name,
                          .columns = texts(sqlite, kColumns, name),
                          .key = texts(sqlite, kKey, name),
                          .refers_to = texts(sqlite, kReferences, name)});
    }
    return referred_first(std::move(tables));
}

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    return list;
}

}  // namespace dure::db
