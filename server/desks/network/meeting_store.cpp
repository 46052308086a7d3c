// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/meeting_store.hpp"

#include <stdexcept>

#include "engine/base/text.hpp"
#include "server/db/like.hpp"
#include "server/desks/network/meeting_codec.hpp"

namespace dure::desks::network {
namespace {

constexpr std::string_view kSelect =
    "SELECT m.id, m.content, m.state, m.published_by, p.name, m.published_at, m.owner, o.name, m.version,"
    " m.created, m.updated, m.deleted FROM network_meeting m JOIN account o ON o.id = m.owner"
    " LEFT JOIN account p ON p.id = m.published_by";
constexpr std::string_view kInsert =
    "INSERT INTO network_meeting (id, body, content, day, search, state, owner, version, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
constexpr std::string_view kUpdate =
    "UPDATE network_meeting SET body = $2, content = $3, day = $4, search = $5, state = $6, published_by = "
    "$7,"
    " published_at = $8, updated = $9, deleted = $10, version = version + 1 WHERE id = $1 AND version = $11";

std::string search_of(const MeetingContent& content) {
    std::string text = content.title + '\n' + content.place + '\n' + content.minutes + '\n';
    for (const Decision& one : content.decisions) text += one.text + '\n';
    return folded(text);
}

MeetingContent content_from(const std::string& json) {
    auto content = decode_meeting(json);
    if (!content)
        throw std::runtime_error("a meeting's content is not readable: " + content.error().at(0).code);
    return std::move(*content);
}

Meeting from_row(const db::Row& row) {
    return {.id = row.text(0),
            .content = content_from(row.text(1)),
            .state = row.text(2) == "published" ? MeetingState::published : MeetingState::draft,
            .published_by = row.optional_text(3),
            .published_by_name = row.optional_text(4),
            .published_at = row.optional_integer(5),
            .owner = row.text(6),
            .owner_name = row.text(7),
            .version = row.integer(8),
            .created = row.integer(9),
            .updated = row.integer(10),
            .deleted = row.optional_integer(11)};
}

}  // namespace

void insert_meeting(db::Connection& c, const Meeting& one) {
    c.execute(kInsert, one.id, one.content.body, encode(one.content), one.content.day, search_of(one.content),
              name_of(one.state), one.owner, one.version, one.created, one.updated);
}

std::optional<Meeting> find_meeting(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(std::string(kSelect) + " WHERE m.id = $1", id);
    if (!row) return std::nullopt;
    return from_row(*row);
}

bool update_meeting(db::Connection& c, const Meeting& one) {
    return c.execute(kUpdate, one.id, one.content.body, encode(one.content), one.content.day,
                     search_of(one.content), name_of(one.state), one.published_by, one.published_at,
                     one.updated, one.deleted, one.version) == 1;
}

std::vector<Meeting> list_meetings(db::Connection& c, const MeetingQuery& query) {
    std::string sql = std::string(kSelect) + " WHERE m.search LIKE $1 ESCAPE '!' AND m.deleted IS " +
                      (query.deleted ? "NOT NULL" : "NULL");
    std::vector<db::Value> arguments{db::containing(folded(query.part))};
    const auto parameter = [&](const std::string& value) {
        arguments.emplace_back(value);
        return "$" + std::to_string(arguments.size());
    };
    if (query.body) sql += " AND m.body = " + parameter(*query.body);
    if (query.state) sql += " AND m.state = " + parameter(std::string(name_of(*query.state)));
    if (query.after) {
        const std::string day = parameter(query.after->day);
        sql += " AND (m.day, m.id) < (" + day + ", " + parameter(query.after->id) + ")";
    }
    sql += " ORDER BY m.day DESC, m.id DESC LIMIT " + std::to_string(query.limit + 1);
    std::vector<Meeting> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    return list;
}

}  // namespace dure::desks::network
