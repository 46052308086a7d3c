// SPDX-License-Identifier: Apache-2.0
#include "server/db/maintenance.hpp"
#include "server/db/migrate.hpp"

namespace dure::db {
namespace {

constexpr const char* kSqliteDangling =
    "SELECT \"table\", parent, COUNT(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2";

constexpr const char* kPostgresqlTables =
    "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1";

/// Every reference of one column, with both ends.
constexpr const char* kPostgresqlReferences = R"(
SELECT CAST(source.relname AS TEXT), CAST(a.attname AS TEXT), CAST(target.relname AS TEXT), CAST(b.attname AS TEXT)
FROM pg_constraint k
JOIN pg_class source ON source.oid = k.conrelid
JOIN pg_class target ON target.oid = k.confrelid
JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
JOIN pg_namespace n ON n.oid = k.connamespace
WHERE k.contype = 'f' AND n.nspname = current_schema() AND cardinality(k.conkey) = 1 ORDER BY 1, 2)";

dure::Error damaged(std::string detail) {
    return {.code = "db.damaged", .params = {{"detail", std::move(detail)}}};
}

dure::Error dangling(const std::string& table, const std::string& target, std::int64_t rows) {
    return {.code = "db.dangling",
            .params = {{"table", table}, {"target", target}, {"rows", std::to_string(rows)}}};
}

Errors check_version(Connection& connection, std::string_view engine) {
    const int version = schema_version(connection, engine);
    const int known = built_in_migrations().back().number;
    if (version == known) return {};
    return {{.code = version > known ? "db.newer" : "db.not_migrated",
             .params = {{"version", std::to_string(version)}, {"known", std::to_string(known)}}}};
}

void check_sqlite(Connection& connection, Errors& errors) {
    for (const Row& row : connection.query("PRAGMA integrity_check")) {
        if (row.text(0) != "ok") errors.push_back(damaged(row.text(0)));
    }
    for (const Row& row : connection.query(kSqliteDangling)) {
        errors.push_back(dangling(row.text(0), row.text(1), row.integer(2)));
    }
}

/// The server checks its pages when they are read: so every row is.
void check_postgresql(Connection& connection, Errors& errors) {
    for (const Row& row : connection.query(kPostgresqlTables)) {
        connection.query("SELECT COUNT(*), SUM(LENGTH(CAST(t AS TEXT))) FROM " + row.text(0) + " t");
    }
    for (const Row& row : connection.query(kPostgresqlReferences)) {
        const auto &table = row.text(0), &column = row.text(1), &target = row.text(2), &key = row.text(3);
        const auto sql = "SELECT COUNT(*) FROM " + table + " s WHERE s." + column +
                         " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + target + " t WHERE t." + key +
                         " = s." + column + ")";
        const auto rows = connection.query_one(sql)->integer(0);
        if (rows > 0) errors.push_back(dangling(table, target, rows));
    }
}

}  // namespace

Errors check(Database& database) {
    try {
        return database.read([&](Connection& connection) {
            Errors errors = check_version(connection, database.engine());
            if (database.engine() == "sqlite")
                check_sqlite(connection, errors);
            else
                check_postgresql(connection, errors);
            return errors;
        });
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::other) throw;
        return {damaged(error.what())};
    }
}

}  // namespace dure::db
