// SPDX-License-Identifier: Apache-2.0
#include "server/imports/handlers.hpp"

#include <algorithm>
#include <charconv>

#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/imports/inspect.hpp"
#include "server/imports/policy.hpp"
#include "server/imports/service.hpp"
#include "server/imports/template.hpp"
#include "server/imports/views.hpp"

namespace dure::imports {

using Response = http::Response;
using Request = http::Request;
using auth::Actor;

namespace {

/// Where a list goes on.
struct Below {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(Below, (), (id))
std::span<const codec::Rule> json_rules(const Below*) {
    static const codec::Rule rules[] = {codec::required("id")};
    return rules;
}
struct After {
    std::int64_t number = 0;
};
BOOST_DESCRIBE_STRUCT(After, (), (number))
std::span<const codec::Rule> json_rules(const After*) {
    static const codec::Rule rules[] = {codec::required("number")};
    return rules;
}

Import steerable(db::Connection& c, const Request& request, const Actor& actor) {
    auto one = find_import(c, request.parameters.at("import_id"));
    if (!one) http::refuse(404, "http.not_found");
    if (!may_steer(actor, *one)) http::refuse(403, "auth.forbidden");
    return std::move(*one);
}

/// The import in a state in which it may be done to.
Import ready(db::Connection& c, const Request& request, const Actor& actor, std::string_view operation) {
    Import one = steerable(c, request, actor);
    http::require_match(request, one.version);
    const auto allowed = steps(one);
    if (std::ranges::find(allowed, operation) != allowed.end()) return one;
    if (operation == "confirm_import" && one.state == State::checked)
        http::refuse(409, "imports.bad_cells_left", {{"count", std::to_string(one.counts.bad_cells)}});
    http::refuse(409, is_working(one.state) ? "imports.busy" : "imports.wrong_state");
}

Response answer(const Import& one, const Actor& actor, int status = 200) {
    return std::move(http::json_text(present(one, actor), status).with("ETag", http::etag_of(one.version)));
}

const Resource& resource_for(const Registry& registry, std::string_view key, const Actor& actor) {
    const Resource* resource = find_resource(registry, key);
    if (!resource) http::refuse(404, "http.not_found");
    if (!actor.has_any(resource->may)) http::refuse(403, "auth.forbidden");
    return *resource;
}

Who who_of(const Request& request, const Actor& actor) {
    return {.account = actor.account, .request_id = request.request_id};
}

template <class T>
T or_refuse(Checked<T> value) {
    if (!value) http::refuse_fields(std::move(value.error()));
    return std::move(*value);
}

Import looked_at(std::string_view bytes, Import one, const Resource& resource) {
    auto seen = inspect(bytes, std::move(one), resource);
    if (!seen) {
        seen.error().pointer = "/file";
        http::refuse_fields({seen.error()});
    }
    return std::move(*seen);
}

}  // namespace

Response Handlers::list_import_resources(const Request& request, const Actor& actor) {
    http::Query(request).done();
    return http::json_text(resource_list(context_.registry, actor));
}

Response Handlers::download_import_template(const Request& request, const Actor& actor) {
    constexpr std::string_view formats[] = {"csv", "xlsx"}, languages[] = {"ko", "en"};
    http::Query query(request);
    if (query.required_text("format").empty()) query.done();
    const bool csv = query.choice("format", formats) == 0u;
    const auto language = languages[query.choice("language", languages).value_or(0)];
    query.done();
    const Resource& resource = resource_for(context_.registry, request.parameters.at("resource"), actor);
    Response response{
        .content_type = csv ? "text/csv; charset=utf-8"
                            : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        .body = csv ? template_csv(resource, language) : template_xlsx(resource, language)};
    return std::move(response.with("Content-Disposition", "attachment; filename=\"" + resource.key + "." +
                                                              (csv ? "csv" : "xlsx") + "\""));
}

Response Handlers::list_imports(const Request& request, const Actor& actor) {
    http::Query query(request);
    const auto below = query.cursor<Below>();
    const int limit = query.limit();
    query.done();
    auto list = context_.database.read([&](db::Connection& c) {
        return imports::list_imports(c, actor.administrates() ? std::nullopt : std::optional(actor.account),
                                     below ? std::optional(below->id) : std::nullopt, limit);
    });
    std::optional<std::string> next;
    if (list.size() > static_cast<std::size_t>(limit)) {
        list.pop_back();
        next = http::write_cursor(Below{list.back().id});
    }
    return http::json_text(page_of(list, actor, next));
}

Response Handlers::create_import(const Request& request, const Actor& actor) {
    http::Query query(request);
    const std::string key = query.required_text("resource", 100);
    std::string file_name = query.required_text("file_name", 300);
    query.done();
    const Resource& resource = resource_for(context_.registry, key, actor);
    if (!request.header("content-type").starts_with("application/octet-stream"))
        http::refuse(415, "http.not_octets");
    auth::Once once(context_.database, request, actor, "create_import", context_.clock());
    if (auto first = once.answered()) return std::move(*first);
    const Import seen = looked_at(request.body,
                                  {.resource = resource.key,
                                   .file_name = std::move(file_name),
                                   .size = static_cast<std::int64_t>(request.body.size())},
                                  resource);
    return once.write([&](db::Connection& c) {
        return answer(begin_import(c, context_, seen, request.body, who_of(request, actor)), actor, 201);
    });
}

Response Handlers::get_import(const Request& request, const Actor& actor) {
    const Import one =
        context_.database.read([&](db::Connection& c) { return steerable(c, request, actor); });
    const std::string tag = http::etag_of(one.version);
    if (http::is_fresh(request, tag)) return http::not_modified(tag);
    return answer(one, actor);
}

Response Handlers::change_import(const Request& request, const Actor& actor) {
    const auto change = http::read_json(request, decode_change);
    const auto [before, bytes] = context_.database.read([&](db::Connection& c) {
        Import one = ready(c, request, actor, "change_import");
        auto content = read_content(c, one.id).value_or("");
        return std::pair(std::move(one), std::move(content));
    });
    Import wanted = before;
    wanted.sheet = change.sheet.value_or(wanted.sheet);
    wanted.separator = change.separator.value_or(wanted.separator);
    wanted.encoding = change.encoding.value_or(wanted.encoding);
    // Another sheet has headings of its own; so has the same text cut or read otherwise.
    const bool new_place = change.sheet || change.separator || change.encoding;
    wanted.head.row = change.head_row.value_or(new_place ? 0 : wanted.head.row);
    wanted.head.rows = static_cast<int>(change.head_rows.value_or(change.head_row ? 1 : wanted.head.rows));
    const Import seen = looked_at(bytes, wanted, *find_resource(context_.registry, before.resource));
    return context_.database.write([&](db::Connection& c) {
        Import one = ready(c, request, actor, "change_import");
        return answer(or_refuse(imports::change_import(c, context_, std::move(one), seen, change,
                                                       who_of(request, actor))),
                      actor);
    });
}

Response Handlers::delete_import(const Request& request, const Actor& actor) {
    context_.database.write([&](db::Connection& c) {
        drop_import(c, context_, ready(c, request, actor, "delete_import"), who_of(request, actor));
    });
    return http::no_content();
}

Response Handlers::check_import(const Request& request, const Actor& actor) {
    return context_.database.write([&](db::Connection& c) {
        Import one = ready(c, request, actor, "check_import");
        return answer(or_refuse(start_check(c, context_, std::move(one), who_of(request, actor))), actor,
                      202);
    });
}

Response Handlers::confirm_import(const Request& request, const Actor& actor) {
    return context_.database.write([&](db::Connection& c) {
        Import one = ready(c, request, actor, "confirm_import");
        return answer(start_write(c, context_, std::move(one), who_of(request, actor)), actor, 202);
    });
}

Response Handlers::undo_import(const Request& request, const Actor& actor) {
    const auto wish = http::read_json(request, decode_undo);
    return context_.database.write([&](db::Connection& c) {
        Import one = ready(c, request, actor, "undo_import");
        return answer(start_undo(c, context_, std::move(one), wish, who_of(request, actor)), actor, 202);
    });
}

Response Handlers::list_import_rows(const Request& request, const Actor& actor) {
    constexpr std::string_view kinds[] = {"all", "bad", "twins", "mended"};
    http::Query query(request);
    const auto which = static_cast<Which>(query.choice("which", kinds).value_or(0));
    const auto after = query.cursor<After>();
    const int limit = query.limit();
    query.done();
    auto rows = context_.database.read([&](db::Connection& c) {
        return list_rows(c, steerable(c, request, actor).id, which, after ? after->number : 0, limit);
    });
    std::optional<std::string> next;
    if (rows.size() > static_cast<std::size_t>(limit)) {
        rows.pop_back();
        next = http::write_cursor(After{rows.back().number});
    }
    return http::json_text(page_of(rows, next));
}

Response Handlers::change_import_row(const Request& request, const Actor& actor) {
    const auto change = http::read_json(request, decode_row_change);
    const std::string& given = request.parameters.at("number");
    std::int64_t number = 0;
    std::from_chars(given.data(), given.data() + given.size(), number);
    return context_.database.write([&](db::Connection& c) {
        Import one = ready(c, request, actor, "change_import_row");
        auto row = find_row(c, one.id, number);
        if (!row) http::refuse(404, "http.not_found");
        auto mended = or_refuse(change_row(c, context_, std::move(one), std::move(*row), change));
        return std::move(http::json_text(present(mended.row, mended.one.version))
                             .with("ETag", http::etag_of(mended.one.version)));
    });
}

}  // namespace dure::imports
