// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utc_text.hpp"
#include "server/auth/once.hpp"
#include "server/figures/described.hpp"
#include "server/figures/figure_codec.hpp"
#include "server/figures/figure_download.hpp"
#include "server/figures/figure_service.hpp"
#include "server/figures/handlers.hpp"
#include "server/figures/policy.hpp"
#include "server/figures/seed.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"
#include "server/tables/zip_writer.hpp"

namespace dure::figures {

BOOST_DESCRIBE_STRUCT(FigurePlace, (), (period_key, updated, id))

namespace {

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

Figure known(db::Connection& c, const Request& request) {
    auto one = find_figure(c, request.parameters.at("figure_id"));
    if (!one) http::refuse(404, "http.not_found");
    return std::move(*one);
}

Response answer(const Figure& one, const Actor& actor, int status = 200) {
    return std::move(
        http::json_text(encode(present(one, actor)), status).with("ETag", http::etag_of(one.version)));
}

/// The filters and the order, which the list and its download share.
FigureQuery filters_in(http::Query& query) {
    constexpr std::string_view orders[] = {"period", "-period", "updated", "-updated"};
    FigureQuery wanted{.part = query.text("q").value_or(""),
                       .region = query.text("region", 100),
                       .indicator = query.text("indicator", 100),
                       .sector = query.text("sector", 100),
                       .item = query.text("item", 100),
                       .source = query.text("source", 100),
                       .baseline = query.text("baseline", 100),
                       .topic = query.text("topic", 100),
                       .kind = query.choice<Kind>("kind"),
                       .method = query.choice<Method>("method"),
                       .year = query.integer("year", 1900, 2199),
                       .input = query.text("input", 100),
                       .deleted = query.boolean("deleted", false)};
    if (const auto order = query.choice("sort", orders)) wanted.order = static_cast<FigureOrder>(*order);
    return wanted;
}

std::vector<FigureView> present_all(db::Connection& c, const std::vector<std::string>& ids,
                                    const Actor& actor) {
    std::vector<FigureView> views;
    for (const Figure& one : find_figures(c, ids)) views.push_back(present(one, actor));
    return views;
}

}  // namespace

Response FigureHandlers::list_figures(const Request& request, const Actor& actor) {
    http::Query query(request);
    FigureQuery wanted = filters_in(query);
    wanted.after = query.cursor<FigurePlace>();
    wanted.limit = query.limit();
    query.done();
    auto list = office_.database.read([&](db::Connection& c) { return figures::list_figures(c, wanted); });
    FigurePage page;
    if (list.size() > static_cast<std::size_t>(wanted.limit)) {
        list.pop_back();
        page.next_cursor = http::write_cursor(place_of(list.back()));
    }
    for (const Figure& one : list) page.items.push_back(present(one, actor));
    return http::json_text(encode(page));
}

Response FigureHandlers::export_figures(const Request& request, const Actor&) {
    http::Query query(request);
    const FigureQuery wanted = filters_in(query);
    const auto download = lists::download_in(query, figure_download_columns());
    query.done();
    return office_.database.read([&](db::Connection& c) { return download_figures(c, wanted, download); });
}

Response FigureHandlers::get_figure_package(const Request& request, const Actor&) {
    http::Query query(request);
    const auto region = query.text("region", 100);
    query.done();
    const Files files = office_.database.read(
        [&](db::Connection& c) { return write_bundle(whole_bundle(c, region), utc_text(office_.clock())); });
    Response response{.content_type = "application/zip", .body = tables::to_zip(files)};
    response.with("Content-Disposition", "attachment; filename=\"dure-figures.zip\"");
    return response;
}

Response FigureHandlers::create_figure(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_figure);
    auth::Once once(office_.database, request, actor, "create_figure", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        return answer(figures::create_figure(c, office_, content, {actor, request.request_id}), actor, 201);
    });
}

Response FigureHandlers::get_figure(const Request& request, const Actor& actor) {
    return office_.database.read([&](db::Connection& c) {
        const Figure one = known(c, request);
        // What it is made of and what is made of it change without its version: no 304.
        FigureDetail detail{present(one, actor)};
        detail.inputs = present_all(c, inputs_of(c, one.id), actor);
        detail.used_by = present_all(c, made_of(c, {one.id}), actor);
        return std::move(http::json_text(encode(detail)).with("ETag", http::etag_of(one.version)));
    });
}

Response FigureHandlers::replace_figure(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_figure);
    return office_.database.write([&](db::Connection& c) {
        Figure one = known(c, request);
        require(may_change(actor, one));
        http::require_match(request, one.version);
        if (content.reason.empty())
            http::refuse_fields({{.code = "figures.needs_reason", .params = {}, .pointer = "/reason"}});
        return answer(
            figures::replace_figure(c, office_, std::move(one), content, {actor, request.request_id}), actor);
    });
}

Response FigureHandlers::delete_figure(const Request& request, const Actor& actor) {
    http::Query query(request);
    const std::string reason = query.text("reason", 1000).value_or("");
    query.done();
    office_.database.write([&](db::Connection& c) {
        Figure one = known(c, request);
        require(may_remove(actor, one));
        http::require_match(request, one.version);
        remove_figure(c, office_, std::move(one), reason, {actor, request.request_id});
    });
    return http::no_content();
}

Response FigureHandlers::restore_figure(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        Figure one = known(c, request);
        require(may_restore(actor, one));
        return answer(figures::restore_figure(c, office_, std::move(one), {actor, request.request_id}),
                      actor);
    });
}

Response FigureHandlers::list_figure_history(const Request& request, const Actor&) {
    const auto wanted = oversight::read_history_query(request, kFigure, request.parameters.at("figure_id"));
    return office_.database.read([&](db::Connection& c) {
        known(c, request);
        return http::json_text(oversight::page_of(c, wanted));
    });
}

}  // namespace dure::figures
