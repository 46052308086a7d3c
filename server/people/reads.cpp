// SPDX-License-Identifier: Apache-2.0
#include "server/people/reads.hpp"

namespace dure::people {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO personal_read (at, account, operation, person, count, request_id) VALUES ($1, $2, $3, $4, "
    "$5, "
    "$6)";
constexpr std::string_view kRecently =
    "SELECT 1 FROM personal_read WHERE person = $1 AND account = $2 AND operation = $3 AND at > $4 LIMIT 1";
constexpr Instant kAgain = 60 * kSecond;
constexpr std::string_view kSelect =
    "SELECT r.number, r.at, r.account, a.name, r.operation, r.person, p.name, r.count, r.request_id"
    " FROM personal_read r JOIN account a ON a.id = r.account LEFT JOIN person p ON p.id = r.person"
    " WHERE 1 = 1";

}  // namespace

void record_read(db::Connection& c, const Who& who, std::string_view operation,
                 const std::optional<std::string>& person, std::int64_t count, Instant now) {
    if (person && c.query_one(kRecently, *person, who.actor.account, operation, now - kAgain)) return;
    c.execute(kInsert, now, who.actor.account, operation, person, count, who.request_id);
}

std::vector<Read> list_reads(db::Connection& c, const ReadQuery& query) {
    std::string sql(kSelect);
    std::vector<db::Value> arguments;
    const auto where = [&](std::string_view condition, const auto& value) {
        if (!value) return;
        arguments.emplace_back(*value);
        sql += " AND r." + std::string(condition) + " $" + std::to_string(arguments.size());
    };
    where("account =", query.account);
    where("person =", query.person);
    where("number <", query.below);
    sql += " ORDER BY r.number DESC LIMIT " + std::to_string(query.limit + 1);
    std::vector<Read> list;
    c.run(sql, arguments, [&](const db::Row& row) {
        list.push_back({.number = row.integer(0),
                        .at = row.integer(1),
                        .account = row.text(2),
                        .account_name = row.text(3),
                        .operation = row.text(4),
                        .person = row.optional_text(5),
                        .person_name = row.optional_text(6),
                        .count = row.integer(7),
                        .request_id = row.text(8)});
    });
    return list;
}

}  // namespace dure::people
