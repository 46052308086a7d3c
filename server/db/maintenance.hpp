// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "engine/base/error.hpp"
#include "server/db/database.hpp"

/// Saving, bringing back and examining a whole database.
///
/// A backup is one SQLite file with the tables that the migrations make: `sqlite3 FILE` reads it, `dure
/// serve` can run on it, and it can be restored into either database, also one of the other kind.
namespace dure::db {

/// Told of each table that has been copied.
using TableDone = std::function<void(const std::string& table, std::int64_t rows)>;

/// Writes one consistent state of `from` to a new file: complete when it appears under its name. The database
/// may be in use. Errors: db.file_exists {file}, db.not_migrated {version, known}.
Expected<void> backup(Database& from, const std::filesystem::path& file, const TableDone& done = {});

/// Fills `to` from a backup of this or an older program, in one transaction. With `replace` what stands in it
/// is deleted first; without, a database with any row is refused. Errors: db.no_such_file {file},
/// db.not_a_backup {file}, db.newer {version, known}, db.not_empty {table}.
Expected<void> restore(const std::filesystem::path& file, Database& to, bool replace,
                       const TableDone& done = {});

/// What is wrong with the database, nothing when all is well: db.damaged {detail}, db.dangling {table,
/// target, rows}, db.not_migrated and db.newer {version, known}. Reads every row; the database may be in use.
Errors check(Database& database);

}  // namespace dure::db
