// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "server/db/database.hpp"
#include "server/db/tables.hpp"

/// Saving, bringing back and examining a whole database.
///
/// A backup is one SQLite file with the tables that the migrations make: `sqlite3 FILE` reads it, `dure
/// serve` can run on it, and it can be restored into either database, also one of the other kind.
namespace dure::db {

/// Told of each table that has been copied.
using TableDone = std::function<void(const std::string& table, std::int64_t rows)>;

/// Told of rows as they are read: table by table, each in the order of its key. What it throws ends the
/// reading.
using RowsSeen = std::function<void(const Table& table, std::span<const std::vector<Value>> rows)>;

/// Reads every row of the tables that the migrations make, in one snapshot.
void read_rows(Database& from, const RowsSeen& seen);

/// Writes one consistent state of `from` to a new file: complete when it appears under its name. The database
/// may be in use. Errors: db.file_exists {file}, db.not_migrated {version, known}.
/// `seen` is told of the rows of that same state.
Expected<void> backup(Database& from, const std::filesystem::path& file, const TableDone& done = {},
                      const RowsSeen& seen = {});

/// Fills `to` from a backup of this or an older program, in one transaction. With `replace` what stands in it
/// is deleted first; without, a database with any row is refused. Errors: db.no_such_file {file},
/// db.not_a_backup {file}, db.newer {version, known}, db.not_empty {table}.
Expected<void> restore(const std::filesystem::path& file, Database& to, bool replace,
                       const TableDone& done = {});

/// What is wrong with the database, nothing when all is well: db.damaged {detail}, db.dangling {table,
/// target, rows}, db.not_migrated and db.newer {version, known}. Reads every row; the database may be in use.
Errors check(Database& database);

}  // namespace dure::db
