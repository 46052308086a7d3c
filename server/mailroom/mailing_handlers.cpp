// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/once.hpp"
#include "server/codec/codec.hpp"
#include "server/http/pipeline.hpp"
#include "server/mailroom/handlers.hpp"
#include "server/mailroom/readers.hpp"
#include "server/mailroom/views.hpp"
#include "server/people/reads.hpp"

namespace dure::mailroom {

BOOST_DESCRIBE_STRUCT(MailingPlace, (), (created, id))
std::span<const codec::Rule> json_rules(const MailingPlace*) {
    static const codec::Rule rules[] = {codec::required("created"), codec::required("id")};
    return rules;
}

namespace {

constexpr std::string_view kKind = "mailing.notice";
constexpr std::size_t kNamesShown = 10;

/// Whoever may write mailings reads all; what goes out is in its writer's hands.
bool may_change(const Actor& actor, const Mailing& one) {
    return actor.administrates() || (actor.has_any(kMailers) && actor.account == one.owner);
}

Mailing known(db::Connection& c, const Request& request) {
    auto one = find_mailing(c, request.parameters.at("mailing_id"));
    if (!one) http::refuse(404, "http.not_found");
    return std::move(*one);
}

Mailing changeable(db::Connection& c, const Request& request, const Actor& actor, MailingState state) {
    Mailing one = known(c, request);
    if (!may_change(actor, one)) http::refuse(403, "auth.forbidden");
    if (one.state != state)
        http::refuse(409, state == MailingState::draft ? "mailing.already_sent" : "mailing.not_sent");
    http::require_match(request, one.version);
    return one;
}

MailingView view_of(db::Connection& c, const Mailing& one, const Actor& actor) {
    MailingView view{{one.content}};
    view.id = one.id;
    view.state = one.state == MailingState::draft  ? "draft"
                 : one.state == MailingState::sent ? "sent"
                                                   : "stopped";
    view.readers = one.readers;
    view.count = count_mails(c, one.id);
    view.owner = one.owner;
    view.owner_name = one.owner_name;
    view.sent = utc_text(one.sent);
    view.version = one.version;
    view.created = utc_text(one.created);
    view.updated = utc_text(one.updated);
    if (!may_change(actor, one)) return view;
    if (one.state == MailingState::draft)
        view.actions = {"replace_mailing", "delete_mailing", "send_mailing"};
    else if (one.state == MailingState::sent && view.count.waiting > 0)
        view.actions = {"stop_mailing"};
    return view;
}

Response answer(db::Connection& c, const Mailing& one, const Actor& actor, int status = 200) {
    return std::move(
        http::json_text(encode(view_of(c, one, actor)), status).with("ETag", http::etag_of(one.version)));
}

/// Writes what was changed, with its audit entry, and answers with it.
Response save(db::Connection& c, Mailing one, std::string_view action, Instant now, const Request& request,
              const Actor& actor) {
    one.updated = now;
    if (!update_mailing(c, one)) http::refuse(412, "http.stale");
    audit::record(c, {.at = now,
                      .actor = actor.account,
                      .action = std::string(action),
                      .record_kind = "mailing",
                      .record_id = one.id,
                      .after = encode(one.content),
                      .request_id = request.request_id});
    return answer(c, *find_mailing(c, one.id), actor);
}

MailingSample sample_of(const MailingContent& content, const MailingReader& reader,
                        const mail::House& house) {
    const mail::Written written = text_for(content, reader.language);
    const mail::Stored mail{.address = reader.address,
                            .name = reader.name,
                            .language = reader.language,
                            .topic = "mailing",
                            .subject = written.subject,
                            .body = written.body};
    return {.subject = written.subject, .text = plain_body(mail, house), .html = html_body(mail, house)};
}

}  // namespace

Response MailingHandlers::list_mailings(const Request& request, const Actor& actor) {
    http::Query query(request);
    const auto after = query.cursor<MailingPlace>();
    const int limit = query.limit();
    query.done();
    return room_.database.read([&](db::Connection& c) {
        auto list = mailroom::list_mailings(c, after, limit);
        MailingPage page;
        if (list.size() > static_cast<std::size_t>(limit)) {
            list.pop_back();
            page.next_cursor = http::write_cursor(MailingPlace{list.back().created, list.back().id});
        }
        for (const Mailing& one : list) page.items.push_back(view_of(c, one, actor));
        return http::json_text(encode(page));
    });
}

Response MailingHandlers::create_mailing(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_mailing);
    auth::Once once(room_.database, request, actor, "create_mailing", room_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        const Instant now = room_.clock();
        const std::string id = room_.ids.next();
        insert_mailing(
            c, {.id = id, .content = content, .owner = actor.account, .created = now, .updated = now});
        audit::record(c, {.at = now,
                          .actor = actor.account,
                          .action = "create_mailing",
                          .record_kind = "mailing",
                          .record_id = id,
                          .after = encode(content),
                          .request_id = request.request_id});
        return answer(c, *find_mailing(c, id), actor, 201);
    });
}

Response MailingHandlers::get_mailing(const Request& request, const Actor& actor) {
    return room_.database.read([&](db::Connection& c) { return answer(c, known(c, request), actor); });
}

Response MailingHandlers::replace_mailing(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_mailing);
    return room_.database.write([&](db::Connection& c) {
        Mailing one = changeable(c, request, actor, MailingState::draft);
        one.content = content;
        return save(c, std::move(one), "replace_mailing", room_.clock(), request, actor);
    });
}

Response MailingHandlers::delete_mailing(const Request& request, const Actor& actor) {
    room_.database.write([&](db::Connection& c) {
        const Mailing one = changeable(c, request, actor, MailingState::draft);
        if (!mailroom::delete_mailing(c, one)) http::refuse(412, "http.stale");
        audit::record(c, {.at = room_.clock(),
                          .actor = actor.account,
                          .action = "delete_mailing",
                          .record_kind = "mailing",
                          .record_id = one.id,
                          .before = encode(one.content),
                          .request_id = request.request_id});
    });
    return http::no_content();
}

Response MailingHandlers::preview_mailing(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_mailing);
    const auto readers =
        room_.database.read([&](db::Connection& c) { return readers_of(c, content, room_.clock()); });
    MailingPreview preview;
    for (const MailingReader& reader : readers) {
        if (reader.blocked) {
            ++preview.blocked;
            continue;
        }
        ++preview.readers;
        if (preview.names.size() < kNamesShown) preview.names.push_back(reader.name);
        if (!preview.samples.contains(reader.language))
            preview.samples[reader.language] = sample_of(content, reader, room_.house);
    }
    if (content.audience == MailingAudience::persons)
        room_.database.write([&](db::Connection& c) {
            people::record_read(c, {actor, request.request_id}, "preview_mailing", std::nullopt,
                                static_cast<std::int64_t>(preview.names.size()), room_.clock());
        });
    return http::json_text(encode(preview));
}

Response MailingHandlers::try_mailing(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_mailing);
    auth::Once once(room_.database, request, actor, "try_mailing", room_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        for (const std::string language : {"ko", "en"}) {
            const bool written = !(language == "ko" ? content.subject_ko : content.subject_en).empty();
            if (written && !mail::queue_written(c, {}, actor.account, "account.mailing_test", {},
                                                text_for(content, language), room_.clock()))
                http::refuse(409, "mail.own_address_blocked");
        }
        return http::no_content();
    });
}

Response MailingHandlers::send_mailing(const Request& request, const Actor& actor) {
    return room_.database.write([&](db::Connection& c) {
        Mailing one = changeable(c, request, actor, MailingState::draft);
        const Instant now = room_.clock();
        for (const MailingReader& reader : readers_of(c, one.content, now)) {
            if (reader.blocked) continue;
            const auto number =
                mail::queue_written(c, {reader.address, reader.name, reader.language}, reader.account,
                                    std::string(kKind), one.id, text_for(one.content, reader.language), now);
            if (number) ++one.readers;
        }
        if (one.readers == 0) http::refuse(409, "mailing.no_readers");
        one.state = MailingState::sent;
        one.sent = now;
        return save(c, std::move(one), "send_mailing", now, request, actor);
    });
}

Response MailingHandlers::stop_mailing(const Request& request, const Actor& actor) {
    return room_.database.write([&](db::Connection& c) {
        Mailing one = changeable(c, request, actor, MailingState::sent);
        const Instant now = room_.clock();
        cancel_mails(c, one.id, now);
        one.state = MailingState::stopped;
        return save(c, std::move(one), "stop_mailing", now, request, actor);
    });
}

}  // namespace dure::mailroom
