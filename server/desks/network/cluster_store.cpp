// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/cluster_store.hpp"

#include "engine/base/text.hpp"
#include "server/db/like.hpp"
#include "server/desks/network/cluster_codec.hpp"
#include "server/people/organisation_store.hpp"

namespace dure::desks::network {
namespace {

constexpr std::string_view kSelect =
    "SELECT k.id, k.content, a.name, k.owner, k.version, k.created, k.updated, k.deleted"
    " FROM cluster k JOIN organisation o ON o.id = k.id JOIN account a ON a.id = k.owner";
constexpr std::string_view kInsert =
    "INSERT INTO cluster (id, content, search, joined, left_on, owner, version, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr std::string_view kUpdate =
    "UPDATE cluster SET content = $2, search = $3, joined = $4, left_on = $5, updated = $6,"
    " version = version + 1 WHERE id = $1 AND version = $7";
constexpr std::string_view kSetDeleted =
    "UPDATE cluster SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version = $4";
constexpr std::string_view kCount =
    "SELECT m.cluster, COUNT(DISTINCT o.id), COUNT(DISTINCT o.kind) FROM cluster_member m"
    " JOIN organisation o ON o.id = m.organisation WHERE o.deleted IS NULL"
    " AND (m.from_day IS NULL OR m.from_day <= $1) AND (m.until_day IS NULL OR m.until_day > $1)"
    " AND m.cluster IN (";

/// The days of the latest membership, "" where there is none: both databases then order them alike.
struct Days {
    std::string joined, left;
};

Days days_of(const ClusterProfile& profile) {
    if (profile.periods.empty()) return {};
    return {profile.periods.back().joined, profile.periods.back().left.value_or("")};
}

bool by_name(ClusterOrder order) {
    return order == ClusterOrder::name || order == ClusterOrder::name_down;
}
bool by_joined(ClusterOrder order) {
    return order == ClusterOrder::joined || order == ClusterOrder::joined_down;
}
bool downwards(ClusterOrder order) {
    return order == ClusterOrder::name_down || order == ClusterOrder::joined_down ||
           order == ClusterOrder::updated_down;
}

/// What organisation and cluster say together.
void join(Cluster& one, const people::Organisation& organisation) {
    one.content.names = organisation.content.names;
    one.content.country = organisation.content.country;
    one.content.web = organisation.content.web;
    one.content.address = organisation.content.address;
    one.content.note = organisation.content.note;
    one.fictitious = organisation.fictitious;
    one.organisation_version = organisation.version;
}

std::vector<Cluster> select(db::Connection& c, const std::string& sql,
                            const std::vector<db::Value>& arguments) {
    std::vector<Cluster> list;
    std::vector<std::string> ids;
    c.run(sql, arguments, [&](const db::Row& row) {
        Cluster one{.id = row.text(0),
                    .owner = row.text(3),
                    .owner_name = row.text(2),
                    .own_version = row.integer(4),
                    .created = row.integer(5),
                    .updated = row.integer(6),
                    .deleted = row.optional_integer(7)};
        static_cast<ClusterProfile&>(one.content) = decode_profile(row.text(1));
        ids.push_back(one.id);
        list.push_back(std::move(one));
    });
    std::map<std::string, people::Organisation> organisations;
    for (auto& one : people::find_organisations(c, ids)) organisations.emplace(one.id, std::move(one));
    for (Cluster& one : list) join(one, organisations.at(one.id));
    return list;
}

/// Builds a query's conditions with their parameters.
class Conditions {
  public:
    explicit Conditions(std::string sql) : sql_(std::move(sql)) {}

    std::string parameter(db::Value value) {
        arguments_.push_back(std::move(value));
        return "$" + std::to_string(arguments_.size());
    }
    void add(const std::string& condition) { sql_ += " AND " + condition; }
    void end(const std::string& text) { sql_ += text; }
    const std::string& sql() const { return sql_; }
    const std::vector<db::Value>& arguments() const { return arguments_; }

  private:
    std::string sql_;
    std::vector<db::Value> arguments_;
};

void add_standing(Conditions& where, Standing standing, const std::string& day) {
    const std::string today = where.parameter(day);
    switch (standing) {
        case Standing::member:
            where.add("k.joined <> '' AND k.joined <= " + today + " AND (k.left_on = '' OR k.left_on > " +
                      today + ")");
            break;
        case Standing::former:
            where.add("k.left_on <> '' AND k.left_on <= " + today);
            break;
        case Standing::candidate:
            where.add("(k.joined = '' OR k.joined > " + today + ")");
            break;
    }
}

void add_order(Conditions& where, const ClusterQuery& query) {
    const std::string key = by_name(query.order)     ? "o.name_key"
                            : by_joined(query.order) ? "k.joined"
                                                     : "k.updated";
    const bool down = downwards(query.order);
    if (query.after) {
        const bool text = by_name(query.order) || by_joined(query.order);
        const std::string first =
            where.parameter(text ? db::Value(query.after->text) : db::Value(query.after->number));
        const std::string second = where.parameter(query.after->id);
        where.add("(" + key + ", k.id) " + (down ? "<" : ">") + " (" + first + ", " + second + ")");
    }
    const std::string way = down ? " DESC" : "";
    where.end(" ORDER BY " + key + way + ", k.id" + way);
    if (query.limit > 0) where.end(" LIMIT " + std::to_string(query.limit + 1));
}

}  // namespace

std::string search_text(const ClusterProfile& profile) {
    std::string text = profile.region + '\n' + profile.city + '\n';
    for (const ClusterContact& one : profile.contacts) text += one.name + '\n';
    return folded(text);
}

void insert_cluster(db::Connection& c, const Cluster& one) {
    const Days days = days_of(one.content);
    c.execute(kInsert, one.id, encode_profile(one.content), search_text(one.content), days.joined, days.left,
              one.owner, one.own_version, one.created, one.updated);
}

std::optional<Cluster> find_cluster(db::Connection& c, const std::string& id) {
    auto found = select(c, std::string(kSelect) + " WHERE k.id = $1", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

bool update_cluster(db::Connection& c, const Cluster& one) {
    const Days days = days_of(one.content);
    return c.execute(kUpdate, one.id, encode_profile(one.content), search_text(one.content), days.joined,
                     days.left, one.updated, one.own_version) == 1;
}

bool set_cluster_deleted(db::Connection& c, const Cluster& one, std::optional<Instant> deleted) {
    return c.execute(kSetDeleted, one.id, deleted, one.updated, one.own_version) == 1;
}

std::vector<Cluster> list_clusters(db::Connection& c, const ClusterQuery& query) {
    if (query.ids && query.ids->empty()) return {};
    Conditions where(std::string(kSelect) + " WHERE k.deleted IS " + (query.deleted ? "NOT NULL" : "NULL"));
    const std::string part = where.parameter(db::containing(folded(query.part)));
    where.add("(o.search LIKE " + part + " ESCAPE '!' OR k.search LIKE " + part + " ESCAPE '!')");
    if (query.country) where.add("o.country = " + where.parameter(*query.country));
    if (query.standing) add_standing(where, *query.standing, query.day);
    if (query.ids) {
        std::string list;
        for (const std::string& id : *query.ids) list += (list.empty() ? "" : ", ") + where.parameter(id);
        where.add("k.id IN (" + list + ")");
    }
    add_order(where, query);
    return select(c, where.sql(), where.arguments());
}

ClusterPlace place_of(const Cluster& one, ClusterOrder order) {
    if (by_name(order))
        return {.text = sort_key(people::primary_of(one.content.names).name), .number = 0, .id = one.id};
    if (by_joined(order)) return {.text = days_of(one.content).joined, .number = 0, .id = one.id};
    return {.text = "", .number = one.updated, .id = one.id};
}

std::map<std::string, CountedMembers> count_members(db::Connection& c,
                                                    const std::vector<std::string>& clusters,
                                                    const std::string& day) {
    std::map<std::string, CountedMembers> counts;
    if (clusters.empty()) return counts;
    std::vector<db::Value> arguments{day};
    arguments.insert(arguments.end(), clusters.begin(), clusters.end());
    c.run(std::string(kCount) + people::numbered(clusters.size(), 2) + ") GROUP BY m.cluster", arguments,
          [&](const db::Row& row) { counts[row.text(0)] = {row.integer(1), row.integer(2)}; });
    return counts;
}

}  // namespace dure::desks::network
