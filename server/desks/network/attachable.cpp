// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/attachable.hpp"

#include "server/desks/network/cluster_policy.hpp"
#include "server/desks/network/cluster_store.hpp"
#include "server/desks/network/disclosure.hpp"
#include "server/desks/network/member_store.hpp"
#include "server/people/organisation_store.hpp"

namespace dure::desks::network {
namespace {

std::string name_of(db::Connection& c, const std::string& organisation) {
    const auto one = people::find_organisation(c, organisation);
    return one ? people::primary_of(one->content.names).name : std::string();
}

}  // namespace

files::Kind attachable_clusters(Clock clock) {
    return {.name = "cluster",
            .page = "/network/clusters/",
            .access = [clock](db::Connection& c, const auth::Actor& actor,
                              const std::string& id) -> std::optional<files::Access> {
                const auto one = find_cluster(c, id);
                const auto reach = reach_of(c, actor, clock());
                if (!one || !may_read(reach, *one)) return std::nullopt;
                return files::Access{may_change(reach, *one), name_of(c, id)};
            }};
}

files::Kind attachable_members(Clock clock) {
    return {.name = "member",
            .page = "/network/members/",
            .access = [clock](db::Connection& c, const auth::Actor& actor,
                              const std::string& id) -> std::optional<files::Access> {
                const Viewer viewer = viewer_of(c, actor, clock());
                const auto one = find_member(c, id, viewer.today);
                if (!one || one->deleted) return std::nullopt;
                const Sight sight = viewer.sight(*one);
                if (!disclosed(*one, sight, viewer.today) || !groups_of(*one, sight, viewer.today).business)
                    return std::nullopt;
                return files::Access{viewer.may_change(*one), name_of(c, id)};
            }};
}

}  // namespace dure::desks::network
