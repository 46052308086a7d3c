// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/time.hpp"
#include "server/db/maintenance.hpp"

/// What a backup says of itself: by this it is judged when it is brought back.
namespace dure::backup {

/// A table as it was: how many rows, and the SHA-256 of all their values in the order of the key, the same in
/// both databases.
struct TableMark {
    std::string name;
    std::int64_t rows = 0;
    std::string digest;
    bool operator==(const TableMark&) const = default;
};

struct FileMark {
    std::string hash;
    std::int64_t size = 0;
};

struct Manifest {
    std::string name;  ///< "dure-20261127-030000": of its folder
    std::string made;  ///< the marked point, before which all that was acknowledged is in it
    std::string version, engine;
    std::int64_t migration = 0;
    std::int64_t database_bytes = 0;
    std::vector<TableMark> tables;
    std::vector<FileMark> files;

    std::int64_t rows() const;
    std::int64_t file_bytes() const;
};

/// How it was when it was last brought back for trial.
struct Verdict {
    std::string at, engine;
    bool good = false;
    std::int64_t rows = 0, files = 0;
    double seconds = 0;
    Errors errors;
};

std::string encode(const Manifest& manifest);
std::string encode(const Verdict& verdict);
/// None for what is no such text.
std::optional<Manifest> decode_manifest(std::string_view json);
std::optional<Verdict> decode_verdict(std::string_view json);

/// Makes marks of rows as they are read.
class Marker {
  public:
    Marker();
    ~Marker();
    Marker(const Marker&) = delete;
    Marker& operator=(const Marker&) = delete;
    void see(const db::Table& table, std::span<const std::vector<db::Value>> rows);
    /// Of all tables that had rows, by name; once, at the end.
    std::vector<TableMark> marks();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Marks of all tables of a database, in one snapshot; `more` is asked now and then and ends it with false.
std::vector<TableMark> marks_of(db::Database& database, const std::function<void()>& step = {});

/// How they differ: backup.table_differs {table, rows, found}, backup.content_differs {table}. With
/// `rows_only` contents are not compared (the tables have been migrated since).
Errors differences(const std::vector<TableMark>& wanted, const std::vector<TableMark>& found, bool rows_only);

}  // namespace dure::backup
