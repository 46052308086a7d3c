// SPDX-License-Identifier: Apache-2.0
#include "server/imports/store.hpp"

#include <algorithm>

#include "server/imports/codec.hpp"
#include "server/jobs/stored_json.hpp"

namespace dure::imports {
namespace {

const std::string kSelect =
    "SELECT t.id, t.resource, t.owner, a.name, t.state, t.file_name, t.format, t.size, t.sheets, t.sheet,"
    " t.separator, t.encoding, t.head_row, t.head_rows, t.headings, t.sample, t.mapping, t.twins, t.bad, "
    "t.rows,"
    " t.bad_rows, t.bad_cells, t.twin_rows, t.written, t.undone, t.job, t.error, t.version, t.created, "
    "t.updated"
    " FROM table_import t JOIN account a ON a.id = t.owner";
constexpr std::string_view kInsert =
    "INSERT INTO table_import (id, resource, owner, state, file_name, format, size, content, sheets, sheet,"
    " separator, encoding, head_row, head_rows, headings, sample, mapping, twins, bad, created, updated) "
    "VALUES"
    " ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $20)";
constexpr std::string_view kUpdate =
    "UPDATE table_import SET state = $3, sheet = $4, separator = $5, encoding = $6, head_row = $7, head_rows "
    "= $8,"
    " headings = $9, sample = $10, mapping = $11, twins = $12, bad = $13, rows = $14, bad_rows = $15,"
    " bad_cells = $16, twin_rows = $17, written = $18, undone = $19, job = $20, error = $21, updated = $22,"
    " version = version + 1 WHERE id = $1 AND version = $2";
constexpr std::string_view kContent =
    "SELECT content FROM table_import WHERE id = $1 AND content IS NOT NULL";
constexpr std::string_view kDropContent = "UPDATE table_import SET content = NULL WHERE id = $1";
constexpr std::string_view kForgotten =
    "SELECT id FROM table_import WHERE state IN ('draft', 'checked') AND updated < $1";
constexpr std::string_view kDropOldRows =
    "DELETE FROM table_import_row WHERE import IN"
    " (SELECT id FROM table_import WHERE state IN ('done', 'undone') AND updated < $1)";

const std::string kRows =
    "SELECT number, cells, errors, twins, mended, decision FROM table_import_row WHERE import = $1";
constexpr std::string_view kUpdateRow =
    "UPDATE table_import_row SET cells = $3, errors = $4, twins = $5, bad = $6, twin = $7, mended = $8,"
    " decision = $9 WHERE import = $1 AND number = $2";
constexpr std::string_view kTwinRows =
    "SELECT number, decision FROM table_import_row WHERE import = $1 AND twin = 1";

constexpr std::string_view kWrittenBelow =
    "SELECT number, record, version, before FROM table_import_written WHERE import = $1 AND number < $2"
    " AND undone = 0 ORDER BY number DESC LIMIT $3";
constexpr std::string_view kMarkUndone =
    "UPDATE table_import_written SET undone = 1, before = NULL WHERE import = $1 AND number >= $2 AND number "
    "<= $3";
constexpr std::string_view kRemember =
    "INSERT INTO table_import_mapping (account, resource, headings, mapping, updated) VALUES ($1, $2, $3, "
    "$4, $5)"
    " ON CONFLICT (account, resource, headings) DO UPDATE SET mapping = excluded.mapping, updated = "
    "excluded.updated";

Import from_row(const db::Row& row) {
    Import one{.id = row.text(0),
               .resource = row.text(1),
               .owner = row.text(2),
               .owner_name = row.text(3),
               .state = state_named(row.text(4)),
               .file_name = row.text(5),
               .format = row.text(6),
               .size = row.integer(7),
               .sheets = texts_from(row.text(8)),
               .sheet = row.text(9),
               .separator = row.text(10),
               .encoding = row.text(11),
               .head = {.row = row.integer(12),
                        .rows = static_cast<int>(row.integer(13)),
                        .headings = headings_from(row.text(14))},
               .sample = rows_from(row.text(15)),
               .mapping = mapping_from(row.text(16)),
               .twins = decision_named(row.text(17)),
               .bad = bad_named(row.text(18)),
               .counts = {.rows = row.integer(19),
                          .bad_rows = row.integer(20),
                          .bad_cells = row.integer(21),
                          .twin_rows = row.integer(22)},
               .written = row.integer(23),
               .undone = row.integer(24),
               .job = row.optional_text(25),
               .version = row.integer(27),
               .created = row.integer(28),
               .updated = row.integer(29)};
    if (!row.null(26)) one.error = jobs::error_from_json(row.text(26));
    return one;
}

StoredRow stored_from(const db::Row& row) {
    StoredRow one{.number = row.integer(0),
                  .cells = texts_from(row.text(1)),
                  .errors = errors_from(row.text(2)),
                  .twins = twins_from(row.text(3)),
                  .mended = row.boolean(4)};
    if (const auto decision = row.optional_text(5)) one.decision = decision_named(*decision);
    return one;
}

std::optional<std::string> text_of(const std::optional<Decision>& decision) {
    if (!decision) return std::nullopt;
    return std::string(name_of(*decision));
}

}  // namespace

void insert_import(db::Connection& c, const Import& one, std::string_view content) {
    const auto* bytes = reinterpret_cast<const std::byte*>(content.data());
    c.execute(kInsert, one.id, one.resource, one.owner, name_of(one.state), one.file_name, one.format,
              one.size, db::Blob(bytes, bytes + content.size()), encode(one.sheets), one.sheet, one.separator,
              one.encoding, one.head.row, one.head.rows, encode(one.head.headings), encode(one.sample),
              encode(one.mapping), name_of(one.twins), name_of(one.bad), one.created);
}

std::optional<Import> find_import(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kSelect + " WHERE t.id = $1", id);
    if (!row) return std::nullopt;
    return from_row(*row);
}

std::vector<Import> list_imports(db::Connection& c, const std::optional<std::string>& owner,
                                 const std::optional<std::string>& below, int limit) {
    std::string sql = kSelect + " WHERE 1 = 1";
    std::vector<db::Value> arguments;
    const auto where = [&](const std::string& condition, const std::optional<std::string>& value) {
        if (!value) return;
        arguments.emplace_back(*value);
        sql += " AND " + condition + " $" + std::to_string(arguments.size());
    };
    where("t.owner =", owner);
    where("t.id <", below);
    sql += " ORDER BY t.id DESC LIMIT " + std::to_string(limit + 1);
    std::vector<Import> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    return list;
}

std::optional<std::string> read_content(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kContent, id);
    if (!row) return std::nullopt;
    const db::Blob& bytes = row->blob(0);
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

bool update_import(db::Connection& c, const Import& one) {
    return c.execute(kUpdate, one.id, one.version, name_of(one.state), one.sheet, one.separator, one.encoding,
                     one.head.row, one.head.rows, encode(one.head.headings), encode(one.sample),
                     encode(one.mapping), name_of(one.twins), name_of(one.bad), one.counts.rows,
                     one.counts.bad_rows, one.counts.bad_cells, one.counts.twin_rows, one.written, one.undone,
                     one.job, one.error ? std::optional(jobs::to_json(*one.error)) : std::nullopt,
                     one.updated) == 1;
}

void drop_content(db::Connection& c, const std::string& id) {
    c.execute(kDropContent, id);
}

void delete_import(db::Connection& c, const std::string& id) {
    delete_rows(c, id);
    c.execute("DELETE FROM table_import_written WHERE import = $1", id);
    c.execute("DELETE FROM table_import WHERE id = $1", id);
}

std::vector<std::string> forgotten_imports(db::Connection& c, Instant before) {
    std::vector<std::string> ids;
    for (const auto& row : c.query(kForgotten, before)) ids.push_back(row.text(0));
    return ids;
}

void drop_old_rows(db::Connection& c, Instant before) {
    c.execute(kDropOldRows, before);
}

std::vector<StoredRow> list_rows(db::Connection& c, const std::string& import, Which which,
                                 std::int64_t after, int limit) {
    constexpr std::string_view conditions[] = {"", " AND bad > 0", " AND twin = 1", " AND mended = 1"};
    const std::string sql = kRows + std::string(conditions[static_cast<std::size_t>(which)]) +
                            " AND number > $2 ORDER BY number LIMIT " + std::to_string(limit + 1);
    std::vector<StoredRow> rows;
    for (const auto& row : c.query(sql, import, after)) rows.push_back(stored_from(row));
    return rows;
}

std::optional<StoredRow> find_row(db::Connection& c, const std::string& import, std::int64_t number) {
    const auto row = c.query_one(kRows + " AND number = $2", import, number);
    if (!row) return std::nullopt;
    return stored_from(*row);
}

void update_row(db::Connection& c, const std::string& import, const StoredRow& row) {
    c.execute(kUpdateRow, import, row.number, encode(row.cells), encode(row.errors), encode(row.twins),
              row.errors.size(), !row.twins.empty(), row.mended, text_of(row.decision));
}

void insert_rows(db::Connection& c, const std::string& import, std::span<const StoredRow> rows) {
    constexpr std::string_view columns[] = {"import", "number", "cells",  "errors",  "twins",
                                            "bad",    "twin",   "mended", "decision"};
    std::vector<std::vector<db::Value>> values;
    for (const StoredRow& row : rows) {
        const auto decision = text_of(row.decision);
        values.push_back({import, row.number, encode(row.cells), encode(row.errors), encode(row.twins),
                          static_cast<std::int64_t>(row.errors.size()), std::int64_t{!row.twins.empty()},
                          std::int64_t{row.mended}, decision ? db::Value(*decision) : db::Value(nullptr)});
    }
    c.insert_many("table_import_row", columns, values);
}

std::map<std::int64_t, StoredRow> mended_rows(db::Connection& c, const std::string& import) {
    std::map<std::int64_t, StoredRow> rows;
    for (const auto& row : c.query(kRows + " AND (mended = 1 OR decision IS NOT NULL)", import)) {
        StoredRow one = stored_from(row);
        rows.emplace(one.number, std::move(one));
    }
    return rows;
}

std::map<std::int64_t, std::optional<Decision>> twin_rows(db::Connection& c, const std::string& import) {
    std::map<std::int64_t, std::optional<Decision>> rows;
    for (const auto& row : c.query(kTwinRows, import)) {
        const auto decision = row.optional_text(1);
        rows.emplace(row.integer(0), decision ? std::optional(decision_named(*decision)) : std::nullopt);
    }
    return rows;
}

void delete_rows(db::Connection& c, const std::string& import) {
    c.execute("DELETE FROM table_import_row WHERE import = $1", import);
}

void insert_written(db::Connection& c, const std::string& import, std::span<const Written> written) {
    constexpr std::string_view columns[] = {"import", "number", "record", "version", "before"};
    std::vector<std::vector<db::Value>> values;
    values.reserve(written.size());
    for (const Written& one : written)
        values.push_back({import, one.row, one.record, one.version,
                          one.before ? db::Value(*one.before) : db::Value(nullptr)});
    c.insert_many("table_import_written", columns, values);
}

std::int64_t last_written(db::Connection& c, const std::string& import) {
    return c.query_one("SELECT coalesce(max(number), 0) FROM table_import_written WHERE import = $1", import)
        ->integer(0);
}

std::int64_t count_written(db::Connection& c, const std::string& import) {
    return c.query_one("SELECT count(*) FROM table_import_written WHERE import = $1", import)->integer(0);
}

std::vector<Written> written_below(db::Connection& c, const std::string& import, std::int64_t below,
                                   int limit) {
    std::vector<Written> list;
    for (const auto& row : c.query(kWrittenBelow, import, below, limit))
        list.push_back({.row = row.integer(0),
                        .record = row.text(1),
                        .version = row.integer(2),
                        .before = row.optional_text(3)});
    return list;
}

void mark_undone(db::Connection& c, const std::string& import, std::int64_t from, std::int64_t to) {
    c.execute(kMarkUndone, import, from, to);
}

std::optional<Mapping> remembered_mapping(db::Connection& c, const std::string& account,
                                          const std::string& resource, const std::string& headings) {
    const auto row = c.query_one(
        "SELECT mapping FROM table_import_mapping WHERE account = $1 AND resource = $2 AND headings = $3",
        account, resource, headings);
    if (!row) return std::nullopt;
    return mapping_from(row->text(0));
}

void remember_mapping(db::Connection& c, const std::string& account, const std::string& resource,
                      const std::string& headings, const Mapping& mapping, Instant now) {
    c.execute(kRemember, account, resource, headings, encode(mapping), now);
}

}  // namespace dure::imports
