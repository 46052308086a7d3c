// SPDX-License-Identifier: Apache-2.0
// What is gathered from all desks: notifications, what waits, what changed, the calendar and its feed.
#include <gmock/gmock.h>

#include "server/app/together_test.hpp"
#include "server/db/system.hpp"
#include "server/together/days.hpp"

namespace dure::app::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class GatheredApi : public TogetherApi {
  protected:
    std::string today() const { return together::day_of(db::system_clock()()); }
    List waiting(const Person& who) {
        List found;
        const auto list = parsed(get(who, "/waiting"));
        for (const auto& one : list.at("items").as_array())
            found.push_back(text(one, "kind") + (text(one, "overdue") == "true" ? "!" : ""));
        return found;
    }
    List occasions(const Person& who, const std::string& span) {
        List found;
        const Reply reply = get(who, "/calendar?" + span);
        EXPECT_EQ(reply.status, 200) << reply.body;
        const json::value list = parsed(reply);
        for (const auto& one : list.at("items").as_array())
            found.push_back(text(one, "kind") + " " + text(one, "title") + " " + text(one, "day"));
        return found;
    }
};
DURE_API_TESTS(GatheredApi);

TEST_P(GatheredApi, NotificationsAreMarkedAndStreamed) {
    make_records();
    comment(kim, "organisation", organisation, "a", {lee.id});
    comment(kim, "organisation", organisation, "b", {lee.id});
    const auto list = notifications(lee);
    const std::string newest = text(list.at("items").at(0), "id");
    EXPECT_EQ(text(list, "unread"), "2");
    const Reply marked = post(lee, "/notifications/mark", R"({"ids":[")" + newest + R"(","x"],"read":true})");
    EXPECT_EQ(text(parsed(marked), "unread"), "1");
    EXPECT_EQ(parsed(get(lee, "/notifications?unread=true")).at("items").as_array().size(), 1u);
    EXPECT_EQ(text(parsed(post(lee, "/notifications/mark", R"({"read":true})")), "unread"), "0");
    EXPECT_EQ(text(parsed(post(lee, "/notifications/mark", R"({"ids":[")" + newest + R"("],"read":false})")),
                   "unread"),
              "1");
    post(park, "/notifications/mark", R"({"ids":[")" + newest + R"("],"read":true})");
    EXPECT_EQ(text(notifications(lee), "unread"), "1") << "nobody marks another's";
    EXPECT_EQ(post(lee, "/notifications/mark", "{}").status, 422);
    const Reply events = get(lee, "/notifications/events?seconds=1");
    EXPECT_EQ(events.header("content-type"), "text/event-stream");
    EXPECT_THAT(events.body, HasSubstr("event: notifications\n"));
    EXPECT_THAT(events.body, HasSubstr(R"({"unread":1})"));
    const auto at = events.body.find("id: ");
    const std::string last = events.body.substr(at + 4, events.body.find('\n', at) - at - 4);
    EXPECT_THAT(get(lee, "/notifications/events?seconds=1", {{"Last-Event-ID", last}}).body,
                Not(HasSubstr("unread")));
    EXPECT_EQ(get(lee, "/notifications/events?seconds=0").status, 422);
}

TEST_P(GatheredApi, NotificationsArePagedWithoutWhatMayNotBeRead) {
    make_records();
    hand_in({lee.id});
    for (int i = 0; i < 4; ++i) {
        comment(kim, "organisation", organisation, "o" + std::to_string(i), {lee.id});
        comment(kim, "approval", document, "secret", {lee.id});
    }
    take_readers_away();
    List found;
    std::string cursor;
    for (int pages = 0; pages < 4; ++pages) {
        const auto page =
            parsed(get(lee, "/notifications?limit=3" + (cursor.empty() ? "" : "&cursor=" + cursor)));
        for (const auto& one : page.at("items").as_array()) found.push_back(text(one, "text"));
        cursor = text(page, "next_cursor");
        if (cursor.empty()) break;
    }
    EXPECT_THAT(found, ElementsAre("o3", "o2", "o1", "o0"));
}

TEST_P(GatheredApi, WhatWaitsComesTogetherTheOverdueFirst) {
    make_records();
    EXPECT_THAT(waiting(lee), IsEmpty());
    task(kim, lee.id, "Some day");
    task(kim, lee.id, "Late", R"(,"due":"2026-01-02")");
    task(kim, lee.id, "Far", R"(,"due":"2099-01-02")");
    comment(kim, "organisation", organisation, "a", {lee.id});
    EXPECT_THAT(waiting(lee), ElementsAre("task!", "task", "mention"));
    EXPECT_THAT(waiting(stranger), IsEmpty());
    const Person director = person({auth::Role::director}, "Boss");
    post(
        admin, "/approvals/lines",
        R"({"name":"Line","kind":"document","delegated":false,"steps":[{"task":"approval","title":"Head","role":"director"}]})");
    const std::string path = "/approvals/" + document;
    ASSERT_EQ(
        post(kim, path + "/submit", R"({"steps":[{"task":"approval","account":")" + director.id + R"("}]})",
             {{"If-Match", etag(get(kim, path))}})
            .status,
        200);
    EXPECT_THAT(waiting(director), ElementsAre("approval"));
    EXPECT_THAT(occasions(director, "from=2026-01-01&until=2026-12-31"),
                Contains(HasSubstr("approval Secret plan")));
}

TEST_P(GatheredApi, RecentChangesAreThoseOfWhatOneMayRead) {
    make_records();
    const Reply read = get(kim, "/organisations/" + organisation);
    for (int i = 0; i < 2; ++i)
        send(lee, "PUT", "/organisations/" + organisation,
             R"({"names":[{"language":"ko","name":"새 두레 )" + std::to_string(i) +
                 R"(","primary":true}],"kind":"company","country":"KR"})",
             {{"If-Match", etag(get(lee, "/organisations/" + organisation))}});
    const auto changes = parsed(get(park, "/recent_changes")).at("items").as_array();
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(text(changes[0], "action"), "replace_organisation");
    EXPECT_EQ(text(changes[0], "actor_name"), "Lee");
    EXPECT_EQ(text(changes[0], "times"), "2");
    EXPECT_EQ(text(changes[0].at("subject"), "title"), "새 두레 1");
    EXPECT_EQ(parsed(get(kim, "/recent_changes")).at("items").as_array().size(), 3u)
        << "the draft is Kim's to know of";
    EXPECT_EQ(parsed(get(kim, "/recent_changes?subject_kind=approval")).at("items").as_array().size(), 1u);
    EXPECT_EQ(parsed(get(kim, "/recent_changes?subject_kind=nothing")).at("items").as_array().size(), 0u);
    const auto first = parsed(get(kim, "/recent_changes?limit=1"));
    EXPECT_FALSE(text(first, "next_cursor").empty());
    EXPECT_EQ(parsed(get(kim, "/recent_changes?limit=5&cursor=" + text(first, "next_cursor")))
                  .at("items")
                  .as_array()
                  .size(),
              2u);
    EXPECT_EQ(get(stranger, "/recent_changes").status, 403);
}

TEST_P(GatheredApi, TheCalendarHasWhatIsDueInItsSpan) {
    task(kim, lee.id, "In", R"(,"due":"2026-11-30")");
    task(kim, lee.id, "Out", R"(,"due":"2026-12-01")");
    EXPECT_THAT(occasions(lee, "from=2026-11-01&until=2026-11-30"), ElementsAre("task In 2026-11-30"));
    EXPECT_THAT(occasions(kim, "from=2026-11-01&until=2026-11-30"), IsEmpty()) << "not theirs to do";
    for (const char* bad : {"from=2026-11-01", "from=2026-11-31&until=2026-12-01",
                            "from=2026-12-01&until=2026-11-01", "from=2026-01-01&until=2027-12-31",
                            "from=x&until=2026-11-01", "from=&until=2000-01-01", "from=2026-11-01&until="})
        EXPECT_EQ(get(lee, std::string("/calendar?") + bad).status, 422) << bad;
}

TEST_P(GatheredApi, TheFeedIsReadByItsSecretAddressUntilThatIsRenewed) {
    task(kim, lee.id, "회의; 준비, \\\\ 먼저", R"(,"due":")" + today() + "\"");
    EXPECT_EQ(text(parsed(get(lee, "/session/calendar_feed")), "exists"), "false");
    const auto path_of = [](const Reply& made) {
        return text(parsed(made), "path").substr(std::string("/api/v1").size());
    };
    const std::string first = path_of(post(lee, "/session/calendar_feed"));
    const Reply feed = get(nobody, first);
    ASSERT_EQ(feed.status, 200) << feed.body;
    EXPECT_EQ(feed.header("content-type"), "text/calendar; charset=utf-8");
    EXPECT_THAT(feed.body, HasSubstr("BEGIN:VCALENDAR\r\n"));
    EXPECT_THAT(feed.body, HasSubstr("회의\\; 준비\\, \\\\ 먼저"));
    EXPECT_EQ(get(nobody, first, {{"If-None-Match", etag(feed)}}).status, 304);
    EXPECT_EQ(get(nobody, first).body, feed.body) << "the same bytes for the same";
    EXPECT_FALSE(text(parsed(get(lee, "/session/calendar_feed")), "last_read").empty());
    EXPECT_TRUE(text(parsed(get(lee, "/session/calendar_feed")), "path").empty()) << "told once";
    app().database().read([&](db::Connection& c) {
        EXPECT_EQ(first.find(c.query("SELECT token_digest FROM calendar_feed").at(0).text(0)),
                  std::string::npos);
    });
    const std::string second = path_of(post(lee, "/session/calendar_feed"));
    EXPECT_EQ(get(nobody, first).status, 404);
    EXPECT_EQ(get(nobody, second).status, 200);
    app().database().write(
        [&](db::Connection& c) { c.execute("UPDATE account SET active = 0 WHERE id = $1", lee.id); });
    EXPECT_EQ(get(nobody, second).status, 404) << "with the account goes its calendar";
    app().database().write(
        [&](db::Connection& c) { c.execute("UPDATE account SET active = 1 WHERE id = $1", lee.id); });
    EXPECT_EQ(send(lee, "DELETE", "/session/calendar_feed").status, 204);
    EXPECT_EQ(get(nobody, second).status, 404);
}

}  // namespace
}  // namespace dure::app::testing
