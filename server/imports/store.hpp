// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/imports/records.hpp"

namespace dure::imports {

void insert_import(db::Connection& c, const Import& one, std::string_view content);
std::optional<Import> find_import(db::Connection& c, const std::string& id);
/// Newest first; one more than the limit where there is a next page.
std::vector<Import> list_imports(db::Connection& c, const std::optional<std::string>& owner,
                                 const std::optional<std::string>& below, int limit);
/// The file as uploaded; none once it is gone.
std::optional<std::string> read_content(db::Connection& c, const std::string& id);
/// Writes all but the file and counts the version up; false when it has moved on.
bool update_import(db::Connection& c, const Import& one);
void drop_content(db::Connection& c, const std::string& id);
void delete_import(db::Connection& c, const std::string& id);
/// Drafts and checked ones that nobody touched since.
std::vector<std::string> forgotten_imports(db::Connection& c, Instant before);
/// The rows of imports that ended before.
void drop_old_rows(db::Connection& c, Instant before);

enum class Which { all, bad, twins, mended };
/// Ascending; one more than the limit where there is a next page.
std::vector<StoredRow> list_rows(db::Connection& c, const std::string& import, Which which,
                                 std::int64_t after, int limit);
std::optional<StoredRow> find_row(db::Connection& c, const std::string& import, std::int64_t number);
void update_row(db::Connection& c, const std::string& import, const StoredRow& row);
void insert_rows(db::Connection& c, const std::string& import, std::span<const StoredRow> rows);
/// Rows that were mended or decided, by number.
std::map<std::int64_t, StoredRow> mended_rows(db::Connection& c, const std::string& import);
/// Decisions on rows with twins that differ from the import's own.
std::map<std::int64_t, std::optional<Decision>> twin_rows(db::Connection& c, const std::string& import);
void delete_rows(db::Connection& c, const std::string& import);

void insert_written(db::Connection& c, const std::string& import, std::span<const Written> written);
/// 0: none yet.
std::int64_t last_written(db::Connection& c, const std::string& import);
std::int64_t count_written(db::Connection& c, const std::string& import);
/// Those not yet undone, from the last: what was written last is taken back first.
std::vector<Written> written_below(db::Connection& c, const std::string& import, std::int64_t below,
                                   int limit);
void mark_undone(db::Connection& c, const std::string& import, std::int64_t from, std::int64_t to);

std::optional<Mapping> remembered_mapping(db::Connection& c, const std::string& account,
                                          const std::string& resource, const std::string& headings);
void remember_mapping(db::Connection& c, const std::string& account, const std::string& resource,
                      const std::string& headings, const Mapping& mapping, Instant now);

}  // namespace dure::imports
