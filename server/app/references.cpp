// SPDX-License-Identifier: Apache-2.0
#include "server/app/references.hpp"

#include "server/people/person_store.hpp"
#include "server/search/changes.hpp"

namespace dure::app {
namespace {

constexpr std::string_view kProfile = "SELECT 1 FROM member_profile WHERE organisation = $1";
constexpr std::string_view kMoveProfile =
    "UPDATE member_profile SET organisation = $2, updated = $3, version = version + 1 WHERE organisation = "
    "$1";

bool move_profile(db::Connection& c, const people::Redirection& way) {
    search::note_change(c, "member", way.from, way.at);
    search::note_change(c, "member", way.to, way.at);
    return c.execute(kMoveProfile, way.from, way.to, way.at) == 1;
}

/// An organisation has one profile: it moves where the kept record has none, and else stays with the merged
/// one, out of sight.
people::Reference member_profile() {
    using Keys = std::vector<std::string>;
    return {
        .name = "member_profile",
        .count = [](db::Connection& c,
                    const std::string& organisation) { return c.query_one(kProfile, organisation) ? 1 : 0; },
        .redirect = [](db::Connection& c, const people::Redirection& way) -> Expected<Keys> {
            if (c.query_one(kProfile, way.to) || !move_profile(c, way)) return Keys{};
            return Keys{way.from};
        },
        .take_back = [](db::Connection& c, const people::Redirection& way,
                        const Keys& keys) -> Expected<void> {
            if (!keys.empty() && !move_profile(c, way))
                return fail("people.moved_on", {{"reference", "member_profile"}});
            return {};
        }};
}

constexpr std::string_view kCluster = "SELECT 1 FROM cluster WHERE id = $1";

/// A cluster shares its organisation's id, so it cannot move: it is the record to keep.
people::Reference cluster() {
    using Keys = std::vector<std::string>;
    return {
        .name = "cluster",
        .count = [](db::Connection& c,
                    const std::string& organisation) { return c.query_one(kCluster, organisation) ? 1 : 0; },
        .redirect = [](db::Connection& c, const people::Redirection& way) -> Expected<Keys> {
            if (c.query_one(kCluster, way.from)) return fail("cluster.kept_record");
            return Keys{};
        },
        .take_back = [](db::Connection&, const people::Redirection&, const Keys&) -> Expected<void> {
            return {};
        }};
}

}  // namespace

std::vector<people::Reference> organisation_references() {
    std::vector<people::Reference> all = people::own_references();
    all.push_back(people::reference_by({.name = "role_grant", .table = "role_grant"}));
    all.push_back(member_profile());
    all.push_back(cluster());
    all.push_back(people::reference_by({.name = "cluster_member", .table = "cluster_member"}));
    all.push_back(people::reference_by({.name = "comment", .table = "comment", .column = "subject_id"}));
    all.push_back(people::reference_by({.name = "task", .table = "task", .column = "subject_id"}));
    return all;
}

}  // namespace dure::app
