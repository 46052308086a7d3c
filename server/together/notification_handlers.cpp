// SPDX-License-Identifier: Apache-2.0
#include <charconv>

#include "server/auth/actor_of.hpp"
#include "server/http/pipeline.hpp"
#include "server/together/cursor.hpp"
#include "server/together/handlers.hpp"
#include "server/together/notification_store.hpp"
#include "server/together/notification_view.hpp"

namespace dure::together {
namespace {

/// Seconds. A stream ends then, and whoever still watches asks anew, with the session they have by then.
constexpr std::int64_t kLongestWatch = 600;

std::optional<std::vector<std::int64_t>> numbers_of(const NotificationMark& mark) {
    if (!mark.ids) return std::nullopt;
    std::vector<std::int64_t> numbers;
    for (const std::string& id : *mark.ids) {
        std::int64_t number = 0;
        const auto end = std::from_chars(id.data(), id.data() + id.size(), number);
        if (end.ec == std::errc() && end.ptr == id.data() + id.size()) numbers.push_back(number);
    }
    return numbers;
}

}  // namespace

Response NotificationHandlers::list_notifications(const Request& request, const Actor& actor) {
    http::Query query(request);
    NotificationQuery wanted{.account = actor.account,
                             .unread = query.boolean("unread", false),
                             .below = number_in(query),
                             .limit = query.limit()};
    query.done();
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        return http::json_text(encode(page_of(reader, wanted)));
    });
}

Response NotificationHandlers::mark_notifications(const Request& request, const Actor& actor) {
    const auto mark = http::read_json(request, decode_mark);
    return office_.database.write([&](db::Connection& c) {
        together::mark_notifications(c, actor.account, numbers_of(mark), mark.read, office_.clock());
        Reader reader = reader_of(c, office_, actor);
        return http::json_text(encode(NotificationCount{count_unread(reader)}));
    });
}

Response NotificationHandlers::watch_notifications(const Request& request, const Actor& actor) {
    http::Query query(request);
    const Instant until =
        office_.clock() + query.integer("seconds", 1, kLongestWatch, kLongestWatch) * kSecond;
    query.done();
    Response response{.content_type = "text/event-stream"};
    // The routes keep the handlers, and the server ends its streams before it lets go of the routes.
    response.events = [this, account = actor.account, until](const std::string& last) {
        return events_after(account, last, until);
    };
    return response;
}

http::EventBatch NotificationHandlers::events_after(const std::string& account, const std::string& last,
                                                    Instant until) {
    return office_.database.read([&](db::Connection& c) {
        http::EventBatch batch{.done = office_.clock() >= until};
        const std::string state = notification_state(c, account);
        if (state == last) return batch;
        // With the rights of now, not of when the stream began.
        const auto actor = auth::actor_of(c, account, office_.clock());
        if (!actor) return http::EventBatch{.done = true};
        Reader reader = reader_of(c, office_, *actor);
        batch.events.push_back(
            {.id = state, .type = "notifications", .data = encode(NotificationCount{count_unread(reader)})});
        return batch;
    });
}

}  // namespace dure::together
