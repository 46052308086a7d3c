// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/account_store.hpp"
#include "server/auth/actor_of.hpp"
#include "server/auth/secrets.hpp"
#include "server/auth/views.hpp"
#include "server/codec/messages.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/texts.hpp"
#include "server/together/cursor.hpp"
#include "server/together/days.hpp"
#include "server/together/feed.hpp"
#include "server/together/handlers.hpp"
#include "server/together/ics.hpp"
#include "server/together/overview_view.hpp"

namespace dure::together {
namespace {

constexpr int kLongestSpan = 400, kFeedBack = 90;
/// When a feed was last read is noted this often at most: programs ask every few minutes.
constexpr Instant kReadNoted = 3600 * kSecond;

std::vector<Occasion> occasions(Reader& reader, const Office& office, const Days& days) {
    std::vector<Occasion> all;
    for (const Calendar& calendar : office.calendars)
        std::ranges::move(calendar.find(reader, days, office.clock()), std::back_inserter(all));
    std::ranges::sort(all, {}, [](const Occasion& one) {
        return std::tuple(one.day, one.begins.value_or(0), one.kind, one.id);
    });
    return all;
}

std::string word_of(std::string_view language, const std::string& kind) {
    return codec::Messages::embedded().sentence(language, "calendar.kind." + kind);
}

void record(db::Connection& c, const Request& request, const Actor& actor, std::string action, Instant now) {
    audit::record(c, {.at = now,
                      .actor = actor.account,
                      .action = std::move(action),
                      .record_kind = "calendar_feed",
                      .record_id = actor.account,
                      .request_id = request.request_id});
}

FeedView view_of(const std::optional<Feed>& feed) {
    if (!feed) return {};
    return {.exists = true, .created = utc_text(feed->created), .last_read = utc_text(feed->last_read)};
}

std::string token_in(const Request& request) {
    std::string token = request.parameters.at("token");
    if (token.ends_with(".ics")) token.resize(token.size() - 4);
    return token;
}

}  // namespace

Response OverviewHandlers::list_waiting(const Request& request, const Actor& actor) {
    http::Query(request).done();
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        WaitingList list;
        for (const Waits& waits : office_.waits)
            std::ranges::move(waits.find(reader, office_.clock()), std::back_inserter(list.items));
        std::ranges::stable_sort(list.items, {}, [](const Wait& one) {
            return std::pair(!one.overdue, one.due.value_or("9999"));
        });
        return http::json_text(encode(list));
    });
}

Response OverviewHandlers::list_recent_changes(const Request& request, const Actor& actor) {
    http::Query query(request);
    const auto kind = query.text("subject_kind", 50);
    const auto below = number_in(query);
    const int limit = query.limit();
    query.done();
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        return http::json_text(encode(present(recent_changes(reader, office_.subjects, kind, below, limit))));
    });
}

Response OverviewHandlers::list_calendar(const Request& request, const Actor& actor) {
    http::Query query(request);
    Days days{query.required_text("from", 10), query.required_text("until", 10)};
    for (const auto& [name, day] : {std::pair("from", days.from), std::pair("until", days.until)})
        if (!day.empty() && !people::is_day(day))
            query.refuse(name, "json.bad_format", {{"format", "2026-11-30"}});
    query.done();
    // What is missing was refused; this one is there, and empty.
    for (const auto& [name, day] : {std::pair("from", days.from), std::pair("until", days.until)})
        if (day.empty())
            http::refuse_fields({{.code = "json.bad_format",
                                  .params = {{"format", "2026-11-30"}},
                                  .pointer = std::string("/query/") + name}});
    if (days.until < days.from || days.until > days_later(days.from, kLongestSpan))
        http::refuse_fields({{.code = "calendar.bad_span",
                              .params = {{"maximum", std::to_string(kLongestSpan)}},
                              .pointer = "/query/until"}});
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        return http::json_text(encode(present(occasions(reader, office_, days))));
    });
}

Response OverviewHandlers::get_calendar_feed(const Request& request, const Actor& actor) {
    http::Query(request).done();
    return office_.database.read(
        [&](db::Connection& c) { return http::json_text(encode(view_of(find_feed(c, actor.account)))); });
}

Response OverviewHandlers::renew_calendar_feed(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        const Instant now = office_.clock();
        const std::string token = renew_feed(c, actor.account, now);
        record(c, request, actor, "renew_calendar_feed", now);
        FeedView view = view_of(find_feed(c, actor.account));
        view.path = "/api/v1/calendar_feeds/" + token + ".ics";
        return http::json_text(encode(view), 201);
    });
}

Response OverviewHandlers::revoke_calendar_feed(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        if (revoke_feed(c, actor.account)) record(c, request, actor, "revoke_calendar_feed", office_.clock());
        return http::no_content();
    });
}

Response OverviewHandlers::read_calendar_feed(const Request& request, const Actor&) {
    http::Query(request).done();
    const Instant now = office_.clock();
    std::string account;
    bool note = false;
    Response response = office_.database.read([&](db::Connection& c) {
        const auto owner = account_of_feed(c, token_in(request));
        const auto actor = owner ? auth::actor_of(c, *owner, now) : std::nullopt;
        if (!actor) http::refuse(404, "http.not_found");
        account = *owner;
        note = find_feed(c, account)->last_read.value_or(0) < now - kReadNoted;
        const std::string language = auth::language_text(auth::find_account(c, account)->language);
        const std::string today = day_of(now);
        Reader reader = reader_of(c, office_, *actor);
        std::string body = to_ics(
            occasions(reader, office_, {days_later(today, -kFeedBack), days_later(today, kLongestSpan)}),
            {.name = codec::Messages::embedded().sentence(language, "calendar.feed_name",
                                                          {{"name", actor->name}}),
             .public_url = office_.public_url,
             .word = word_of,
             .language = language});
        const std::string tag = '"' + auth::digest(body).substr(0, 32) + '"';
        if (http::is_fresh(request, tag)) return http::not_modified(tag);
        Response answer{.content_type = "text/calendar; charset=utf-8", .body = std::move(body)};
        answer.with("ETag", tag);
        answer.with("Content-Disposition", "inline; filename=\"dure.ics\"");
        return answer;
    });
    if (note) office_.database.write([&](db::Connection& c) { note_feed_read(c, account, now); });
    return response;
}

}  // namespace dure::together
