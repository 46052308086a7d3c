// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/saved_search.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "server/desks/network/member_query.hpp"

namespace dure::desks::network {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO saved_search (id, account, name, query, notify, seen, version, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr std::string_view kOfAccount =
    "SELECT id, account, name, query, notify, version, created, updated FROM saved_search WHERE account = $1"
    " ORDER BY created, id";
constexpr std::string_view kToTell =
    "SELECT id, account, name, query, notify, version, created, updated FROM saved_search WHERE notify = 1"
    " ORDER BY account, id";
constexpr std::string_view kSeen = "SELECT record FROM saved_search_hit WHERE search = $1 AND seen = 1";
constexpr std::string_view kKnown = "SELECT record FROM saved_search_hit WHERE search = $1";
// What was seen needs no mail.
constexpr std::string_view kSee =
    "INSERT INTO saved_search_hit (search, record, told, found, seen) VALUES ($1, $2, 1, $3, 1)"
    " ON CONFLICT (search, record) DO UPDATE SET seen = 1";
constexpr std::string_view kTell =
    "INSERT INTO saved_search_hit (search, record, told, found, seen) VALUES ($1, $2, 1, $3, 0)"
    " ON CONFLICT (search, record) DO NOTHING";
constexpr std::string_view kUpdate =
    "UPDATE saved_search SET name = $1, query = $2, notify = $3, updated = $4, version = version + 1"
    " WHERE id = $5 AND version = $6";
constexpr std::string_view kRemoveHits = "DELETE FROM saved_search_hit WHERE search = $1";
constexpr std::string_view kRemove = "DELETE FROM saved_search WHERE id = $1";

SavedSearch from_row(const db::Row& row) {
    return {.id = row.text(0),
            .account = row.text(1),
            .name = row.text(2),
            .query = decode_member_query(row.text(3)).value(),
            .notify = row.boolean(4),
            .version = row.integer(5),
            .created = row.integer(6),
            .updated = row.integer(7)};
}

/// Those of `found` that a query of the search's hits does not name.
std::vector<std::string> without(db::Connection& c, std::string_view query, const std::string& search,
                                 const std::vector<std::string>& found) {
    std::set<std::string> known;
    for (const auto& row : c.query(query, search)) known.insert(row.text(0));
    std::vector<std::string> fresh;
    std::ranges::copy_if(found, std::back_inserter(fresh),
                         [&](const auto& id) { return !known.contains(id); });
    return fresh;
}

}  // namespace

void insert_search(db::Connection& c, const SavedSearch& one) {
    c.execute(kInsert, one.id, one.account, one.name, encode(one.query), one.notify, one.created, one.version,
              one.created, one.updated);
}

std::vector<SavedSearch> list_searches(db::Connection& c, const std::string& account) {
    std::vector<SavedSearch> list;
    for (const auto& row : c.query(kOfAccount, account)) list.push_back(from_row(row));
    return list;
}

std::optional<SavedSearch> find_search(db::Connection& c, const std::string& account, const std::string& id) {
    for (SavedSearch& one : list_searches(c, account))
        if (one.id == id) return std::move(one);
    return std::nullopt;
}

bool update_search(db::Connection& c, const SavedSearch& one) {
    return c.execute(kUpdate, one.name, encode(one.query), one.notify, one.updated, one.id, one.version) == 1;
}

void remove_search(db::Connection& c, const std::string& id) {
    c.execute(kRemoveHits, id);
    c.execute(kRemove, id);
}

std::vector<SavedSearch> searches_to_tell(db::Connection& c) {
    std::vector<SavedSearch> list;
    for (const auto& row : c.query(kToTell)) list.push_back(from_row(row));
    return list;
}

std::vector<std::string> unseen(db::Connection& c, const std::string& search,
                                const std::vector<std::string>& found) {
    return without(c, kSeen, search, found);
}

std::vector<std::string> untold(db::Connection& c, const std::string& search,
                                const std::vector<std::string>& found) {
    return without(c, kKnown, search, found);
}

void mark_seen(db::Connection& c, const std::string& search, const std::vector<std::string>& found,
               Instant now) {
    for (const std::string& id : unseen(c, search, found)) c.execute(kSee, search, id, now);
}

std::int64_t mark_told(db::Connection& c, const std::string& search, const std::vector<std::string>& fresh,
                       Instant now) {
    std::int64_t marked = 0;
    for (const std::string& id : fresh) marked += c.execute(kTell, search, id, now);
    return marked;
}

}  // namespace dure::desks::network
