// SPDX-License-Identifier: Apache-2.0
#include "server/together/notification_store.hpp"

namespace dure::together {
namespace {

constexpr std::string_view kSelect =
    "SELECT n.number, n.kind, n.about, a.name, n.read, n.created FROM notification n LEFT JOIN account a ON"
    " a.id = n.actor WHERE n.account = $1";
constexpr std::string_view kMarkRead =
    "UPDATE notification SET read = $2 WHERE account = $1 AND read IS NULL";
constexpr std::string_view kMarkUnread =
    "UPDATE notification SET read = NULL WHERE account = $1 AND read IS NOT NULL";
/// Both by an index: every open page asks it four times a second.
constexpr std::string_view kState =
    "SELECT COALESCE((SELECT max(number) FROM notification WHERE account = $1), 0), (SELECT count(*) FROM"
    " notification WHERE account = $1 AND read IS NULL)";

}  // namespace

std::vector<Notification> list_notifications(db::Connection& c, const NotificationQuery& query) {
    std::string sql(kSelect);
    std::vector<db::Value> arguments{query.account};
    if (query.unread) sql += " AND n.read IS NULL";
    if (query.below) {
        arguments.emplace_back(*query.below);
        sql += " AND n.number < $2";
    }
    sql += " ORDER BY n.number DESC LIMIT " + std::to_string(query.limit);
    std::vector<Notification> found;
    c.run(sql, arguments, [&](const db::Row& row) {
        found.push_back({.number = row.integer(0),
                         .kind = row.text(1),
                         .about = row.text(2),
                         .actor_name = row.optional_text(3),
                         .read = row.optional_integer(4),
                         .created = row.integer(5)});
    });
    return found;
}

std::int64_t mark_notifications(db::Connection& c, const std::string& account,
                                const std::optional<std::vector<std::int64_t>>& numbers, bool read,
                                Instant now) {
    std::string sql(read ? kMarkRead : kMarkUnread);
    std::vector<db::Value> arguments{account};
    if (read) arguments.emplace_back(now);
    if (numbers) {
        if (numbers->empty()) return 0;
        sql += " AND number IN (";
        for (const std::int64_t number : *numbers) {
            arguments.emplace_back(number);
            sql += (number == numbers->front() && sql.back() == '(' ? "$" : ", $") +
                   std::to_string(arguments.size());
        }
        sql += ')';
    }
    return c.run(sql, arguments, nullptr);
}

std::string notification_state(db::Connection& c, const std::string& account) {
    const auto row = c.query_one(kState, account);
    return std::to_string(row->integer(0)) + "." + std::to_string(row->integer(1));
}

}  // namespace dure::together
