// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "server/audit/audit.hpp"
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/contact_codec.hpp"
#include "server/people/handlers.hpp"
#include "server/people/organisation_store.hpp"
#include "server/people/person_store.hpp"
#include "server/people/policy.hpp"
#include "server/people/presenter.hpp"

namespace dure::people {
namespace {

constexpr std::string_view kKnownAccount = "SELECT 1 FROM account WHERE id = $1";

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}
void require_saved(bool saved) {
    if (!saved) http::refuse(412, "http.stale");
}

Response answer(const Contact& one, const Actor& actor, int status = 200) {
    return std::move(
        http::json_text(encode(present(one, actor)), status).with("ETag", http::etag_of(one.version)));
}

Contact readable(db::Connection& c, const Request& request, const Actor& actor) {
    auto one = find_contact(c, request.parameters.at("contact_id"));
    if (!one || !may_read(actor, *one)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

/// Whom the entry names must be there; what it named before may have been put away since.
void require_parties(db::Connection& c, const ContactContent& wanted, const ContactContent& kept) {
    Errors errors;
    const auto has = [](const std::vector<std::string>& list, const std::string& id) {
        return std::ranges::find(list, id) != list.end();
    };
    if (wanted.organisation && wanted.organisation != kept.organisation) {
        const auto organisation = find_organisation(c, *wanted.organisation);
        if (!organisation || organisation->deleted)
            errors.push_back({.code = "people.no_such_organisation", .pointer = "/organisation"});
    }
    for (std::size_t i = 0; i < wanted.persons.size(); ++i) {
        if (has(kept.persons, wanted.persons[i])) continue;
        const auto person = find_person(c, wanted.persons[i]);
        if (!person || person->deleted)
            errors.push_back({.code = "person.none", .pointer = "/persons/" + std::to_string(i)});
    }
    for (std::size_t i = 0; i < wanted.accounts.size(); ++i)
        if (!has(kept.accounts, wanted.accounts[i]) && !c.query_one(kKnownAccount, wanted.accounts[i]))
            errors.push_back({.code = "account.unknown_id", .pointer = "/accounts/" + std::to_string(i)});
    if (!errors.empty()) http::refuse_fields(std::move(errors));
}

void record(db::Connection& c, const Contact& one, const Actor& actor, const Request& request,
            std::string_view action, std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = one.updated,
                      .actor = actor.account,
                      .action = std::string(action),
                      .record_kind = "contact_entry",
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = request.request_id});
}

}  // namespace

Response ContactHandlers::list_contacts(const Request& request, const Actor& actor) {
    http::Query query(request);
    const ContactQuery wanted{.organisation = query.text("organisation", 50),
                              .person = query.text("person", 50),
                              .open = query.boolean("open", false),
                              .after = contact_place_in(query),
                              .limit = query.limit()};
    query.done();
    auto list = office_.database.read([&](db::Connection& c) { return people::list_contacts(c, wanted); });
    ContactPage page;
    if (list.size() > static_cast<std::size_t>(wanted.limit)) {
        list.pop_back();
        page.next_cursor = cursor_of(place_of(list.back()));
    }
    for (const Contact& one : list) page.items.push_back(present(one, actor));
    return http::json_text(encode(page));
}

Response ContactHandlers::create_contact(const Request& request, const Actor& actor) {
    auto content = http::read_json(request, decode_contact);
    auth::Once once(office_.database, request, actor, "create_contact", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        require_parties(c, content, {});
        const Instant now = office_.clock();
        const Contact one{.id = office_.ids.next(),
                          .content = content,
                          .owner = actor.account,
                          .created = now,
                          .updated = now};
        insert_contact(c, one);
        record(c, one, actor, request, "create_contact", std::nullopt, encode(content));
        return answer(find_contact(c, one.id).value(), actor, 201);
    });
}

Response ContactHandlers::replace_contact(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_contact);
    return office_.database.write([&](db::Connection& c) {
        Contact one = readable(c, request, actor);
        require(may_change(actor, one));
        http::require_match(request, one.version);
        require_parties(c, content, one.content);
        const std::string before = encode(one.content);
        if (before == encode(content)) return answer(one, actor);
        one.content = content;
        one.updated = office_.clock();
        require_saved(update_contact(c, one));
        record(c, one, actor, request, "replace_contact", before, encode(content));
        return answer(find_contact(c, one.id).value(), actor);
    });
}

Response ContactHandlers::delete_contact(const Request& request, const Actor& actor) {
    office_.database.write([&](db::Connection& c) {
        Contact one = readable(c, request, actor);
        require(may_remove(actor, one));
        http::require_match(request, one.version);
        one.updated = office_.clock();
        require_saved(set_contact_deleted(c, one, one.updated));
        record(c, one, actor, request, "delete_contact", encode(one.content), std::nullopt);
    });
    return http::no_content();
}

Response ContactHandlers::restore_contact(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        auto one = find_contact(c, request.parameters.at("contact_id"));
        if (!one) http::refuse(404, "http.not_found");
        require(may_restore(actor, *one));
        if (!one->deleted) return answer(*one, actor);
        one->updated = office_.clock();
        require_saved(set_contact_deleted(c, *one, std::nullopt));
        record(c, *one, actor, request, "restore_contact", std::nullopt, encode(one->content));
        return answer(find_contact(c, one->id).value(), actor);
    });
}

}  // namespace dure::people
