// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utc_text.hpp"
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"
#include "server/people/handlers.hpp"
#include "server/people/list_query.hpp"
#include "server/people/person_service.hpp"
#include "server/people/person_store.hpp"
#include "server/people/policy.hpp"
#include "server/people/presenter.hpp"
#include "server/people/reads.hpp"
#include "server/people/texts.hpp"
#include "server/tables/table.hpp"

namespace dure::people {
namespace {

/// What a download holds at most: it is made in memory.
constexpr int kMostExported = 20'000;

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

Response answer(const Person& one, const Actor& actor, int status = 200) {
    return std::move(
        http::json_text(encode(present(one, actor)), status).with("ETag", http::etag_of(one.version)));
}

/// The filters that the list and the download share.
PersonQuery filters_in(http::Query& query) {
    PersonQuery wanted{.part = query.text("q").value_or(""),
                       .organisation = query.text("organisation", 50),
                       .language = query.text("language", 35),
                       .today = query.text("on", 10).value_or(""),
                       .deleted = query.boolean("deleted", false),
                       .order = order_in(query, Order::name)};
    if (!wanted.today.empty() && !is_day(wanted.today))
        query.refuse("on", "json.bad_format", {{"format", "2026-01-31"}});
    return wanted;
}

tables::Table table_of(const std::vector<Person>& list) {
    tables::Table table{
        .title = "persons",
        .header = {"name", "title", "organisation", "job", "email", "telephone", "languages", "fictitious"}};
    for (const Person& one : list) {
        const auto& content = one.content;
        std::string languages;
        for (const auto& tag : content.languages) languages += (languages.empty() ? "" : ", ") + tag;
        const bool employed = !content.employments.empty();
        table.rows.push_back({primary_of(content.names).name, content.title,
                              employed ? one.organisation_names.front() : std::string(),
                              employed ? content.employments.front().job : std::string(),
                              content.email.value_or(""), content.telephone.value_or(""), languages,
                              std::string(one.fictitious ? "true" : "false")});
    }
    return table;
}

Response file(std::string body, const char* type, const char* name) {
    Response response{.content_type = type, .body = std::move(body)};
    response.with("Content-Disposition", std::string("attachment; filename=\"") + name + '"');
    return response;
}

}  // namespace

Person readable_person(db::Connection& c, const std::string& id, const Actor& actor) {
    auto one = find_person(c, id);
    if (one && one->erased && actor.has_any(kReaders)) http::refuse(404, "person.erased");
    if (!one || !may_read(actor, *one)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

Response PersonHandlers::list_persons(const Request& request, const Actor& actor) {
    http::Query query(request);
    PersonQuery wanted = filters_in(query);
    wanted.after = place_in(query);
    wanted.limit = query.limit();
    query.done();
    return office_.database.write([&](db::Connection& c) {
        auto list = people::list_persons(c, wanted);
        PersonPage page;
        if (list.size() > static_cast<std::size_t>(wanted.limit)) {
            list.pop_back();
            page.next_cursor = cursor_of(place_of(list.back()));
        }
        for (const Person& one : list) page.items.push_back(present(one, actor));
        record_read(c, {actor, request.request_id}, "list_persons", std::nullopt,
                    static_cast<std::int64_t>(list.size()), office_.clock());
        return http::json_text(encode(page));
    });
}

Response PersonHandlers::export_persons(const Request& request, const Actor& actor) {
    constexpr std::string_view kFormats[] = {"csv", "xlsx"};
    http::Query query(request);
    PersonQuery wanted = filters_in(query);
    if (query.required_text("format").empty()) query.done();
    const bool csv = query.choice("format", kFormats) == 0u;
    query.done();
    wanted.limit = kMostExported;
    return office_.database.write([&](db::Connection& c) {
        const auto list = people::list_persons(c, wanted);
        if (list.size() > kMostExported)
            http::refuse(422, "audit.too_many", {{"maximum", std::to_string(kMostExported)}});
        record_read(c, {actor, request.request_id}, "export_persons", std::nullopt,
                    static_cast<std::int64_t>(list.size()), office_.clock());
        const tables::Table table = table_of(list);
        if (csv) return file(tables::to_csv(table), "text/csv; charset=utf-8", "persons.csv");
        return file(tables::to_xlsx({&table, 1}),
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "persons.xlsx");
    });
}

Response PersonHandlers::create_person(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_person);
    auth::Once once(office_.database, request, actor, "create_person", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        return answer(people::create_person(c, office_, content, {actor, request.request_id}), actor, 201);
    });
}

Response PersonHandlers::get_person(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        const Person one = readable_person(c, request.parameters.at("person_id"), actor);
        record_read(c, {actor, request.request_id}, "get_person", one.id, 1, office_.clock());
        return answer(one, actor);
    });
}

Response PersonHandlers::replace_person(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_person);
    return office_.database.write([&](db::Connection& c) {
        Person one = readable_person(c, request.parameters.at("person_id"), actor);
        require(may_change(actor, one));
        http::require_match(request, one.version);
        return answer(
            people::replace_person(c, office_, std::move(one), content, {actor, request.request_id}), actor);
    });
}

Response PersonHandlers::delete_person(const Request& request, const Actor& actor) {
    office_.database.write([&](db::Connection& c) {
        Person one = readable_person(c, request.parameters.at("person_id"), actor);
        require(may_remove(actor, one));
        http::require_match(request, one.version);
        remove_person(c, office_, std::move(one), {actor, request.request_id});
    });
    return http::no_content();
}

Response PersonHandlers::restore_person(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        auto one = find_person(c, request.parameters.at("person_id"));
        if (!one || one->erased) http::refuse(404, "http.not_found");
        require(may_restore(actor, *one));
        return answer(people::restore_person(c, office_, std::move(*one), {actor, request.request_id}),
                      actor);
    });
}

Response PersonHandlers::list_person_history(const Request& request, const Actor& actor) {
    const auto& id = request.parameters.at("person_id");
    const auto wanted = oversight::read_history_query(request, kPerson, id);
    return office_.database.write([&](db::Connection& c) {
        readable_person(c, id, actor);
        record_read(c, {actor, request.request_id}, "list_person_history", id, 1, office_.clock());
        return http::json_text(oversight::page_of(c, wanted));
    });
}

}  // namespace dure::people
