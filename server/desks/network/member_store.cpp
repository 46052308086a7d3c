// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/member_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "server/desks/network/completeness.hpp"
#include "server/desks/network/member_codec.hpp"
#include "server/desks/network/membership_store.hpp"
#include "server/people/organisation_store.hpp"
#include "server/people/place.hpp"

namespace dure::desks::network {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO member_profile (organisation, content, listing, completeness, missing, consent_until,"
    " certificate_until, owner, version, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
constexpr std::string_view kUpdate =
    "UPDATE member_profile SET content = $2, listing = $3, completeness = $4, missing = $5, consent_until = "
    "$6,"
    " certificate_until = $7, updated = $8, version = version + 1 WHERE organisation = $1 AND version = $9";
constexpr std::string_view kSetDeleted =
    "UPDATE member_profile SET deleted = $2, updated = $3, version = version + 1"
    " WHERE organisation = $1 AND version = $4";
constexpr std::string_view kSelect =
    "SELECT organisation, content, owner, version, created, updated, deleted FROM member_profile"
    " WHERE organisation IN (";
constexpr std::string_view kIds =
    "SELECT p.organisation FROM member_profile p JOIN organisation o ON o.id = p.organisation"
    " WHERE p.deleted IS NULL AND o.deleted IS NULL ORDER BY p.organisation";
constexpr std::size_t kChunk = 500;

struct Kept {
    std::string content, listing, missing;
    std::int64_t completeness;
    std::optional<std::string> consent_until, certificate_until;
};

Kept kept(const Member& one) {
    const Completeness filled = completeness_of(one.organisation.content, one.profile);
    Kept made{.content = encode(one.profile),
              .listing = std::string(name_of(one.profile.consent.listing)),
              .missing = fmt::format("{}", fmt::join(filled.missing, " ")),
              .completeness = filled.percent,
              .consent_until = one.profile.consent.valid_until,
              .certificate_until = {}};
    for (const Certificate& certificate : one.profile.certificates) {
        const auto& day = certificate.valid_until;
        if (day && (!made.certificate_until || *day < *made.certificate_until)) made.certificate_until = day;
    }
    return made;
}

void add_clusters(db::Connection& c, std::vector<Member>& members, const std::string& today) {
    std::vector<std::string> ids;
    for (const Member& one : members) ids.push_back(one.id());
    const auto belongs = clusters_of(c, ids, today);
    std::set<std::string> clusters;
    for (const auto& [member, own] : belongs) clusters.insert(own.begin(), own.end());
    std::map<std::string, std::string> names;
    for (const auto& cluster : people::find_organisations(c, {clusters.begin(), clusters.end()}))
        names[cluster.id] = people::primary_of(cluster.content.names).name;
    for (Member& one : members) {
        const auto own = belongs.find(one.id());
        if (own == belongs.end()) continue;
        for (const std::string& id : own->second) one.clusters.push_back({id, names[id]});
    }
}

void read_chunk(db::Connection& c, const std::vector<std::string>& ids, const std::string& today,
                std::vector<Member>& to) {
    std::map<std::string, Member> found;
    for (auto& organisation : people::find_organisations(c, ids)) {
        if (organisation.deleted) continue;
        const std::string id = organisation.id;
        found[id].organisation = std::move(organisation);
    }
    std::set<std::string> there;
    c.run(std::string(kSelect) + people::numbered(ids.size()) + ")",
          std::vector<db::Value>(ids.begin(), ids.end()), [&](const db::Row& row) {
              const auto at = found.find(row.text(0));
              if (at == found.end()) return;
              there.insert(row.text(0));
              Member& one = at->second;
              one.profile = stored_profile(row.text(1));
              one.owner = row.text(2);
              one.profile_version = row.integer(3);
              one.created = row.integer(4);
              one.updated = row.integer(5);
              one.deleted = row.optional_integer(6);
          });
    std::vector<Member> members;
    for (const std::string& id : ids)
        if (there.erase(id) > 0) members.push_back(std::move(found.at(id)));
    add_clusters(c, members, today);
    std::ranges::move(members, std::back_inserter(to));
}

/// The condition and the key of a duty, of member_profile p and organisation o.
struct DutySql {
    std::string from, key, due;
    std::vector<db::Value> arguments;
};

DutySql sql_of(const DutyQuery& query) {
    DutySql sql{.from =
                    " FROM member_profile p JOIN organisation o ON o.id = p.organisation"
                    " WHERE p.deleted IS NULL AND o.deleted IS NULL",
                .key = "",
                .due = "CAST(NULL AS TEXT)",
                .arguments = {}};
    switch (query.duty) {
        case Duty::incomplete:
            sql.from += " AND p.completeness < 100";
            // Three digits, so that texts stand in the order of the numbers.
            sql.key = "substr('00' || CAST(p.completeness AS TEXT), length(CAST(p.completeness AS TEXT)), 3)";
            break;
        case Duty::no_consent:
            sql.from += " AND p.listing = 'nobody'";
            sql.key = "o.name_key";
            break;
        case Duty::consent_ending:
            sql.from += " AND p.listing <> 'nobody' AND p.consent_until <= $1";
            sql.key = sql.due = "p.consent_until";
            sql.arguments.emplace_back(query.until);
            break;
        case Duty::certificate_ending:
            sql.from += " AND p.certificate_until <= $1";
            sql.key = sql.due = "p.certificate_until";
            sql.arguments.emplace_back(query.until);
            break;
    }
    if (query.clusters) {
        const std::size_t first = sql.arguments.size() + 1;
        for (const std::string& id : *query.clusters) sql.arguments.emplace_back(id);
        sql.arguments.emplace_back(query.today);
        const std::string day = "$" + std::to_string(sql.arguments.size());
        const std::string list =
            query.clusters->empty() ? "NULL" : people::numbered(query.clusters->size(), first);
        sql.from +=
            " AND EXISTS (SELECT 1 FROM cluster_member m WHERE m.organisation = o.id AND m.cluster IN (" +
            list + ") AND COALESCE(m.from_day, '') <= " + day + " AND COALESCE(m.until_day, '9999') > " +
            day + ")";
    }
    return sql;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

}  // namespace

void insert_member(db::Connection& c, const Member& one) {
    const Kept k = kept(one);
    c.execute(kInsert, one.id(), k.content, k.listing, k.completeness, k.missing, k.consent_until,
              k.certificate_until, one.owner, one.profile_version, one.created, one.updated);
}

std::optional<Member> find_member(db::Connection& c, const std::string& id, const std::string& today) {
    auto found = find_members(c, {id}, today);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::vector<Member> find_members(db::Connection& c, const std::vector<std::string>& ids,
                                 const std::string& today) {
    std::vector<Member> members;
    for (std::size_t at = 0; at < ids.size(); at += kChunk) {
        const auto from = ids.begin() + static_cast<std::ptrdiff_t>(at);
        const auto to = ids.begin() + static_cast<std::ptrdiff_t>(std::min(at + kChunk, ids.size()));
        read_chunk(c, {from, to}, today, members);
    }
    return members;
}

std::vector<std::string> member_ids(db::Connection& c) {
    std::vector<std::string> ids;
    for (const auto& row : c.query(kIds)) ids.push_back(row.text(0));
    return ids;
}

bool update_member(db::Connection& c, const Member& one) {
    const Kept k = kept(one);
    return c.execute(kUpdate, one.id(), k.content, k.listing, k.completeness, k.missing, k.consent_until,
                     k.certificate_until, one.updated, one.profile_version) == 1;
}

bool set_member_deleted(db::Connection& c, const Member& one, std::optional<Instant> deleted) {
    return c.execute(kSetDeleted, one.id(), deleted, one.updated, one.profile_version) == 1;
}

std::vector<DueMember> list_due(db::Connection& c, const DutyQuery& query) {
    DutySql sql = sql_of(query);
    std::string text = "SELECT o.id, o.name, o.country, o.fictitious, p.completeness, p.missing, " + sql.due +
                       ", " + sql.key + sql.from;
    if (query.after) {
        sql.arguments.emplace_back(query.after->first);
        sql.arguments.emplace_back(query.after->second);
        const std::size_t n = sql.arguments.size();
        text += " AND (" + sql.key + ", o.id) > ($" + std::to_string(n - 1) + ", $" + std::to_string(n) + ")";
    }
    text += " ORDER BY " + sql.key + ", o.id LIMIT " + std::to_string(query.limit + 1);
    std::vector<DueMember> list;
    c.run(text, sql.arguments, [&](const db::Row& row) {
        list.push_back({.id = row.text(0),
                        .name = row.text(1),
                        .country = row.text(2),
                        .fictitious = row.boolean(3),
                        .completeness = row.integer(4),
                        .missing = split(row.text(5)),
                        .due = row.optional_text(6),
                        .key = row.text(7)});
    });
    return list;
}

std::int64_t count_due(db::Connection& c, const DutyQuery& query) {
    const DutySql sql = sql_of(query);
    std::int64_t count = 0;
    c.run("SELECT count(*)" + sql.from, sql.arguments, [&](const db::Row& row) { count = row.integer(0); });
    return count;
}

}  // namespace dure::desks::network
