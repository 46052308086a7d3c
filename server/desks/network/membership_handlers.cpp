// SPDX-License-Identifier: Apache-2.0
#include "engine/base/text.hpp"
#include "server/auth/once.hpp"
#include "server/codec/codec.hpp"
#include "server/desks/network/cluster_handlers.hpp"
#include "server/desks/network/cluster_service.hpp"
#include "server/desks/network/days.hpp"
#include "server/desks/network/membership_codec.hpp"
#include "server/desks/network/membership_store.hpp"
#include "server/desks/network/requirements.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::network {
namespace {

struct MemberPlace {
    std::string name_key, id;
};
BOOST_DESCRIBE_STRUCT(MemberPlace, (), (name_key, id))
std::span<const codec::Rule> json_rules(const MemberPlace*) {
    static const codec::Rule rules[] = {codec::required("name_key"), codec::required("id")};
    return rules;
}

MembershipView present(const ListedMembership& one, const Cluster& cluster, const ClusterReach& reach) {
    MembershipView view{{one.days}};
    view.id = one.id;
    view.cluster = one.cluster;
    view.organisation = one.organisation;
    view.name = one.name;
    view.country = one.country;
    view.kind = one.kind;
    view.fictitious = one.fictitious;
    view.version = one.version;
    if (may_date_members(reach, cluster)) view.actions.emplace_back("change_cluster_member");
    if (may_enter_members(reach, cluster)) view.actions.emplace_back("remove_cluster_member");
    return view;
}

Response answer(const ListedMembership& one, const Cluster& cluster, const ClusterReach& reach,
                int status = 200) {
    return std::move(http::json_text(encode(present(one, cluster, reach)), status)
                         .with("ETag", http::etag_of(one.version)));
}

ListedMembership found_membership(db::Connection& c, const Request& request, const Cluster& cluster) {
    auto one = find_membership(c, cluster.id, request.parameters.at("membership_id"));
    if (!one) http::refuse(404, "http.not_found");
    return std::move(*one);
}

}  // namespace

Response MembershipHandlers::list_cluster_members(const Request& request, const Actor& actor) {
    constexpr std::string_view times[] = {"now", "past", "all"};
    http::Query query(request);
    MembershipQuery wanted{.cluster = request.parameters.at("cluster_id"),
                           .part = query.text("q").value_or(""),
                           .day = day_of(desk_.clock())};
    wanted.time = static_cast<MembershipTime>(query.choice("time", times).value_or(0));
    if (const auto place = query.cursor<MemberPlace>()) wanted.after = {place->name_key, place->id};
    wanted.limit = query.limit();
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        const ClusterReach reach = reach_of(c, actor, desk_.clock());
        const Cluster cluster = readable_cluster(c, request, reach);
        auto list = list_memberships(c, wanted);
        MembershipPage page;
        if (list.size() > static_cast<std::size_t>(wanted.limit)) {
            list.pop_back();
            page.next_cursor = http::write_cursor(MemberPlace{list.back().name_key, list.back().id});
        }
        for (const auto& one : list) page.items.push_back(present(one, cluster, reach));
        return http::json_text(encode(page));
    });
}

Response MembershipHandlers::add_cluster_member(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_new_membership);
    auth::Once once(desk_.database, request, actor, "add_cluster_member", desk_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        const ClusterReach reach = reach_of(c, actor, desk_.clock());
        const Cluster cluster = readable_cluster(c, request, reach);
        require(may_enter_members(reach, cluster));
        return answer(
            add_membership(c, desk_, cluster.id, wanted.organisation, wanted, {actor, request.request_id}),
            cluster, reach, 201);
    });
}

Response MembershipHandlers::change_cluster_member(const Request& request, const Actor& actor) {
    const auto days = http::read_json(request, decode_membership_days);
    return desk_.database.write([&](db::Connection& c) {
        const ClusterReach reach = reach_of(c, actor, desk_.clock());
        const Cluster cluster = readable_cluster(c, request, reach);
        require(may_date_members(reach, cluster));
        const auto one = found_membership(c, request, cluster);
        http::require_match(request, one.version);
        return answer(change_membership(c, desk_, one, days, {actor, request.request_id}), cluster, reach);
    });
}

Response MembershipHandlers::remove_cluster_member(const Request& request, const Actor& actor) {
    desk_.database.write([&](db::Connection& c) {
        const ClusterReach reach = reach_of(c, actor, desk_.clock());
        const Cluster cluster = readable_cluster(c, request, reach);
        require(may_enter_members(reach, cluster));
        const auto one = found_membership(c, request, cluster);
        http::require_match(request, one.version);
        remove_membership(c, desk_, one, {actor, request.request_id});
    });
    return http::no_content();
}

}  // namespace dure::desks::network
