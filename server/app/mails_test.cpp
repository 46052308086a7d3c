// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "server/app/api_test.hpp"
#include "server/db/system.hpp"
#include "server/mail/outbox.hpp"
#include "server/mail/unsubscribe.hpp"

namespace dure::app::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;
using ::testing::UnorderedElementsAreArray;

class MailsApi : public Api {
  protected:
    json::value first_mail(const Person& who, const std::string& query) {
        const auto items = parsed(get(who, "/mails?" + query)).at("items").as_array();
        return items.empty() ? json::value() : items.front();
    }
    std::size_t count(const Person& who, const std::string& query) {
        return parsed(get(who, "/mails?" + query)).at("items").as_array().size();
    }
    Reply change(const Person& who, const json::value& one, const std::string& path,
                 std::string_view method = "POST", const std::string& body = {}) {
        return send(who, method, path, body, {{"If-Match", '"' + text(one, "version") + '"'}});
    }
    std::string token_of(const Person& who) {
        const auto key = mail::unsubscribe_key(app().database(), db::system_random(), 0);
        return mail::unsubscribe_token({.address = who.email, .topic = "mailing"}, key);
    }
    static std::string mailing_to(const std::string& role) {
        return R"({"subject_ko":"안내","body_ko":"첫째\n\n둘째","subject_en":"News","body_en":"One","roles":[")" +
               role + "\"]}";
    }
};
DURE_API_TESTS(MailsApi);

TEST_P(MailsApi, ALinkGoesToItsPersonAndItsKeyIsShownToNobodyElse) {
    const Person admin = administrator(), kim = planner();
    const auto link = parsed(post(admin, "/accounts/" + kim.id + "/link"));
    EXPECT_EQ(text(link, "mailed"), "false") << "there is no mail server";
    const std::string token = text(link, "link").substr(6);
    const auto mail = first_mail(admin, "q=" + kim.email);
    EXPECT_EQ(text(mail, "kind"), "account.reset");
    EXPECT_EQ(text(mail, "state"), "waiting");
    const Reply whole = get(admin, "/mails/" + text(mail, "id"));
    EXPECT_THAT(whole.body, Not(HasSubstr(token)));
    post(admin, "/accounts/" + kim.id + "/link");
    EXPECT_EQ(count(admin, "state=waiting&q=" + kim.email), 1u) << "the earlier link leads nowhere";
    EXPECT_EQ(count(admin, "state=cancelled&q=" + kim.email), 1u);
}

TEST_P(MailsApi, AnAdministratorCancelsAMailAndTriesItAgain) {
    const Person admin = administrator();
    const auto sent = parsed(post(admin, "/mail_state/test", "", {{"Idempotency-Key", "a-test-mail-1"}}));
    EXPECT_EQ(text(parsed(post(admin, "/mail_state/test", "", {{"Idempotency-Key", "a-test-mail-1"}})), "id"),
              text(sent, "id"));
    const std::string path = "/mails/" + text(sent, "id");
    EXPECT_EQ(post(admin, path + "/cancel").status, 428);
    const auto cancelled = parsed(change(admin, sent, path + "/cancel"));
    EXPECT_EQ(text(cancelled, "state"), "cancelled");
    EXPECT_EQ(change(admin, sent, path + "/cancel").status, 412);
    EXPECT_EQ(change(admin, cancelled, path + "/cancel").status, 409);
    const auto again = parsed(change(admin, cancelled, path + "/retry"));
    EXPECT_EQ(text(again, "state"), "waiting");
    EXPECT_EQ(change(admin, again, path + "/retry").status, 409);
    EXPECT_EQ(get(admin, "/mails/0").status, 404);
    EXPECT_EQ(get(admin, "/mails/one").status, 404);
    EXPECT_THAT(refusals(get(admin, "/mails?state=lost&cursor=x")),
                UnorderedElementsAre("/query/cursor http.bad_cursor", "/query/state json.bad_choice"));
}

TEST_P(MailsApi, PagesThroughTheOutboxNewestFirst) {
    const Person admin = administrator();
    app().database().write([&](db::Connection& c) {
        for (int i = 0; i < 5; ++i)
            mail::queue(c, mail::Reader{"reader@firm.example", std::to_string(i), "en"},
                        {.kind = "account.test"}, db::system_clock()());
    });
    std::vector<std::string> names;
    std::string cursor;
    do {
        const auto page =
            parsed(get(admin, "/mails?limit=2&q=reader@firm" + (cursor.empty() ? "" : "&cursor=" + cursor)));
        for (const auto& one : page.at("items").as_array()) names.push_back(text(one, "name"));
        cursor = text(page, "next_cursor");
    } while (!cursor.empty());
    EXPECT_EQ(names, (std::vector<std::string>{"4", "3", "2", "1", "0"}));
}

TEST_P(MailsApi, APersonChoosesWhenToBeToldOfWhat) {
    const Person kim = planner();
    const Reply before = get(kim, "/session/mail_settings");
    EXPECT_THAT(before.body, HasSubstr(R"({"topic":"task","rhythm":"at_once"})"));
    EXPECT_THAT(before.body, Not(HasSubstr("account")));
    const std::string never = R"({"choices":[{"topic":"task","rhythm":"never"}]})";
    const auto put = [&](const std::string& body, const std::string& tag) {
        return send(kim, "PUT", "/session/mail_settings", body, {{"If-Match", tag}});
    };
    const Reply saved = put(never, etag(before));
    ASSERT_EQ(saved.status, 200) << saved.body;
    EXPECT_THAT(saved.body, HasSubstr(R"({"topic":"task","rhythm":"never"})"));
    EXPECT_EQ(put(never, etag(before)).status, 412);
    EXPECT_EQ(put(never, etag(saved)).status, 200);
    const std::pair<std::string, std::vector<std::string>> cases[] = {
        {"{}", {"/choices json.missing"}},
        {R"({"choices":[{"topic":"account","rhythm":"never"}]})", {"/choices/0/topic json.bad_format"}},
        {R"({"choices":[{"topic":"task","rhythm":"hourly"}]})", {"/choices/0/rhythm json.bad_choice"}},
    };
    for (const auto& [body, refused] : cases)
        EXPECT_THAT(refusals(put(body, etag(saved))), UnorderedElementsAreArray(refused)) << body;
}

TEST_P(MailsApi, AMailingReachesItsSegmentOnceAndLeavesOutWhoUnsubscribed) {
    const Person admin = administrator(), kim = person({auth::Role::expert}),
                 lee = person({auth::Role::expert});
    // A mail program: no cookie, no JSON, no Origin.
    EXPECT_EQ(post(nobody, "/unsubscribe/" + token_of(lee), "",
                   {{"Content-Type", "application/x-www-form-urlencoded"}})
                  .status,
              204);
    const std::string wanted = mailing_to("expert");
    const auto preview = parsed(post(admin, "/mailings/preview", wanted));
    EXPECT_EQ(text(preview, "readers"), "1");
    EXPECT_EQ(text(preview, "blocked"), "1");
    EXPECT_THAT(json::serialize(preview.at("samples")), HasSubstr("둘째"));
    const auto draft = parsed(post(admin, "/mailings", wanted));
    const std::string path = "/mailings/" + text(draft, "id");
    const auto sent = parsed(change(admin, draft, path + "/send"));
    EXPECT_EQ(text(sent, "state"), "sent");
    EXPECT_EQ(text(sent, "readers"), "1");
    EXPECT_EQ(change(admin, sent, path + "/send").status, 409);
    EXPECT_EQ(change(admin, sent, path, "PUT", wanted).status, 409);
    EXPECT_EQ(count(admin, "mailing=" + text(draft, "id")), 1u);
    EXPECT_EQ(text(first_mail(admin, "mailing=" + text(draft, "id")), "address"), kim.email);
    const auto stopped = parsed(change(admin, sent, path + "/stop"));
    EXPECT_EQ(text(stopped, "state"), "stopped");
    EXPECT_EQ(text(stopped.at("count"), "cancelled"), "1");
}

TEST_P(MailsApi, AMailingToPersonsReachesWhoAgreedToIt) {
    const Person admin = administrator();
    app().database().write([&](db::Connection& c) {
        const auto put = [&](const std::string& id, const std::string& purpose, Instant expires) {
            c.execute(
                "INSERT INTO person (id, title, email, languages, note, name, name_key, search, owner, "
                "created, "
                "updated) VALUES ($1, '', $1 || '@firm.example', '[\"en\"]', '', $1, $1, '', $2, 0, 0)",
                id, admin.id);
            c.execute(
                "INSERT INTO consent (id, person, purpose, text_version, given, given_by, expires, owner, "
                "created, "
                "updated) VALUES ($1, $1, $2, '1', 1, 'web', $3, $4, 0, 0)",
                id, purpose, expires, admin.id);
        };
        const Instant later = db::system_clock()() + 3600 * kSecond;
        put("agreed", "mailing", later), put("other", "events", later), put("past", "mailing", 2);
    });
    const std::string to_persons = R"({"subject_ko":"안내","body_ko":"본문","audience":"persons"})";
    const auto preview = parsed(post(admin, "/mailings/preview", to_persons));
    EXPECT_EQ(json::serialize(preview.at("names")), R"(["agreed"])");
    const auto draft = parsed(post(admin, "/mailings", to_persons));
    change(admin, draft, "/mailings/" + text(draft, "id") + "/send");
    EXPECT_EQ(text(first_mail(admin, "mailing=" + text(draft, "id")), "address"), "agreed@firm.example");
}

TEST_P(MailsApi, AnUnsubscriptionIsTakenBackByItsLink) {
    const Person kim = person({auth::Role::expert});
    const std::string body = R"({"token":")" + token_of(kim) + "\"}";
    EXPECT_EQ(text(parsed(post(nobody, "/subscriptions/read", body)), "subscribed"), "true");
    const auto ended = parsed(post(nobody, "/subscriptions/end", body));
    EXPECT_EQ(text(ended, "subscribed"), "false");
    EXPECT_THAT(text(ended, "address"), Not(HasSubstr(kim.email)));
    EXPECT_EQ(text(parsed(post(nobody, "/subscriptions/renew", body)), "subscribed"), "true");
}

TEST_P(MailsApi, AMailingOfNobodyOrOfSomeoneElseStays) {
    const Person admin = administrator(), officer = person({auth::Role::programme_officer}),
                 other = person({auth::Role::programme_officer});
    const auto draft = parsed(post(officer, "/mailings", mailing_to("partner_cluster")));
    const std::string path = "/mailings/" + text(draft, "id");
    EXPECT_EQ(change(officer, draft, path + "/send").status, 409) << "it has no readers";
    EXPECT_EQ(change(other, draft, path, "DELETE").status, 403);
    EXPECT_EQ(get(other, path).status, 200);
    EXPECT_EQ(change(officer, draft, path, "DELETE").status, 204);
    EXPECT_EQ(get(admin, path).status, 404);
}

TEST_P(MailsApi, BadMailingsNameEveryBadField) {
    const Person admin = administrator();
    const std::pair<std::string, std::vector<std::string>> cases[] = {
        {"{}", {"/subject_ko mailing.empty"}},
        {R"({"subject_ko":"제목"})", {"/body_ko mailing.body_missing"}},
        {R"({"subject_ko":"제목","body_ko":"본문","body_en":"text"})",
         {"/subject_en mailing.subject_missing"}},
        {R"({"subject_ko":"제목","body_ko":"본문","roles":["king"],"language":"jp"})",
         {"/language json.bad_format", "/roles/0 json.bad_format"}},
        {R"({"subject_ko":"제목","body_ko":"본문","html":"<b>"})", {"/html json.unknown_field"}},
    };
    for (const auto& [body, refused] : cases)
        EXPECT_THAT(refusals(post(admin, "/mailings", body)), UnorderedElementsAreArray(refused)) << body;
}

}  // namespace
}  // namespace dure::app::testing
