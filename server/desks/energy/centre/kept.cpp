// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/kept.hpp"

#include "engine/base/text.hpp"

namespace dure::desks::energy {
namespace {

std::string select_from(std::string_view table) {
    return "SELECT k.id, k.name, k.search, k.content, k.owner, o.name, k.fictitious, k.version, k.created, "
           "k.updated, k.deleted FROM " +
           std::string(table) + " k JOIN account o ON o.id = k.owner WHERE ";
}

Kept kept_from(const db::Row& row) {
    return {.id = row.text(0),
            .name = row.text(1),
            .search = row.text(2),
            .content = row.text(3),
            .owner = row.text(4),
            .owner_name = row.text(5),
            .fictitious = row.boolean(6),
            .version = row.integer(7),
            .created = row.integer(8),
            .updated = row.integer(9),
            .deleted = row.optional_integer(10)};
}

}  // namespace

void insert_kept(db::Connection& c, std::string_view table, const Kept& one) {
    c.execute("INSERT INTO " + std::string(table) +
                  " (id, name, name_key, search, content, owner, fictitious, version, created, updated)"
                  " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
              one.id, one.name, sort_key(one.name), one.search, one.content, one.owner, one.fictitious,
              one.version, one.created, one.updated);
}

std::optional<Kept> find_kept(db::Connection& c, std::string_view table, const std::string& id) {
    const auto row = c.query_one(select_from(table) + "k.id = $1", id);
    return row ? std::optional(kept_from(*row)) : std::nullopt;
}

std::vector<Kept> all_kept(db::Connection& c, std::string_view table, bool deleted) {
    std::vector<Kept> all;
    for (const db::Row& row : c.query(select_from(table) + "k.deleted IS " + (deleted ? "NOT NULL" : "NULL") +
                                      " ORDER BY k.name_key, k.id"))
        all.push_back(kept_from(row));
    return all;
}

bool update_kept(db::Connection& c, std::string_view table, const Kept& one) {
    return c.execute("UPDATE " + std::string(table) +
                         " SET name = $2, name_key = $3, search = $4, content = $5, updated = $6,"
                         " version = version + 1 WHERE id = $1 AND version = $7",
                     one.id, one.name, sort_key(one.name), one.search, one.content, one.updated,
                     one.version) == 1;
}

bool set_kept_deleted(db::Connection& c, std::string_view table, const Kept& one,
                      std::optional<Instant> deleted) {
    return c.execute("UPDATE " + std::string(table) +
                         " SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version = "
                         "$4",
                     one.id, deleted, one.updated, one.version) == 1;
}

}  // namespace dure::desks::energy
