// SPDX-License-Identifier: Apache-2.0
#include "server/people/merge_store.hpp"

namespace dure::people {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO organisation_merge (id, kept, merged, kept_before, kept_after, merged_by, version, created,"
    " updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr std::string_view kInsertMove =
    "INSERT INTO organisation_move (merge, reference, row_key) VALUES ($1, $2, $3)";
const std::string kSelect =
    "SELECT m.id, m.kept, k.name, m.merged, o.name, m.kept_before, m.kept_after, m.merged_by, a.name,"
    " m.undone, m.undone_by, m.version, m.created, m.updated FROM organisation_merge m"
    " JOIN organisation k ON k.id = m.kept JOIN organisation o ON o.id = m.merged"
    " JOIN account a ON a.id = m.merged_by";
const std::string kFind = kSelect + " WHERE m.id = $1";
constexpr std::string_view kMoves =
    "SELECT reference, row_key FROM organisation_move WHERE merge = $1 ORDER BY reference, row_key";
constexpr std::string_view kSetUndone =
    "UPDATE organisation_merge SET undone = $2, undone_by = $3, updated = $2, version = version + 1"
    " WHERE id = $1 AND version = $4";

Merge from_row(const db::Row& row) {
    return {.id = row.text(0),
            .kept = row.text(1),
            .kept_name = row.text(2),
            .merged = row.text(3),
            .merged_name = row.text(4),
            .kept_before = row.text(5),
            .kept_after = row.text(6),
            .merged_by = row.text(7),
            .merged_by_name = row.text(8),
            .undone = row.optional_integer(9),
            .undone_by = row.optional_text(10),
            .version = row.integer(11),
            .created = row.integer(12),
            .updated = row.integer(13)};
}

void read_moves(db::Connection& c, Merge& merge) {
    for (const auto& row : c.query(kMoves, merge.id)) {
        if (merge.moved.empty() || merge.moved.back().reference != row.text(0))
            merge.moved.push_back({.reference = row.text(0)});
        merge.moved.back().keys.push_back(row.text(1));
    }
}

}  // namespace

void insert_merge(db::Connection& c, const Merge& merge) {
    c.execute(kInsert, merge.id, merge.kept, merge.merged, merge.kept_before, merge.kept_after,
              merge.merged_by, merge.version, merge.created, merge.updated);
    for (const auto& [reference, keys] : merge.moved)
        for (const auto& key : keys) c.execute(kInsertMove, merge.id, reference, key);
}

std::optional<Merge> find_merge(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kFind, id);
    if (!row) return std::nullopt;
    Merge merge = from_row(*row);
    read_moves(c, merge);
    return merge;
}

bool set_merge_undone(db::Connection& c, const Merge& merge) {
    return c.execute(kSetUndone, merge.id, merge.undone, merge.undone_by, merge.version) == 1;
}

std::vector<Merge> list_merges(db::Connection& c, const std::optional<std::string>& below, int limit) {
    std::string sql = kSelect;
    std::vector<db::Value> arguments;
    if (below) {
        sql += " WHERE m.id < $1";
        arguments.emplace_back(*below);
    }
    sql += " ORDER BY m.id DESC LIMIT " + std::to_string(limit + 1);
    std::vector<Merge> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    for (Merge& merge : list) read_moves(c, merge);
    return list;
}

}  // namespace dure::people
