// SPDX-License-Identifier: Apache-2.0
#include "server/lists/saved_view.hpp"

#include "engine/base/text.hpp"

namespace dure::lists {
namespace {

const std::string kSelect =
    "SELECT id, account, list, name, query, version, created, updated FROM saved_view";
constexpr std::string_view kInsert =
    "INSERT INTO saved_view (id, account, list, name, name_key, query, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $7) ON CONFLICT (account, list, name) DO NOTHING";
constexpr std::string_view kUpdate =
    "UPDATE saved_view SET query = $3, updated = $4, version = version + 1 WHERE id = $1 AND version = $2";

SavedView from_row(const db::Row& row) {
    return {.id = row.text(0),
            .account = row.text(1),
            .list = row.text(2),
            .name = row.text(3),
            .query = row.text(4),
            .version = row.integer(5),
            .created = row.integer(6),
            .updated = row.integer(7)};
}

}  // namespace

bool insert_view(db::Connection& c, const SavedView& view) {
    return c.execute(kInsert, view.id, view.account, view.list, view.name, sort_key(view.name), view.query,
                     view.created) == 1;
}

std::optional<SavedView> find_view(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kSelect + " WHERE id = $1", id);
    if (!row) return std::nullopt;
    return from_row(*row);
}

std::vector<SavedView> list_views(db::Connection& c, const std::string& account,
                                  const std::optional<std::string>& list) {
    std::string sql = kSelect + " WHERE account = $1";
    std::vector<db::Value> arguments{account};
    if (list) {
        sql += " AND list = $2";
        arguments.emplace_back(*list);
    }
    std::vector<SavedView> views;
    c.run(sql + " ORDER BY name_key, id", arguments,
          [&](const db::Row& row) { views.push_back(from_row(row)); });
    return views;
}

bool update_view(db::Connection& c, const SavedView& view) {
    return c.execute(kUpdate, view.id, view.version, view.query, view.updated) == 1;
}

void delete_view(db::Connection& c, const std::string& id) {
    c.execute("DELETE FROM saved_view WHERE id = $1", id);
}

int count_views(db::Connection& c, const std::string& account) {
    return static_cast<int>(
        c.query_one("SELECT count(*) FROM saved_view WHERE account = $1", account)->integer(0));
}

}  // namespace dure::lists
