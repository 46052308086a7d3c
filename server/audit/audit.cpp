// SPDX-License-Identifier: Apache-2.0
#include "server/audit/audit.hpp"

#include "server/audit/rows.hpp"

namespace dure::audit {
namespace {

constexpr const char* kInsert = R"(
INSERT INTO audit_entry (at, actor, action, record_kind, record_id, before, after, request_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8))";

constexpr const char* kList = R"(
SELECT number, at, actor, action, record_kind, record_id, before, after, request_id FROM audit_entry WHERE 1 = 1)";

}  // namespace

void record(db::Connection& connection, const Entry& entry) {
    const auto actor = entry.actor.empty() ? std::nullopt : std::optional(entry.actor);
    connection.execute_later(kInsert, entry.at, actor, entry.action, entry.record_kind, entry.record_id,
                             entry.before, entry.after, entry.request_id);
}

void record_many(db::Connection& connection, std::span<const Entry> entries) {
    constexpr std::string_view columns[] = {"at",        "actor",  "action", "record_kind",
                                            "record_id", "before", "after",  "request_id"};
    const auto value_of = [](const std::optional<std::string>& text) {
        return text ? db::Value(*text) : db::Value(nullptr);
    };
    std::vector<std::vector<db::Value>> rows;
    rows.reserve(entries.size());
    for (const Entry& entry : entries)
        rows.push_back({entry.at, entry.actor.empty() ? db::Value(nullptr) : db::Value(entry.actor),
                        entry.action, entry.record_kind, entry.record_id, value_of(entry.before),
                        value_of(entry.after), entry.request_id});
    connection.insert_many("audit_entry", columns, rows);
}

std::vector<Recorded> list(db::Connection& connection, const Filter& filter) {
    std::string sql = kList;
    std::vector<db::Value> arguments;
    const auto where = [&](const char* condition, const auto& value) {
        if (!value) return;
        arguments.emplace_back(*value);
        sql += " AND " + std::string(condition) + " $" + std::to_string(arguments.size());
    };
    where("record_kind =", filter.record_kind);
    where("record_id =", filter.record_id);
    where("actor =", filter.actor);
    where("number <", filter.below);
    arguments.emplace_back(std::int64_t{filter.limit});
    sql += " ORDER BY number DESC LIMIT $" + std::to_string(arguments.size());
    std::vector<Recorded> entries;
    connection.run(sql, arguments, [&](const db::Row& row) { entries.push_back(recorded_from(row)); });
    return entries;
}

}  // namespace dure::audit
