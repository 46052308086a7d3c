// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "server/audit/audit.hpp"
#include "server/http/pipeline.hpp"
#include "server/mail/settings.hpp"
#include "server/mail/topics.hpp"
#include "server/mail/unsubscribe.hpp"
#include "server/mailroom/handlers.hpp"
#include "server/mailroom/views.hpp"

namespace dure::mailroom {
namespace {

Response answer(const mail::Settings& settings) {
    MailChoices view;
    for (const mail::Topic& topic : mail::kTopics)
        if (topic.chosen)
            view.choices.push_back({.topic = std::string(topic.name), .rhythm = settings.of(topic.name)});
    return std::move(http::json_text(encode(view)).with("ETag", http::etag_of(settings.version)));
}

/// "ki…@firm.example": enough to recognise one's own.
std::string in_part(const std::string& address) {
    const auto at = address.find('@');
    return address.substr(0, std::min<std::size_t>(2, at)) + "…" +
           (at == address.npos ? "" : address.substr(at));
}

mail::Unsubscription said_by(std::string_view token, const mail::House& house) {
    auto said = mail::read_unsubscribe_token(token, house.unsubscribe_key);
    if (!said) http::refuse(404, "mail.bad_unsubscribe_link");
    return std::move(*said);
}

Response answer(db::Connection& c, const mail::Unsubscription& said) {
    return http::json_text(
        encode(Subscription{.address = in_part(said.address),
                            .topic = said.topic,
                            .subscribed = !mail::is_blocked(c, said.address, said.topic)}));
}

void end(db::Connection& c, const mail::Unsubscription& said, Instant now) {
    mail::block(c, said.address, said.topic, mail::BlockReason::unsubscribed, "", now);
}

}  // namespace

Response ReaderHandlers::get_mail_settings(const Request&, const Actor& actor) {
    return answer(
        room_.database.read([&](db::Connection& c) { return mail::settings_of(c, actor.account); }));
}

Response ReaderHandlers::replace_mail_settings(const Request& request, const Actor& actor) {
    const auto given = http::read_json(request, decode_choices);
    return room_.database.write([&](db::Connection& c) {
        mail::Settings settings = mail::settings_of(c, actor.account);
        http::require_match(request, settings.version);
        settings.choices.clear();
        for (const MailChoice& one : given.choices) settings.choices[one.topic] = one.rhythm;
        const Instant now = room_.clock();
        if (!mail::save_settings(c, actor.account, settings, now)) http::refuse(412, "http.stale");
        audit::record(c, {.at = now,
                          .actor = actor.account,
                          .action = "replace_mail_settings",
                          .record_kind = "account",
                          .record_id = actor.account,
                          .request_id = request.request_id});
        return answer(mail::settings_of(c, actor.account));
    });
}

/// RFC 8058: a mail program posts here for its user, who is signed in nowhere. What it posts is not looked
/// at: the address says it all.
Response ReaderHandlers::unsubscribe_one_click(const Request& request, const Actor&) {
    const auto said = said_by(request.parameters.at("token"), room_.house);
    room_.database.write([&](db::Connection& c) { end(c, said, room_.clock()); });
    return http::no_content();
}

Response ReaderHandlers::read_subscription(const Request& request, const Actor&) {
    const auto said = said_by(http::read_json(request, decode_unsubscribe_token).token, room_.house);
    return room_.database.read([&](db::Connection& c) { return answer(c, said); });
}

Response ReaderHandlers::end_subscription(const Request& request, const Actor&) {
    const auto said = said_by(http::read_json(request, decode_unsubscribe_token).token, room_.house);
    return room_.database.write([&](db::Connection& c) {
        end(c, said, room_.clock());
        return answer(c, said);
    });
}

Response ReaderHandlers::renew_subscription(const Request& request, const Actor&) {
    const auto said = said_by(http::read_json(request, decode_unsubscribe_token).token, room_.house);
    return room_.database.write([&](db::Connection& c) {
        mail::unblock(c, said.address, said.topic);
        return answer(c, said);
    });
}

}  // namespace dure::mailroom
