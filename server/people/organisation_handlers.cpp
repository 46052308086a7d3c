// SPDX-License-Identifier: Apache-2.0
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"
#include "server/people/handlers.hpp"
#include "server/people/list_query.hpp"
#include "server/people/organisation_download.hpp"
#include "server/people/organisation_service.hpp"
#include "server/people/organisation_store.hpp"
#include "server/people/policy.hpp"
#include "server/people/presenter.hpp"
#include "server/people/texts.hpp"

namespace dure::people {
namespace {

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

Organisation readable(db::Connection& c, const Request& request, const Actor& actor) {
    auto one = find_organisation(c, request.parameters.at("organisation_id"));
    if (one && one->merged_into && actor.has_any(kReaders))
        http::refuse(404, "people.merged", {{"into", *one->merged_into}});
    if (!one || !may_read(actor, *one)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

Response answer(const Organisation& one, const Actor& actor, int status = 200) {
    return std::move(
        http::json_text(encode(present(one, actor)), status).with("ETag", http::etag_of(one.version)));
}

/// The filters and the order, which the list and its download share.
OrganisationQuery filters_in(http::Query& query) {
    constexpr std::string_view kinds[] = {"company",     "university", "institute", "agency",
                                          "association", "cluster",    "ministry",  "city"};
    OrganisationQuery wanted{.part = query.text("q").value_or(""),
                             .country = query.text("country", 2),
                             .deleted = query.boolean("deleted", false),
                             .order = order_in(query, Order::name)};
    if (const auto kind = query.choice("kind", kinds)) wanted.kind = static_cast<OrganisationKind>(*kind);
    if (wanted.country && !is_country(*wanted.country))
        query.refuse("country", "json.bad_format", {{"format", "KR"}});
    return wanted;
}

}  // namespace

Response OrganisationHandlers::list_organisations(const Request& request, const Actor& actor) {
    http::Query query(request);
    OrganisationQuery wanted = filters_in(query);
    wanted.after = place_in(query);
    wanted.limit = query.limit();
    query.done();
    auto list =
        office_.database.read([&](db::Connection& c) { return people::list_organisations(c, wanted); });
    OrganisationPage page;
    if (list.size() > static_cast<std::size_t>(wanted.limit)) {
        list.pop_back();
        page.next_cursor = cursor_of(place_of(list.back()));
    }
    for (const Organisation& one : list) page.items.push_back(present(one, actor));
    return http::json_text(encode(page));
}

Response OrganisationHandlers::export_organisations(const Request& request, const Actor&) {
    http::Query query(request);
    const OrganisationQuery wanted = filters_in(query);
    const auto download = lists::download_in(query, organisation_download_columns());
    query.done();
    return office_.database.read(
        [&](db::Connection& c) { return download_organisations(c, wanted, download); });
}

Response OrganisationHandlers::create_organisation(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_organisation);
    auth::Once once(office_.database, request, actor, "create_organisation", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        return answer(people::create_organisation(c, office_, content, {actor, request.request_id}), actor,
                      201);
    });
}

Response OrganisationHandlers::get_organisation(const Request& request, const Actor& actor) {
    const Organisation one =
        office_.database.read([&](db::Connection& c) { return readable(c, request, actor); });
    const std::string tag = http::etag_of(one.version);
    if (http::is_fresh(request, tag)) return http::not_modified(tag);
    return answer(one, actor);
}

Response OrganisationHandlers::replace_organisation(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_organisation);
    return office_.database.write([&](db::Connection& c) {
        Organisation one = readable(c, request, actor);
        require(may_change(actor, one));
        http::require_match(request, one.version);
        return answer(
            people::replace_organisation(c, office_, std::move(one), content, {actor, request.request_id}),
            actor);
    });
}

Response OrganisationHandlers::delete_organisation(const Request& request, const Actor& actor) {
    office_.database.write([&](db::Connection& c) {
        Organisation one = readable(c, request, actor);
        require(may_remove(actor, one));
        http::require_match(request, one.version);
        remove_organisation(c, office_, std::move(one), {actor, request.request_id});
    });
    return http::no_content();
}

Response OrganisationHandlers::restore_organisation(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        auto one = find_organisation(c, request.parameters.at("organisation_id"));
        if (!one) http::refuse(404, "http.not_found");
        require(may_restore(actor, *one));
        if (one->merged_into) http::refuse(409, "people.restore_merged");
        return answer(people::restore_organisation(c, office_, std::move(*one), {actor, request.request_id}),
                      actor);
    });
}

Response OrganisationHandlers::list_organisation_history(const Request& request, const Actor& actor) {
    const auto wanted =
        oversight::read_history_query(request, kOrganisation, request.parameters.at("organisation_id"));
    return office_.database.read([&](db::Connection& c) {
        require(may_read_history(actor, readable(c, request, actor)));
        return http::json_text(oversight::page_of(c, wanted));
    });
}

}  // namespace dure::people
