// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/cluster_handlers.hpp"

#include "server/auth/once.hpp"
#include "server/codec/codec.hpp"
#include "server/desks/network/cluster_service.hpp"
#include "server/desks/network/cluster_store.hpp"
#include "server/desks/network/days.hpp"
#include "server/desks/network/record_store.hpp"
#include "server/desks/network/requirements.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"
#include "server/people/texts.hpp"

namespace dure::desks::network {

BOOST_DESCRIBE_STRUCT(ClusterPlace, (), (text, number, id))
std::span<const codec::Rule> json_rules(const ClusterPlace*) {
    static const codec::Rule rules[] = {codec::required("text"), codec::required("number"),
                                        codec::required("id")};
    return rules;
}

namespace {

Response answer(db::Connection& c, const Cluster& one, const ClusterLight& light, int status = 200) {
    return std::move(http::json_text(encode(present(c, {one}, light).front()), status)
                         .with("ETag", http::etag_of(one.version())));
}

/// The filters that the list and the download share.
ClusterQuery filters_in(http::Query& query) {
    constexpr std::string_view standings[] = {"member", "former", "candidate"};
    constexpr std::string_view orders[] = {"name", "-name", "joined", "-joined", "updated", "-updated"};
    ClusterQuery wanted{.part = query.text("q").value_or(""),
                        .country = query.text("country", 2),
                        .deleted = query.boolean("deleted", false)};
    if (const auto standing = query.choice("standing", standings))
        wanted.standing = static_cast<Standing>(*standing);
    if (const auto order = query.choice("sort", orders)) wanted.order = static_cast<ClusterOrder>(*order);
    if (wanted.country && !people::is_country(*wanted.country))
        query.refuse("country", "json.bad_format", {{"format", "KR"}});
    return wanted;
}

/// A partner cluster's list has its own clusters alone, and none of those put away.
void limit_to_reach(ClusterQuery& wanted, const ClusterLight& light) {
    wanted.day = light.day;
    if (!light.reach.reads_all) {
        wanted.ids = light.reach.own;
        wanted.deleted = false;
    }
}

/// What a partner cluster may not write must be as it was; its note it has never seen.
void keep_standing(ClusterContent& content, const Cluster& one) {
    content.note = one.content.note;
    Errors errors;
    if (content.periods != one.content.periods)
        errors.push_back({.code = "cluster.secretariat_only", .pointer = "/periods"});
    if (content.agreements != one.content.agreements)
        errors.push_back({.code = "cluster.secretariat_only", .pointer = "/agreements"});
    if (!errors.empty()) http::refuse_fields(std::move(errors));
}

}  // namespace

Cluster readable_cluster(db::Connection& c, const Request& request, const ClusterReach& reach) {
    auto one = find_cluster(c, request.parameters.at("cluster_id"));
    if (!one || !may_read(reach, *one)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

ClusterLight light_of(db::Connection& c, const Desk& desk, const Actor& actor) {
    const Instant now = desk.clock();
    return {.reach = reach_of(c, actor, now), .rule = current_rule(c), .day = day_of(now)};
}

Response ClusterHandlers::list_clusters(const Request& request, const Actor& actor) {
    http::Query query(request);
    ClusterQuery wanted = filters_in(query);
    wanted.after = query.cursor<ClusterPlace>();
    wanted.limit = query.limit();
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        const ClusterLight light = light_of(c, desk_, actor);
        limit_to_reach(wanted, light);
        auto list = network::list_clusters(c, wanted);
        ClusterPage page;
        if (list.size() > static_cast<std::size_t>(wanted.limit)) {
            list.pop_back();
            page.next_cursor = http::write_cursor(place_of(list.back(), wanted.order));
        }
        page.items = present(c, list, light);
        return http::json_text(encode(page));
    });
}

Response ClusterHandlers::export_clusters(const Request& request, const Actor& actor) {
    constexpr std::string_view formats[] = {"csv", "xlsx"};
    http::Query query(request);
    ClusterQuery wanted = filters_in(query);
    wanted.limit = 0;
    if (query.required_text("format").empty()) query.done();
    const bool csv = query.choice("format", formats) == 0u;
    query.done();
    const tables::Table table = desk_.database.read([&](db::Connection& c) {
        const ClusterLight light = light_of(c, desk_, actor);
        limit_to_reach(wanted, light);
        return table_of(present(c, network::list_clusters(c, wanted), light));
    });
    Response response{
        .content_type = csv ? "text/csv; charset=utf-8"
                            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        .body = csv ? tables::to_csv(table) : tables::to_xlsx(std::span(&table, 1))};
    return std::move(response.with("Content-Disposition", std::string("attachment; filename=\"clusters.") +
                                                              (csv ? "csv" : "xlsx") + '"'));
}

Response ClusterHandlers::create_cluster(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_new_cluster);
    auth::Once once(desk_.database, request, actor, "create_cluster", desk_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        const auto made = network::create_cluster(c, desk_, content, {actor, request.request_id});
        return answer(c, made, light_of(c, desk_, actor), 201);
    });
}

Response ClusterHandlers::get_cluster(const Request& request, const Actor& actor) {
    // Never 304: the validation follows the rule and the members too, which the version does not count.
    return desk_.database.read([&](db::Connection& c) {
        const ClusterLight light = light_of(c, desk_, actor);
        return answer(c, readable_cluster(c, request, light.reach), light);
    });
}

Response ClusterHandlers::replace_cluster(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_cluster);
    return desk_.database.write([&](db::Connection& c) {
        const ClusterLight light = light_of(c, desk_, actor);
        Cluster one = readable_cluster(c, request, light.reach);
        require(may_change(light.reach, one));
        http::require_match(request, one.version());
        ClusterContent content = wanted;
        if (!may_change_standing(light.reach)) keep_standing(content, one);
        return answer(
            c, network::replace_cluster(c, desk_, std::move(one), content, {actor, request.request_id}),
            light);
    });
}

Response ClusterHandlers::delete_cluster(const Request& request, const Actor& actor) {
    desk_.database.write([&](db::Connection& c) {
        const ClusterReach reach = reach_of(c, actor, desk_.clock());
        Cluster one = readable_cluster(c, request, reach);
        require(may_remove(reach, one));
        http::require_match(request, one.version());
        remove_cluster(c, desk_, std::move(one), {actor, request.request_id});
    });
    return http::no_content();
}

Response ClusterHandlers::restore_cluster(const Request& request, const Actor& actor) {
    return desk_.database.write([&](db::Connection& c) {
        const ClusterLight light = light_of(c, desk_, actor);
        auto one = find_cluster(c, request.parameters.at("cluster_id"));
        if (!one) http::refuse(404, "http.not_found");
        require(may_restore(light.reach));
        return answer(c, network::restore_cluster(c, desk_, std::move(*one), {actor, request.request_id}),
                      light);
    });
}

Response ClusterHandlers::list_cluster_history(const Request& request, const Actor& actor) {
    const auto wanted = oversight::read_history_query(request, kCluster, request.parameters.at("cluster_id"));
    return desk_.database.read([&](db::Connection& c) {
        readable_cluster(c, request, reach_of(c, actor, desk_.clock()));
        return http::json_text(oversight::page_of(c, wanted));
    });
}

}  // namespace dure::desks::network
