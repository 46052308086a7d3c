// SPDX-License-Identifier: Apache-2.0
#include "server/auth/once.hpp"
#include "server/figures/handlers.hpp"
#include "server/figures/policy.hpp"
#include "server/figures/source_codec.hpp"
#include "server/figures/source_service.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"

namespace dure::figures {

BOOST_DESCRIBE_STRUCT(SourcePlace, (), (name_key, updated, id))

namespace {

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

Source known(db::Connection& c, const Request& request) {
    auto one = find_source(c, request.parameters.at("source_id"));
    if (!one) http::refuse(404, "http.not_found");
    return std::move(*one);
}

Response answer(const Source& one, const Actor& actor, int status = 200) {
    return std::move(
        http::json_text(encode(present(one, actor)), status).with("ETag", http::etag_of(one.version)));
}

}  // namespace

Response SourceHandlers::list_sources(const Request& request, const Actor& actor) {
    constexpr std::string_view orders[] = {"name", "-name", "updated", "-updated"};
    http::Query query(request);
    SourceQuery wanted{.part = query.text("q").value_or(""),
                       .deleted = query.boolean("deleted", false),
                       .after = query.cursor<SourcePlace>(),
                       .limit = query.limit()};
    if (const auto order = query.choice("sort", orders)) wanted.order = static_cast<SourceOrder>(*order);
    query.done();
    auto list = office_.database.read([&](db::Connection& c) { return figures::list_sources(c, wanted); });
    SourcePage page;
    if (list.size() > static_cast<std::size_t>(wanted.limit)) {
        list.pop_back();
        page.next_cursor = http::write_cursor(place_of(list.back()));
    }
    for (const Source& one : list) page.items.push_back(present(one, actor));
    return http::json_text(encode(page));
}

Response SourceHandlers::create_source(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_source);
    auth::Once once(office_.database, request, actor, "create_source", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        return answer(figures::create_source(c, office_, content, {actor, request.request_id}), actor, 201);
    });
}

Response SourceHandlers::get_source(const Request& request, const Actor& actor) {
    const Source one = office_.database.read([&](db::Connection& c) { return known(c, request); });
    const std::string tag = http::etag_of(one.version);
    if (http::is_fresh(request, tag)) return http::not_modified(tag);
    return answer(one, actor);
}

Response SourceHandlers::replace_source(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_source);
    return office_.database.write([&](db::Connection& c) {
        Source one = known(c, request);
        require(may_change(actor, one));
        http::require_match(request, one.version);
        return answer(
            figures::replace_source(c, office_, std::move(one), content, {actor, request.request_id}), actor);
    });
}

Response SourceHandlers::delete_source(const Request& request, const Actor& actor) {
    office_.database.write([&](db::Connection& c) {
        Source one = known(c, request);
        require(may_remove(actor, one));
        http::require_match(request, one.version);
        remove_source(c, office_, std::move(one), {actor, request.request_id});
    });
    return http::no_content();
}

Response SourceHandlers::restore_source(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        Source one = known(c, request);
        require(may_restore(actor, one));
        return answer(figures::restore_source(c, office_, std::move(one), {actor, request.request_id}),
                      actor);
    });
}

Response SourceHandlers::list_source_history(const Request& request, const Actor&) {
    const auto wanted = oversight::read_history_query(request, kSource, request.parameters.at("source_id"));
    return office_.database.read([&](db::Connection& c) {
        known(c, request);
        return http::json_text(oversight::page_of(c, wanted));
    });
}

}  // namespace dure::figures
