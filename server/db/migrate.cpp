// SPDX-License-Identifier: Apache-2.0
#include "server/db/migrate.hpp"

namespace dure::db {
namespace {

constexpr const char* kCreateTable = R"(
CREATE TABLE IF NOT EXISTS schema_migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL
);
)";
constexpr const char* kApplied = "SELECT number FROM schema_migration ORDER BY number";
constexpr const char* kCount = "SELECT COUNT(*) FROM schema_migration";
constexpr const char* kRecord = "INSERT INTO schema_migration (number, name) VALUES ($1, $2)";

void run_all(Connection& connection, std::string_view engine, std::string_view sql) {
    for (const auto& statement : statements(engine, sql)) connection.execute(statement);
}

void refuse_newer(int latest, const std::vector<Migration>& migrations) {
    const int known = migrations.empty() ? 0 : migrations.back().number;
    if (latest > known) {
        throw Error(ErrorKind::other, "the database is at migration " + std::to_string(latest) +
                                          ", this program knows only " + std::to_string(known));
    }
}

}  // namespace

int schema_version(Connection& connection, std::string_view engine) {
    const auto* exists = engine == "sqlite"
                             ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'schema_migration'"
                             : "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() "
                               "AND tablename = 'schema_migration'";
    if (connection.query_one(exists)->integer(0) == 0) return 0;
    const auto latest = connection.query_one("SELECT MAX(number) FROM schema_migration")->optional_integer(0);
    return static_cast<int>(latest.value_or(0));
}

std::int64_t applied_migrations(Database& database) {
    return database.read([&](Connection& c) -> std::int64_t {
        return schema_version(c, database.engine()) == 0 ? 0 : c.query_one(kCount)->integer(0);
    });
}

int migrate(Database& database, const std::vector<Migration>& migrations) {
    const auto engine = database.engine();
    // Nearly every start finds everything applied: looking first keeps such starts from waiting for the lock.
    const int latest = database.read([&](Connection& c) { return schema_version(c, engine); });
    refuse_newer(latest, migrations);
    // Counted, not compared by the last number: one with a lower number may land later.
    if (latest > 0 && applied_migrations(database) == static_cast<std::int64_t>(migrations.size())) return 0;
    if (latest == 0) database.exclusive([&](Connection& c) { run_all(c, engine, kCreateTable); });
    int applied = 0;
    for (const Migration& migration : migrations) {
        applied += database.exclusive([&](Connection& connection) {
            for (const Row& row : connection.query(kApplied)) {
                if (row.integer(0) == migration.number) return 0;
            }
            run_all(connection, engine, migration.sql);
            connection.execute(kRecord, migration.number, migration.name);
            return 1;
        });
    }
    return applied;
}

int migrate(Database& database) {
    return migrate(database, built_in_migrations());
}

}  // namespace dure::db
