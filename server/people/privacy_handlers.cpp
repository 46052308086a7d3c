// SPDX-License-Identifier: Apache-2.0
// Consents, and a person's rights over their data.
#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/consent_codec.hpp"
#include "server/people/erasure.hpp"
#include "server/people/handlers.hpp"
#include "server/people/person_export.hpp"
#include "server/people/person_service.hpp"
#include "server/people/person_store.hpp"
#include "server/people/policy.hpp"
#include "server/people/privacy_codec.hpp"

namespace dure::people {
namespace {

constexpr Instant kDay = 24 * 3600 * kSecond;

std::string_view id_in_path(const Request& request) {
    return request.parameters.at("person_id");
}

/// Under the person's record, so that their history tells of it and their erasure reaches it.
void record(db::Connection& c, const Consent& one, const Actor& actor, const Request& request,
            std::string_view action, std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = one.updated,
                      .actor = actor.account,
                      .action = std::string(action),
                      .record_kind = std::string(kPerson),
                      .record_id = one.person,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = request.request_id});
}

std::string content_of(const Consent& one) {
    std::string json = R"({"purpose":")" + std::string(name_of(one.purpose)) + R"(","given":")" +
                       utc_text(one.given) + R"(","expires":")" + utc_text(one.expires) + '"';
    if (one.withdrawn) json += R"(,"withdrawn":")" + utc_text(*one.withdrawn) + '"';
    return json + "}";
}

}  // namespace

Response PrivacyHandlers::list_consents(const Request& request, const Actor& actor) {
    return office_.database.read([&](db::Connection& c) {
        const Person one = readable_person(c, std::string(id_in_path(request)), actor);
        ConsentList list;
        for (const Consent& each : consents_of(c, one.id))
            list.items.push_back(present(each, office_.clock(), may_change(actor, one)));
        return http::json_text(encode(list));
    });
}

Response PrivacyHandlers::list_consents_to_renew(const Request& request, const Actor& actor) {
    http::Query query(request);
    const auto days = query.integer("days", 1, 3660, 60);
    query.done();
    const Instant now = office_.clock();
    ConsentList list;
    for (const Consent& each :
         office_.database.read([&](db::Connection& c) { return consents_ending(c, now, now + days * kDay); }))
        list.items.push_back(present(each, now, actor.has_any(kEditors)));
    return http::json_text(encode(list));
}

Response PrivacyHandlers::give_consent(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_consent);
    auth::Once once(office_.database, request, actor, "give_consent", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        const Person person = readable_person(c, std::string(id_in_path(request)), actor);
        if (!may_change(actor, person)) http::refuse(403, "auth.forbidden");
        const Instant now = office_.clock();
        const Consent one{.id = office_.ids.next(),
                          .person = person.id,
                          .purpose = wanted.purpose,
                          .text_version = wanted.text_version,
                          .given = instant_from(wanted.given).value(),
                          .given_by = wanted.given_by,
                          .expires = instant_from(wanted.expires).value(),
                          .owner = actor.account,
                          .created = now,
                          .updated = now};
        insert_consent(c, one);
        record(c, one, actor, request, "give_consent", std::nullopt, content_of(one));
        const Consent made = find_consent(c, one.id).value();
        return std::move(
            http::json_text(encode(present(made, now, true)), 201).with("ETag", http::etag_of(made.version)));
    });
}

Response PrivacyHandlers::withdraw_consent(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_withdrawal);
    return office_.database.write([&](db::Connection& c) {
        const Person person = readable_person(c, std::string(id_in_path(request)), actor);
        if (!may_change(actor, person)) http::refuse(403, "auth.forbidden");
        auto one = find_consent(c, request.parameters.at("consent_id"));
        if (!one || one->person != person.id) http::refuse(404, "http.not_found");
        http::require_match(request, one->version);
        if (one->withdrawn) http::refuse(409, "consent.withdrawn");
        const std::string before = content_of(*one);
        one->withdrawn = one->updated = office_.clock();
        one->withdrawn_by = wanted.withdrawn_by;
        if (!withdraw_consent_row(c, *one)) http::refuse(412, "http.stale");
        record(c, *one, actor, request, "withdraw_consent", before, content_of(*one));
        const Consent now = find_consent(c, one->id).value();
        return std::move(http::json_text(encode(present(now, office_.clock(), true)))
                             .with("ETag", http::etag_of(now.version)));
    });
}

Response PrivacyHandlers::export_person(const Request& request, const Actor& actor) {
    constexpr std::string_view kFormats[] = {"json", "html"}, kLanguages[] = {"ko", "en"};
    http::Query query(request);
    const bool html = query.choice("format", kFormats) == 1u;
    const auto language = query.choice("language", kLanguages).value_or(0);
    query.done();
    const std::string json = office_.database.write([&](db::Connection& c) {
        const Person one = readable_person(c, std::string(id_in_path(request)), actor);
        const Instant now = office_.clock();
        record_read(c, {actor, request.request_id}, "export_person", one.id, 1, now);
        return export_json(c, one, now);
    });
    Response response{.content_type = html ? "text/html; charset=utf-8" : "application/json",
                      .body = html ? export_html(json, kLanguages[language]) : json};
    response.with("Content-Disposition",
                  std::string("attachment; filename=\"person.") + (html ? "html\"" : "json\""));
    return response;
}

Response PrivacyHandlers::preview_erasure(const Request& request, const Actor& actor) {
    return office_.database.read([&](db::Connection& c) {
        const Person one = readable_person(c, std::string(id_in_path(request)), actor);
        return http::json_text(encode(ErasureList{.items = erasure_of(c, one.id)}));
    });
}

Response PrivacyHandlers::erase_person(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        auto one = find_person(c, std::string(id_in_path(request)));
        if (!one) http::refuse(404, "http.not_found");
        if (one->erased) http::refuse(404, "person.erased");
        http::require_match(request, one->version);
        const ErasureList done{.items = erasure_of(c, one->id)};
        people::erase_person(c, office_, *one, {actor, request.request_id});
        return http::json_text(encode(done));
    });
}

Response PrivacyHandlers::list_personal_reads(const Request& request, const Actor&) {
    http::Query query(request);
    const ReadQuery wanted{.account = query.text("account", 50),
                           .person = query.text("person", 50),
                           .below = number_in(query),
                           .limit = query.limit()};
    query.done();
    auto list = office_.database.read([&](db::Connection& c) { return list_reads(c, wanted); });
    ReadPage page;
    if (list.size() > static_cast<std::size_t>(wanted.limit)) {
        list.pop_back();
        page.next_cursor = number_cursor(list.back().number);
    }
    for (const Read& read : list) page.items.push_back(present(read));
    return http::json_text(encode(page));
}

}  // namespace dure::people
