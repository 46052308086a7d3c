// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "server/db/maintenance.hpp"
#include "server/db/migrate.hpp"
#include "server/db/tables.hpp"

namespace dure::db {
namespace {

constexpr int kRowsAtOnce = 128;  // of tables with blobs of a year's hours: about ten megabytes
constexpr const char* kIdentities = R"(
SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT) FROM information_schema.columns
WHERE table_schema = current_schema() AND is_identity = 'YES')";

/// Nobody waits for a copy, however long a table is.
std::unique_ptr<Database> open_file(const std::filesystem::path& file) {
    return Database::open(
        {.url = "sqlite://" + file.string(), .readers = 1, .timeout = std::chrono::hours(24)});
}

Params versions(int version) {
    return {{"version", std::to_string(version)},
            {"known", std::to_string(built_in_migrations().back().number)}};
}

/// The statement for the rows behind the last one read, in the order of the key.
std::string page_statement(const Table& table, bool first) {
    std::string marks;
    for (std::size_t i = 1; i <= table.key.size(); ++i) marks += (i > 1 ? ", $" : "$") + std::to_string(i);
    const std::string key = listed(table.key);
    return "SELECT " + listed(table.columns) + ", " + key + " FROM " + table.name +
           (first ? "" : " WHERE (" + key + ") > (" + marks + ")") + " ORDER BY " + key + " LIMIT " +
           std::to_string(kRowsAtOnce);
}

/// Reads at most kRowsAtOnce rows into `rows` and leaves the key of the last one in `key`.
void read_page(Connection& from, const Table& table, std::vector<Value>& key,
               std::vector<std::vector<Value>>& rows) {
    const auto statement = page_statement(table, key.empty());
    const std::vector<Value> behind = std::exchange(key, {});
    rows.clear();
    from.run(statement, behind, [&](Row row) {
        auto values = std::move(row).take();
        const auto columns = static_cast<std::ptrdiff_t>(table.columns.size());
        key.assign(values.begin() + columns, values.end());
        values.resize(table.columns.size());
        rows.push_back(std::move(values));
    });
}

/// What is done with rows that have been read; how many there were.
std::int64_t each_page(Connection& from, const Table& table, const RowsSeen& take) {
    std::int64_t count = 0;
    std::vector<Value> key;
    std::vector<std::vector<Value>> rows;
    do {
        read_page(from, table, key, rows);
        if (!rows.empty()) take(table, rows);
        count += static_cast<std::int64_t>(rows.size());
    } while (rows.size() == kRowsAtOnce);
    return count;
}

std::int64_t copy_table(Connection& from, Connection& to, const Table& table, const RowsSeen& seen) {
    const std::vector<std::string_view> columns(table.columns.begin(), table.columns.end());
    return each_page(from, table, [&](const Table& one, std::span<const std::vector<Value>> rows) {
        to.insert_many(one.name, columns, rows);
        if (seen) seen(one, rows);
    });
}

void copy_all(Connection& from, Connection& to, const std::vector<Table>& tables, const TableDone& done,
              const RowsSeen& seen = {}) {
    for (const auto& table : tables) {
        const auto rows = copy_table(from, to, table, seen);
        if (done) done(table.name, rows);
    }
}

/// PostgreSQL counts on from where it was, not from what was inserted with numbers of its own.
void move_counters(Connection& to, std::string_view engine) {
    if (engine != "postgresql") return;
    for (const Row& row : to.query(kIdentities)) {
        const auto &table = row.text(0), &column = row.text(1);
        to.execute("SELECT setval(pg_get_serial_sequence('" + table + "', '" + column +
                   "'), (SELECT COALESCE(MAX(" + column + "), 0) + 1 FROM " + table + "), false)");
    }
}

void delete_all(Connection& to, const std::vector<Table>& tables) {
    for (auto table = tables.rbegin(); table != tables.rend(); ++table)
        to.execute("DELETE FROM " + table->name);
}

void sync(const std::filesystem::path& path) {
    const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (handle < 0 || ::fsync(handle) != 0) {
        const std::error_code reason(errno, std::generic_category());
        if (handle >= 0) ::close(handle);
        throw std::system_error(reason, path.string());
    }
    ::close(handle);
}

void remove_database(const std::filesystem::path& file) {
    for (const auto* suffix : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(file.string() + suffix);
}

/// A database file of our own for a while.
struct WorkingFile {
    explicit WorkingFile(std::filesystem::path file) : path(std::move(file)) { remove_database(path); }
    ~WorkingFile() {
        try {
            remove_database(path);
        } catch (const std::filesystem::filesystem_error&) {
            // What cannot be removed stays beside the backup under a name that says what it is.
        }
    }
    WorkingFile(const WorkingFile&) = delete;
    WorkingFile& operator=(const WorkingFile&) = delete;
    const std::filesystem::path path;
};

std::int64_t count_rows(Connection& c, const Table& table) {
    return c.query_one("SELECT count(*) FROM " + table.name)->integer(0);
}

/// How many rows a database has in each of the tables that nobody has used yet.
std::vector<std::int64_t> rows_of_migrations(const std::vector<Table>& tables) {
    const WorkingFile working(std::filesystem::temp_directory_path() /
                              ("dure-empty-" + std::to_string(getpid()) + ".db"));
    const auto empty = open_file(working.path);
    migrate(*empty);
    return empty->read([&](Connection& c) {
        std::vector<std::int64_t> counts;
        for (const Table& table : tables) counts.push_back(count_rows(c, table));
        return counts;
    });
}

int version_of(Database& database) {
    return database.read([&](Connection& c) { return schema_version(c, database.engine()); });
}

/// A copy of the backup, brought to this program's tables; none where it is none or newer.
Expected<std::unique_ptr<Database>> open_backup(const std::filesystem::path& file,
                                                const WorkingFile& working) {
    if (!std::filesystem::is_regular_file(file)) return fail("db.no_such_file", {{"file", file.string()}});
    std::filesystem::copy_file(file, working.path);
    const std::filesystem::path log =
        file.string() + "-wal";  // where a server was killed on it, the latest is here
    if (std::filesystem::exists(log)) std::filesystem::copy_file(log, working.path.string() + "-wal");
    try {
        auto database = open_file(working.path);
        const int version = version_of(*database);
        if (version == 0) return fail("db.not_a_backup", {{"file", file.string()}});
        if (version > built_in_migrations().back().number) return fail("db.newer", versions(version));
        migrate(*database);
        return database;
    } catch (const Error&) {
        return fail("db.not_a_backup", {{"file", file.string()}});
    }
}

}  // namespace

void read_rows(Database& from, const RowsSeen& seen) {
    std::vector<Table> tables;
    if (from.engine() == "sqlite") {
        tables = from.read(sqlite_tables);
    } else {
        const WorkingFile working(std::filesystem::temp_directory_path() /
                                  ("dure-tables-" + std::to_string(getpid()) + ".db"));
        const auto empty = open_file(working.path);
        migrate(*empty);
        tables = empty->read(sqlite_tables);
    }
    from.read([&](Connection& c) {
        for (const Table& table : tables) each_page(c, table, seen);
    });
}

Expected<void> backup(Database& from, const std::filesystem::path& file, const TableDone& done,
                      const RowsSeen& seen) {
    if (std::filesystem::exists(file)) return fail("db.file_exists", {{"file", file.string()}});
    const int version = version_of(from);
    if (version != built_in_migrations().back().number) return fail("db.not_migrated", versions(version));
    const WorkingFile working(file.string() + ".partial");
    {
        const auto to = open_file(working.path);
        migrate(*to);
        const auto tables = to->read(sqlite_tables);
        from.read([&](Connection& source) {
            to->write([&](Connection& target) {
                delete_all(target, tables);  // what the migrations put in comes from the source, too
                copy_all(source, target, tables, done, seen);
            });
        });
    }
    sync(working.path);
    std::filesystem::rename(working.path, file);
    sync(std::filesystem::absolute(file).parent_path());
    return {};
}

Expected<void> restore(const std::filesystem::path& file, Database& to, bool replace, const TableDone& done) {
    const WorkingFile working(std::filesystem::temp_directory_path() /
                              ("dure-restore-" + std::to_string(getpid()) + ".db"));
    const auto from = open_backup(file, working);
    if (!from) return std::unexpected(from.error());
    migrate(to);
    const auto tables = (*from)->read(sqlite_tables);
    const auto put_in = rows_of_migrations(tables);
    return to.exclusive([&](Connection& target) -> Expected<void> {
        for (std::size_t i = 0; i < tables.size(); ++i)
            if (!replace && count_rows(target, tables[i]) > put_in[i])
                return fail("db.not_empty", {{"table", tables[i].name}});
        delete_all(target, tables);
        (*from)->read([&](Connection& source) { copy_all(source, target, tables, done); });
        move_counters(target, to.engine());
        return {};
    });
}

}  // namespace dure::db
