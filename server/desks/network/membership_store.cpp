// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/membership_store.hpp"

#include "engine/base/text.hpp"
#include "server/db/like.hpp"
#include "server/people/organisation_codec.hpp"
#include "server/people/place.hpp"

namespace dure::desks::network {
namespace {

constexpr std::string_view kSelect =
    "SELECT m.id, m.cluster, m.organisation, m.from_day, m.until_day, m.version, m.created, m.updated, "
    "o.name,"
    " o.name_key, o.country, o.kind, o.fictitious FROM cluster_member m JOIN organisation o ON o.id ="
    " m.organisation";
constexpr std::string_view kInsert =
    "INSERT INTO cluster_member (id, cluster, organisation, from_day, until_day, version, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view kUpdate =
    "UPDATE cluster_member SET from_day = $2, until_day = $3, updated = $4, version = version + 1"
    " WHERE id = $1 AND version = $5";
constexpr std::string_view kRemove = "DELETE FROM cluster_member WHERE id = $1 AND version = $2";
constexpr std::string_view kClustersOf =
    "SELECT m.organisation, m.cluster FROM cluster_member m JOIN cluster k ON k.id = m.cluster"
    " WHERE k.deleted IS NULL AND (m.from_day IS NULL OR m.from_day <= $1)"
    " AND (m.until_day IS NULL OR m.until_day > $1) AND m.organisation IN (";
constexpr std::string_view kMembersOf =
    "SELECT organisation FROM cluster_member WHERE cluster = $1 AND (from_day IS NULL OR from_day <= $2)"
    " AND (until_day IS NULL OR until_day > $2)";

ListedMembership from_row(const db::Row& row) {
    ListedMembership one;
    one.id = row.text(0);
    one.cluster = row.text(1);
    one.organisation = row.text(2);
    one.days = {row.optional_text(3), row.optional_text(4)};
    one.version = row.integer(5);
    one.created = row.integer(6);
    one.updated = row.integer(7);
    one.name = row.text(8);
    one.name_key = row.text(9);
    one.country = row.text(10);
    one.kind = people::organisation_kind(row.text(11));
    one.fictitious = row.boolean(12);
    return one;
}

}  // namespace

void insert_membership(db::Connection& c, const Membership& one) {
    c.execute(kInsert, one.id, one.cluster, one.organisation, one.days.from, one.days.until, one.version,
              one.created, one.updated);
}

std::optional<ListedMembership> find_membership(db::Connection& c, const std::string& cluster,
                                                const std::string& id) {
    const auto row = c.query_one(std::string(kSelect) + " WHERE m.cluster = $1 AND m.id = $2", cluster, id);
    if (!row) return std::nullopt;
    return from_row(*row);
}

bool update_membership(db::Connection& c, const Membership& one) {
    return c.execute(kUpdate, one.id, one.days.from, one.days.until, one.updated, one.version) == 1;
}

bool remove_membership(db::Connection& c, const Membership& one) {
    return c.execute(kRemove, one.id, one.version) == 1;
}

std::vector<Membership> memberships_of(db::Connection& c, const std::string& cluster,
                                       const std::string& organisation) {
    std::vector<Membership> found;
    for (const db::Row& row :
         c.query(std::string(kSelect) + " WHERE m.cluster = $1 AND m.organisation = $2 ORDER BY m.id",
                 cluster, organisation))
        found.push_back(from_row(row));
    return found;
}

std::vector<ListedMembership> list_memberships(db::Connection& c, const MembershipQuery& query) {
    std::string sql =
        std::string(kSelect) + " WHERE m.cluster = $1 AND o.search LIKE $2 ESCAPE '!' AND o.deleted IS NULL";
    std::vector<db::Value> arguments{query.cluster, db::containing(folded(query.part))};
    if (query.time != MembershipTime::all) arguments.emplace_back(query.day);
    if (query.time == MembershipTime::now)
        sql += " AND (m.from_day IS NULL OR m.from_day <= $3) AND (m.until_day IS NULL OR m.until_day > $3)";
    if (query.time == MembershipTime::past) sql += " AND m.until_day <= $3";
    if (query.after) {
        sql += " AND (o.name_key, m.id) > (" + people::numbered(2, arguments.size() + 1) + ")";
        arguments.emplace_back(query.after->first);
        arguments.emplace_back(query.after->second);
    }
    sql += " ORDER BY o.name_key, m.id LIMIT " + std::to_string(query.limit + 1);
    std::vector<ListedMembership> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    return list;
}

std::map<std::string, std::set<std::string>> clusters_of(db::Connection& c,
                                                         const std::vector<std::string>& organisations,
                                                         const std::string& day) {
    std::map<std::string, std::set<std::string>> found;
    constexpr std::size_t most = 500;  // parameters of one statement
    for (std::size_t begin = 0; begin < organisations.size(); begin += most) {
        const std::size_t end = std::min(organisations.size(), begin + most);
        std::vector<db::Value> arguments{day};
        for (std::size_t i = begin; i < end; ++i) arguments.emplace_back(organisations[i]);
        c.run(std::string(kClustersOf) + people::numbered(end - begin, 2) + ")", arguments,
              [&](const db::Row& row) { found[row.text(0)].insert(row.text(1)); });
    }
    return found;
}

std::set<std::string> member_ids_of(db::Connection& c, const std::string& cluster, const std::string& day) {
    std::set<std::string> ids;
    for (const db::Row& row : c.query(kMembersOf, cluster, day)) ids.insert(row.text(0));
    return ids;
}

}  // namespace dure::desks::network
