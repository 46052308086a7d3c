// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "engine/base/text.hpp"
#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/mail/compose.hpp"
#include "server/mail/outbox.hpp"
#include "server/mail/settings.hpp"
#include "server/mail/store.hpp"
#include "server/mailroom/handlers.hpp"
#include "server/mailroom/views.hpp"

namespace dure::mailroom {
namespace {

using mail::State;
using mail::Stored;

constexpr std::string_view kStates[] = {"held", "waiting",   "sending", "sent",     "bounced",
                                        "dead", "cancelled", "expired", "digested", "kept"};
constexpr std::string_view kBlocks =
    "SELECT recipient, topic, reason, detail, created FROM mail_block ORDER BY created DESC, recipient LIMIT "
    "500";

std::optional<std::int64_t> number_of(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
    return number;
}

Stored known(db::Connection& c, const Request& request) {
    const auto number = number_of(request.parameters.at("mail_id"));
    auto mail = number ? mail::find_mail(c, *number) : std::nullopt;
    if (!mail) http::refuse(404, "http.not_found");
    return std::move(*mail);
}

MailSummary summary_of(const Stored& mail, Instant now) {
    MailSummary view{.id = std::to_string(mail.number),
                     .subject = mail.subject,
                     .name = mail.name,
                     .address = mail.address,
                     .language = mail.language,
                     .kind = mail.kind,
                     .state = std::string(name_of(mail.state)),
                     .attempts = mail.attempts,
                     .failure = mail.failure,
                     .sent = utc_text(mail.sent),
                     .version = mail.version,
                     .created = utc_text(mail.created)};
    if (mail.state == State::waiting && mail.due > now) view.due = utc_text(mail.due);
    const bool over = mail.state == State::dead || mail.state == State::bounced ||
                      mail.state == State::cancelled || mail.state == State::expired;
    if (over && (!mail.secret || mail.expires > now)) view.actions.emplace_back("retry_mail");
    if (mail.state == State::waiting || mail.state == State::held) view.actions.emplace_back("cancel_mail");
    return view;
}

/// A key is for its reader alone: who may make one makes another.
MailView view_of(Stored mail, const mail::House& house, Instant now) {
    if (mail.secret && !mail.path.empty()) mail.path = mail.path.substr(0, mail.path.find('#')) + "#…";
    MailView view{summary_of(mail, now)};
    view.text = plain_body(mail, house);
    view.html = html_body(mail, house);
    return view;
}

void record(db::Connection& c, std::string_view action, std::string_view kind, std::string id, Instant now,
            const Request& request, const Actor& actor) {
    audit::record(c, {.at = now,
                      .actor = actor.account,
                      .action = std::string(action),
                      .record_kind = std::string(kind),
                      .record_id = std::move(id),
                      .request_id = request.request_id});
}

Response answer(const Stored& mail, const mail::House& house, Instant now) {
    return std::move(
        http::json_text(encode(view_of(mail, house, now))).with("ETag", http::etag_of(mail.version)));
}

}  // namespace

Response OutboxHandlers::list_mails(const Request& request, const Actor&) {
    http::Query query(request);
    mail::MailQuery wanted{.part = query.text("q").value_or("")};
    if (const auto state = query.choice("state", kStates)) wanted.state = mail::state_from(kStates[*state]);
    wanted.mailing = query.text("mailing", 36);
    if (const auto cursor = query.text("cursor", 20)) {
        wanted.below = number_of(*cursor);
        if (!wanted.below) query.refuse("cursor", "http.bad_cursor", {});
    }
    wanted.limit = query.limit();
    query.done();
    auto mails = room_.database.read([&](db::Connection& c) { return mail::list_mails(c, wanted); });
    MailPage page;
    if (mails.size() > static_cast<std::size_t>(wanted.limit)) {
        mails.pop_back();
        page.next_cursor = std::to_string(mails.back().number);
    }
    for (const Stored& one : mails) page.items.push_back(summary_of(one, room_.clock()));
    return http::json_text(encode(page));
}

Response OutboxHandlers::get_mail(const Request& request, const Actor&) {
    const Stored mail = room_.database.read([&](db::Connection& c) { return known(c, request); });
    return answer(mail, room_.house, room_.clock());
}

Response OutboxHandlers::retry_mail(const Request& request, const Actor& actor) {
    return room_.database.write([&](db::Connection& c) {
        const Stored mail = known(c, request);
        http::require_match(request, mail.version);
        const Instant now = room_.clock();
        // Whoever tries again knows better than an old refusal.
        if (!mail::retry(c, mail, now)) http::refuse(409, "mail.not_to_retry");
        mail::unblock(c, folded(mail.address), mail::kEveryTopic);
        record(c, "retry_mail", "mail", std::to_string(mail.number), now, request, actor);
        return answer(known(c, request), room_.house, now);
    });
}

Response OutboxHandlers::cancel_mail(const Request& request, const Actor& actor) {
    return room_.database.write([&](db::Connection& c) {
        const Stored mail = known(c, request);
        http::require_match(request, mail.version);
        const Instant now = room_.clock();
        if (!mail::cancel(c, mail, now)) http::refuse(409, "mail.not_to_cancel");
        record(c, "cancel_mail", "mail", std::to_string(mail.number), now, request, actor);
        return answer(known(c, request), room_.house, now);
    });
}

Response OutboxHandlers::get_mail_state(const Request&, const Actor&) {
    const mail::SenderState sender = room_.sender();
    MailStateView view{.configured = sender.configured,
                       .last_sent = utc_text(sender.last_sent),
                       .trouble = sender.trouble,
                       .trouble_since = utc_text(sender.trouble_since)};
    for (const auto& [state, count] :
         room_.database.read([](db::Connection& c) { return mail::count_by_state(c); }))
        view.counts[std::string(name_of(state))] = count;
    return http::json_text(encode(view));
}

Response OutboxHandlers::send_test_mail(const Request& request, const Actor& actor) {
    auth::Once once(room_.database, request, actor, "send_test_mail", room_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        const Instant now = room_.clock();
        const auto number = mail::queue(c, actor.account, {.kind = "account.test", .path = "/"}, now);
        if (!number) http::refuse(409, "mail.own_address_blocked");
        record(c, "send_test_mail", "mail", std::to_string(*number), now, request, actor);
        return http::json_text(encode(view_of(*mail::find_mail(c, *number), room_.house, now)), 201);
    });
}

Response OutboxHandlers::list_mail_blocks(const Request&, const Actor&) {
    MailBlockList list;
    for (const auto& row : room_.database.read([](db::Connection& c) { return c.query(kBlocks); }))
        list.items.push_back({.address = row.text(0),
                              .topic = row.text(1),
                              .reason = row.text(2),
                              .detail = row.text(3),
                              .created = utc_text(row.integer(4))});
    return http::json_text(encode(list));
}

Response OutboxHandlers::remove_mail_block(const Request& request, const Actor& actor) {
    const auto key = http::read_json(request, decode_block_key);
    room_.database.write([&](db::Connection& c) {
        if (!mail::unblock(c, folded(key.address), key.topic)) http::refuse(404, "http.not_found");
        record(c, "remove_mail_block", "mail_block", folded(key.address), room_.clock(), request, actor);
    });
    return http::no_content();
}

}  // namespace dure::mailroom
