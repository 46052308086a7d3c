// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/handlers.hpp"
#include "server/approvals/line_service.hpp"
#include "server/approvals/line_store.hpp"
#include "server/approvals/presenter.hpp"
#include "server/auth/account_store.hpp"
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"

namespace dure::approvals {
namespace {

constexpr std::string_view kNames = "SELECT id, name FROM account WHERE active = 1 ORDER BY name_key, id";

Line existing(db::Connection& c, const Request& request) {
    auto line = find_line(c, request.parameters.at("line_id"));
    if (!line) http::refuse(404, "http.not_found");
    return std::move(*line);
}

Response answer(const Line& line, const Actor& actor, int status = 200) {
    return std::move(
        http::json_text(encode(present(line, actor)), status).with("ETag", http::etag_of(line.version)));
}

/// The institute's people by their names.
std::vector<PersonView> staff(db::Connection& c, Instant now) {
    const Holders known = holders(c, now);
    std::vector<PersonView> people;
    for (const db::Row& row : c.query(kNames))
        if (const auto found = known.find(row.text(0)); found != known.end())
            people.push_back({row.text(0), row.text(1), found->second.list()});
    return people;
}

}  // namespace

Response LineHandlers::list_approval_people(const Request& request, const Actor&) {
    http::Query(request).done();
    return office_.database.read(
        [&](db::Connection& c) { return http::json_text(encode(PeopleList{staff(c, office_.clock())})); });
}

Response LineHandlers::get_approval_route(const Request& request, const Actor& actor) {
    http::Query query(request);
    const std::string kind = query.required_text("kind", 50);
    const auto amount = query.integer("amount_krw", 0, 1'000'000'000'000'000);
    query.done();
    return office_.database.read([&](db::Connection& c) {
        const auto line = line_for(c, kind, amount);
        if (!line) http::refuse_fields({{.code = "approval.no_line", .pointer = "/query/kind"}});
        RouteView view{.line = line->id,
                       .name = line->content.name,
                       .basis = line->content.basis,
                       .delegated = line->content.delegated,
                       .fictitious = line->fictitious};
        const auto people = staff(c, office_.clock());
        for (const LineStep& step : line->content.steps) {
            RouteStepView& one = view.steps.emplace_back(RouteStepView{{step}, {}});
            for (const PersonView& person : people) {
                const bool fits = step.account ? *step.account == person.account
                                               : auth::RoleSet(person.roles).has(*step.role);
                if (fits && person.account != actor.account) one.people.push_back(person);
            }
        }
        return http::json_text(encode(view));
    });
}

Response LineHandlers::list_approval_lines(const Request& request, const Actor& actor) {
    http::Query query(request);
    const bool deleted = query.boolean("deleted", false);
    query.done();
    LineList list;
    for (const Line& line : office_.database.read([&](db::Connection& c) { return list_lines(c, deleted); }))
        list.items.push_back(present(line, actor));
    return http::json_text(encode(list));
}

Response LineHandlers::create_approval_line(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_line);
    auth::Once once(office_.database, request, actor, "create_approval_line", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        return answer(create_line(c, office_, content, {actor, request.request_id}), actor, 201);
    });
}

Response LineHandlers::get_approval_line(const Request& request, const Actor& actor) {
    return answer(office_.database.read([&](db::Connection& c) { return existing(c, request); }), actor);
}

Response LineHandlers::replace_approval_line(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_line);
    return office_.database.write([&](db::Connection& c) {
        Line line = existing(c, request);
        if (line.deleted) http::refuse(404, "http.not_found");
        http::require_match(request, line.version);
        return answer(replace_line(c, office_, std::move(line), content, {actor, request.request_id}), actor);
    });
}

Response LineHandlers::delete_approval_line(const Request& request, const Actor& actor) {
    office_.database.write([&](db::Connection& c) {
        Line line = existing(c, request);
        if (line.deleted) http::refuse(404, "http.not_found");
        http::require_match(request, line.version);
        remove_line(c, office_, std::move(line), {actor, request.request_id});
    });
    return http::no_content();
}

Response LineHandlers::restore_approval_line(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        return answer(restore_line(c, office_, existing(c, request), {actor, request.request_id}), actor);
    });
}

}  // namespace dure::approvals
