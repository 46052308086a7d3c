// SPDX-License-Identifier: Apache-2.0
#include "server/app/example_members.hpp"

#include <spdlog/spdlog.h>

#include <map>

#include "server/audit/audit.hpp"
#include "server/auth/role_store.hpp"
#include "server/desks/network/days.hpp"
#include "server/desks/network/member_store.hpp"
#include "server/desks/network/membership_store.hpp"
#include "server/desks/network/taxonomy_store.hpp"
#include "server/people/organisation_store.hpp"
#include "server/search/changes.hpp"

namespace dure::app {
namespace {

namespace network = desks::network;

constexpr std::string_view kMembersSeeded = "SELECT 1 FROM setting WHERE name = 'example_members'";
constexpr std::string_view kMembersNoteSeeded =
    "INSERT INTO setting (name, value, updated) VALUES ('example_members', 'fictitious', $1)";
constexpr std::string_view kOwner =
    "SELECT a.id, a.name FROM account a JOIN role_grant r ON r.account = a.id WHERE a.example = 1"
    " ORDER BY CASE r.role WHEN 'cluster_manager' THEN 0 ELSE 1 END, a.created, a.id LIMIT 1";
constexpr std::string_view kClusters =
    "SELECT k.id, o.country FROM cluster k JOIN organisation o ON o.id = k.id"
    " WHERE o.fictitious = 1 AND k.deleted IS NULL ORDER BY k.id";
constexpr std::string_view kRequest = "example";
constexpr std::size_t kMembers = 3600;
constexpr std::uint64_t kSeed = 2026;

struct Worker {
    auth::ExampleAccount account;
    std::string name;
    std::string country;  ///< of the member or cluster
};

const std::vector<Worker>& workers() {
    static const std::vector<Worker> list{
        {{"company@example.dure", "try-dure-as-company", auth::Role::company}, "체험 회원사 담당", "KR"}};
    return list;
}

using ByCountry = std::map<std::string, std::vector<std::string>>;

ByCountry clusters_by_country(db::Connection& c) {
    ByCountry clusters;
    for (const auto& row : c.query(kClusters)) clusters[row.text(1)].push_back(row.text(0));
    return clusters;
}

/// Writes the members and returns the first of each country.
std::map<std::string, std::string> insert(db::Connection& c, const network::Desk& desk,
                                          const std::vector<InventedMember>& invented,
                                          const ByCountry& clusters, const std::string& owner) {
    std::map<std::string, std::string> first;
    std::map<std::string, std::size_t> turns;
    const Instant now = desk.clock();
    for (const InventedMember& one : invented) {
        network::Member member;
        member.organisation = {.id = desk.ids.next(),
                               .content = one.organisation,
                               .owner = owner,
                               .fictitious = true,
                               .created = now,
                               .updated = now};
        member.profile = one.profile;
        member.owner = owner;
        member.created = member.updated = now;
        people::insert_organisation(c, member.organisation);
        network::insert_member(c, member);
        const std::string& country = one.organisation.country;
        first.emplace(country, member.id());
        const auto own = clusters.find(country);
        if (own == clusters.end()) continue;
        network::insert_membership(c, {.id = desk.ids.next(),
                                       .cluster = own->second[turns[country]++ % own->second.size()],
                                       .organisation = member.id(),
                                       .days = {},
                                       .created = now,
                                       .updated = now});
    }
    return first;
}

void give_role(db::Connection& c, const network::Desk& desk, const std::string& account, auth::Role role,
               const std::string& organisation) {
    const Instant now = desk.clock();
    auth::insert_grant(c, {.id = desk.ids.next(),
                           .account = account,
                           .role = role,
                           .organisation = organisation,
                           .period = {.from = now, .until = {}},
                           .created = now,
                           .updated = now});
}

}  // namespace

std::vector<auth::ExampleAccount> example_member_accounts() {
    std::vector<auth::ExampleAccount> accounts;
    for (const Worker& one : workers()) accounts.push_back(one.account);
    return accounts;
}

void seed_example_members(const network::Desk& desk, auth::Accounts& accounts) {
    if (desk.database.read([](db::Connection& c) { return c.query_one(kMembersSeeded).has_value(); })) return;
    const Instant began = desk.clock();
    const auto terms =
        desk.database.read([](db::Connection& c) { return network::current_taxonomy(c).terms; });
    const auto invented = invent_members(terms, kMembers, kSeed, network::day_of(began));
    std::vector<std::string> hashes;
    for (const Worker& one : workers())
        hashes.push_back(accounts.hash_new_password(one.account.password, one.account.email, one.name));
    desk.database.write([&](db::Connection& c) {
        const auto owner = c.query_one(kOwner);
        if (!owner) return;
        const ByCountry clusters = clusters_by_country(c);
        const auto first = insert(c, desk, invented, clusters, owner->text(0));
        for (std::size_t i = 0; i < workers().size(); ++i) {
            const Worker& one = workers()[i];
            const auto made = accounts.create(c, {.email = one.account.email, .name = one.name}, hashes[i],
                                              {}, {.request_id = std::string(kRequest)}, true);
            const auto cluster = clusters.find(one.country);
            if (one.account.role == auth::Role::company)
                give_role(c, desk, made.id, one.account.role, first.at(one.country));
            else if (cluster != clusters.end())
                give_role(c, desk, made.id, one.account.role, cluster->second.front());
        }
        search::note_change(c, search::kEverything, "", desk.clock());
        audit::record(c, {.at = desk.clock(),
                          .actor = owner->text(0),
                          .action = "seed_example_members",
                          .record_kind = "network_member",
                          .record_id = "example",
                          .before = {},
                          .after = R"({"members":)" + std::to_string(invented.size()) + "}",
                          .request_id = std::string(kRequest)});
        c.execute(kMembersNoteSeeded, desk.clock());
    });
    spdlog::info("{} fictitious members are in the database after {} ms", invented.size(),
                 (desk.clock() - began) / kMillisecond);
}

}  // namespace dure::app
