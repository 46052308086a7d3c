// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/record_store.hpp"

#include "engine/base/text.hpp"
#include "server/db/like.hpp"
#include "server/desks/network/cluster_codec.hpp"
#include "server/people/place.hpp"

namespace dure::desks::network {
namespace {

constexpr std::string_view kSelect =
    "SELECT id, kind, content, sort_key, search, version, created, updated, deleted FROM network_record";
constexpr std::string_view kInsert =
    "INSERT INTO network_record (id, kind, content, sort_key, search, version, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view kTaken =
    "SELECT 1 FROM network_record WHERE kind = $1 AND sort_key = $2 AND id <> $3 AND deleted IS NULL";
constexpr std::string_view kUpdate =
    "UPDATE network_record SET content = $2, sort_key = $3, search = $4, updated = $5, version = version + 1"
    " WHERE id = $1 AND version = $6";
constexpr std::string_view kSetDeleted =
    "UPDATE network_record SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version = "
    "$4";

Record from_row(const db::Row& row) {
    return {.id = row.text(0),
            .kind = row.text(1),
            .content = row.text(2),
            .sort_key = row.text(3),
            .search = row.text(4),
            .version = row.integer(5),
            .created = row.integer(6),
            .updated = row.integer(7),
            .deleted = row.optional_integer(8)};
}

}  // namespace

void insert_record(db::Connection& c, const Record& one) {
    c.execute(kInsert, one.id, one.kind, one.content, one.sort_key, one.search, one.version, one.created,
              one.updated);
}

std::optional<Record> find_record(db::Connection& c, std::string_view kind, const std::string& id) {
    const auto row = c.query_one(std::string(kSelect) + " WHERE kind = $1 AND id = $2", kind, id);
    if (!row) return std::nullopt;
    return from_row(*row);
}

bool is_taken(db::Connection& c, const Record& one) {
    return c.query_one(kTaken, one.kind, one.sort_key, one.id).has_value();
}

bool update_record(db::Connection& c, const Record& one) {
    return c.execute(kUpdate, one.id, one.content, one.sort_key, one.search, one.updated, one.version) == 1;
}

bool set_record_deleted(db::Connection& c, const Record& one, std::optional<Instant> deleted) {
    return c.execute(kSetDeleted, one.id, deleted, one.updated, one.version) == 1;
}

std::vector<Record> list_records(db::Connection& c, const RecordQuery& query) {
    std::string sql = std::string(kSelect) +
                      " WHERE kind = $1 AND search LIKE $2 ESCAPE '!' AND deleted IS " +
                      (query.deleted ? "NOT NULL" : "NULL");
    std::vector<db::Value> arguments{std::string(query.kind), db::containing(folded(query.part))};
    if (query.after) {
        sql += " AND (sort_key, id) > ($3, $4)";
        arguments.emplace_back(query.after->sort_key);
        arguments.emplace_back(query.after->id);
    }
    sql += " ORDER BY sort_key, id LIMIT " + std::to_string(query.limit + 1);
    std::vector<Record> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    return list;
}

ClusterRule current_rule(db::Connection& c) {
    return decode_rule(find_record(c, kClusterRule, kClusterRuleId).value().content).value();
}

}  // namespace dure::desks::network
