// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "server/app/api_test.hpp"
#include "server/audit/chain.hpp"
#include "server/people/consent.hpp"

namespace dure::app::testing {
namespace {

constexpr Instant kDay = 24LL * 3600 * kSecond;

class PersonsApi : public Api {
  protected:
    static std::string named(const std::string& name, const std::string& more = {}) {
        return R"({"names":[{"language":"ko","name":")" + name + R"(","primary":true}])" + more + "}";
    }
    json::value made(const Person& who, const std::string& path, const std::string& body) {
        const Reply reply = post(who, path, body);
        EXPECT_EQ(reply.status, 201) << path << reply.body;
        return parsed(reply);
    }
    json::value organisation(const Person& who, const std::string& name) {
        return made(who, "/organisations", named(name, R"(,"kind":"company","country":"KR")"));
    }
    static std::string id(const json::value& one) { return text(one, "id"); }
    static std::string path(const json::value& person) { return "/persons/" + id(person); }
    static Headers match(const json::value& one) { return {{"If-Match", '"' + text(one, "version") + '"'}}; }
    static std::string at(const json::value& organisation, const std::string& job = "",
                          const std::string& more = "") {
        return R"(,"employments":[{"organisation":")" + id(organisation) + R"(","job":")" + job + '"' + more +
               "}]";
    }
    std::string names(const Person& who, const std::string& query) {
        const auto page = parsed(get(who, "/persons?" + query));
        std::string found;
        for (const auto& item : page.at("items").as_array()) found += text(item, "name") + ' ';
        return found;
    }
    std::string operations_read(const Person& admin, const std::string& query = "") {
        const auto page = parsed(get(admin, "/personal_reads" + query));
        std::string found;
        for (const auto& item : page.at("items").as_array()) found += text(item, "operation") + ' ';
        return found;
    }
    std::int64_t count(const std::string& sql) {
        return app().database().read([&](db::Connection& c) { return c.query_one(sql)->integer(0); });
    }
};
DURE_API_TESTS(PersonsApi);

TEST_P(PersonsApi, BadBodiesNameEveryBadField) {
    const Person kim = planner();
    struct Case {
        std::string body;
        std::vector<std::string> refused;
    };
    const Case cases[] = {
        {"{}", {"/names json.missing"}},
        {named("A", R"(,"email":"nobody","telephone":"call me","languages":["Korean"])"),
         {"/email json.bad_format", "/languages/0 json.bad_format", "/telephone json.bad_format"}},
        {named("A", R"(,"employments":[{"job":"x"}])"), {"/employments/0/organisation json.missing"}},
        {named("A", R"(,"employments":[{"organisation":"none"}])"),
         {"/employments/0/organisation people.no_such_organisation"}},
        {named("A", R"(,"employments":[{"organisation":"x","first_day":"2026-02-30","last_day":"x"}])"),
         {"/employments/0/first_day json.bad_format", "/employments/0/last_day json.bad_format"}},
        {named("A",
               R"(,"employments":[{"organisation":"x","first_day":"2026-02-02","last_day":"2026-02-01"}])"),
         {"/employments/0/last_day person.day_order"}},
        {named("A", R"(,"erased":"2026-01-01T00:00:00Z")"), {"/erased json.unknown_field"}},
    };
    for (const auto& [body, refused] : cases) {
        const Reply reply = post(kim, "/persons", body);
        EXPECT_EQ(reply.status, 422) << body << reply.body;
        auto found = refusals(reply);
        std::ranges::sort(found);
        EXPECT_EQ(found, refused) << body;
    }
    EXPECT_EQ(names(kim, ""), "");
}

TEST_P(PersonsApi, AreKeptListedFoundAndChanged) {
    const Person kim = planner();
    const auto firm = organisation(kim, "두레전자");
    const auto made_one = made(
        kim, "/persons",
        named(
            "홍길동",
            R"(,"title":"Dr.","email":"hong@dure.example","telephone":"+82 53 123 4567","languages":["ko","en"],"note":"n")" +
                at(firm, "이사", R"(,"first_day":"2020-01-01","last_day":"2024-12-31")")));
    made(kim, "/persons", named("Alpha"));
    const auto again = parsed(get(kim, path(made_one)));
    EXPECT_EQ(again, made_one);
    EXPECT_EQ(text(again.at("employments").at(0), "organisation_name"), "두레전자");
    EXPECT_EQ(names(kim, ""), "홍길동 Alpha ");
    EXPECT_EQ(names(kim, "q=hong@"), "홍길동 ");
    EXPECT_EQ(names(kim, "q=%EB%91%90%EB%A0%88"), "홍길동 ") << "by where they work";
    EXPECT_EQ(names(kim, "language=en"), "홍길동 ");
    EXPECT_EQ(names(kim, "organisation=" + id(firm)), "홍길동 ");
    EXPECT_EQ(names(kim, "organisation=" + id(firm) + "&on=2024-12-31"), "홍길동 ");
    EXPECT_EQ(names(kim, "organisation=" + id(firm) + "&on=2025-01-01"), "");
    const Reply list = get(kim, "/persons");
    EXPECT_EQ(list.body.find("hong@dure.example"), std::string::npos)
        << "a list does not say how to reach them";
    EXPECT_EQ(refusals(get(kim, "/persons?on=x&page=1")),
              (std::vector<std::string>{"/query/on json.bad_format", "/query/page http.unknown_parameter"}));

    const std::string other = named("홍길순", at(firm, "대표"));
    EXPECT_EQ(send(kim, "PUT", path(made_one), other).status, 428);
    const Reply saved = send(kim, "PUT", path(made_one), other, match(made_one));
    EXPECT_EQ(saved.status, 200) << saved.body;
    EXPECT_EQ(send(kim, "PUT", path(made_one), other, match(made_one)).status, 412);
    const auto history = parsed(get(kim, path(made_one) + "/history"));
    const auto& before = history.at("items").at(0).at("before");
    EXPECT_EQ(text(before, "email"), "hong@dure.example");
    EXPECT_EQ(json::serialize(before.at("employments")), R"x(["두레전자, 이사 (2020-01-01 – 2024-12-31)"])x");
    EXPECT_EQ(send(kim, "DELETE", path(made_one), "", match(parsed(saved))).status, 204);
    EXPECT_EQ(names(kim, ""), "Alpha ");
    EXPECT_EQ(names(kim, "deleted=true"), "홍길순 ");
    EXPECT_EQ(post(kim, path(made_one) + "/restore").status, 200);
    EXPECT_EQ(names(kim, ""), "홍길순 Alpha ");
    const Reply csv = get(kim, "/person_files?format=csv&q=%ED%99%8D");
    EXPECT_NE(csv.body.find("홍길순,,두레전자,대표"), std::string::npos) << csv.body;
    EXPECT_EQ(csv.body.find("Alpha"), std::string::npos) << "what is seen is what is downloaded";
    EXPECT_EQ(get(kim, "/person_files?format=xlsx").body.substr(0, 2), "PK");
    EXPECT_EQ(get(kim, "/person_files").status, 422);
}

TEST_P(PersonsApi, EmploymentsAndContactsGoWithAMergeAndComeBack) {
    const Person kim = planner();
    const auto kept = organisation(kim, "A"), other = organisation(kim, "B");
    const auto hong = made(kim, "/persons", named("홍", at(other, "이사")));
    made(kim, "/contacts",
         R"({"kind":"visit","at":"2026-03-01T00:00:00Z","summary":"s","organisation":")" + id(other) + "\"}");
    const Reply merged = post(kim, "/organisations/" + id(kept) + "/merges",
                              R"({"other":")" + id(other) + R"(","other_version":1,"content":)" +
                                  named("A", R"(,"kind":"company","country":"KR")") + "}",
                              match(kept));
    ASSERT_EQ(merged.status, 201) << merged.body;
    EXPECT_EQ(json::serialize(parsed(merged).at("moved")),
              R"([{"reference":"contact_entry","count":1},{"reference":"employment","count":1}])");
    auto now = parsed(get(kim, path(hong)));
    EXPECT_EQ(text(now.at("employments").at(0), "organisation_name"), "A");
    EXPECT_NE(text(now, "version"), text(hong, "version")) << "whoever has the old page is told";
    const Reply mail =
        send(kim, "PUT", path(hong), named("홍", R"(,"email":"h@a.example")" + at(kept, "이사")), match(now));
    EXPECT_EQ(mail.status, 200) << mail.body;
    ASSERT_EQ(post(kim, "/organisation_merges/" + id(parsed(merged)) + "/undo").status, 200);
    now = parsed(get(kim, path(hong)));
    EXPECT_EQ(text(now.at("employments").at(0), "organisation"), id(other));
    EXPECT_EQ(text(now, "email"), "h@a.example") << "another change of the person stays";
    const auto log = parsed(get(kim, "/contacts?organisation=" + id(other)));
    EXPECT_EQ(log.at("items").as_array().size(), 1u);
}

TEST_P(PersonsApi, TheLogOfContactsNamesBothSidesAndWhatIsNext) {
    const Person kim = planner();
    const auto firm = organisation(kim, "두레");
    const auto hong = made(kim, "/persons", named("홍")), lee = made(kim, "/persons", named("이"));
    const auto body = [&](const std::string& when, const std::string& more) {
        return R"({"kind":"call","at":")" + when + R"(","summary":" Spoke ","persons":[")" + id(hong) +
               "\"]" + more + "}";
    };
    const auto first =
        made(kim, "/contacts",
             body("2026-03-01T09:00:00+09:00", R"(,"organisation":")" + id(firm) + R"(","accounts":[")" +
                                                   kim.id + R"("],"next_step":"Offer","due":"2026-03-10")"));
    EXPECT_EQ(text(first, "at"), "2026-03-01T00:00:00.000000Z");
    EXPECT_EQ(text(first, "summary"), "Spoke");
    EXPECT_EQ(text(first, "organisation_name"), "두레");
    EXPECT_EQ(text(first.at("persons").at(0), "name"), "홍");
    EXPECT_EQ(text(first.at("accounts").at(0), "id"), kim.id);
    made(kim, "/contacts", body("2026-04-01T00:00:00Z", ""));
    const auto count_of = [&](const std::string& query) {
        return parsed(get(kim, "/contacts?" + query)).at("items").as_array().size();
    };
    EXPECT_EQ(count_of("person=" + id(hong)), 2u);
    EXPECT_EQ(count_of("person=" + id(lee)), 0u);
    EXPECT_EQ(count_of("organisation=" + id(firm)), 1u);
    EXPECT_EQ(count_of("open=true"), 1u);
    const auto page = parsed(get(kim, "/contacts?limit=1"));
    EXPECT_EQ(text(page.at("items").at(0), "at"), "2026-04-01T00:00:00.000000Z") << "newest first";
    EXPECT_EQ(count_of("limit=1&cursor=" + text(page, "next_cursor")), 1u);
    const std::string done =
        body("2026-03-01T00:00:00Z", R"(,"next_step":"Offer","due":"2026-03-10","done":true)");
    EXPECT_EQ(send(kim, "PUT", "/contacts/" + id(first), done, match(first)).status, 200);
    EXPECT_EQ(send(kim, "PUT", "/contacts/" + id(first), done, match(first)).status, 412);
    EXPECT_EQ(count_of("open=true"), 0u);
    EXPECT_EQ(refusals(post(kim, "/contacts", R"({"kind":"call","at":"now","summary":""})")),
              (std::vector<std::string>{"/at json.bad_format", "/summary json.too_short"}));
    EXPECT_EQ(
        refusals(post(kim, "/contacts", R"({"kind":"call","at":"2026-03-01T00:00:00Z","summary":"s"})")),
        std::vector<std::string>{"/persons contact.nobody"});
    EXPECT_EQ(
        refusals(post(
            kim, "/contacts",
            R"({"kind":"call","at":"2026-03-01T00:00:00Z","summary":"s","persons":["x"],"accounts":["y"],"organisation":"z"})")),
        (std::vector<std::string>{"/organisation people.no_such_organisation", "/persons/0 person.none",
                                  "/accounts/0 account.unknown_id"}));
}

TEST_P(PersonsApi, AConsentHoldsUntilItEndsOrIsWithdrawn) {
    const Person kim = planner();
    const auto hong = made(kim, "/persons", named("홍"));
    const auto consent = [](const std::string& given, const std::string& expires) {
        return R"({"purpose":"partners","text_version":"2026-03","given":")" + given + R"(","expires":")" +
               expires + R"(","given_by":"paper"})";
    };
    const auto holds = [&] {
        return app().database().read([&](db::Connection& c) {
            return people::consents(c, id(hong), people::Purpose::partners, 1'780'000'000 * kSecond);
        });  // 2026-05-28
    };
    EXPECT_FALSE(holds());
    const std::string path_of = path(hong) + "/consents";
    const auto given = made(kim, path_of, consent("2026-01-01T00:00:00Z", "2100-01-01T00:00:00Z"));
    EXPECT_TRUE(holds());
    EXPECT_EQ(text(given, "in_force"), "true");
    const std::string withdraw = path_of + "/" + id(given) + "/withdraw";
    EXPECT_EQ(post(kim, withdraw, R"({"withdrawn_by":"mail"})").status, 428);
    const Reply gone = post(kim, withdraw, R"({"withdrawn_by":"mail"})", match(given));
    EXPECT_EQ(gone.status, 200) << gone.body;
    EXPECT_EQ(text(parsed(gone), "in_force"), "false");
    EXPECT_FALSE(holds()) << "at once";
    EXPECT_EQ(text(parsed(post(kim, withdraw, R"({"withdrawn_by":"mail"})", match(parsed(gone)))), "code"),
              "consent.withdrawn");
    made(kim, path_of, consent("2026-01-01T00:00:00Z", "2026-05-01T00:00:00Z"));
    EXPECT_FALSE(holds()) << "it has ended";
    EXPECT_EQ(refusals(post(kim, path_of, consent("2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z"))),
              std::vector<std::string>{"/expires consent.ends_before"});
    const auto list = parsed(get(kim, path_of));
    EXPECT_EQ(list.at("items").as_array().size(), 2u);
}

TEST_P(PersonsApi, ConsentsThatEndSoonAreListedUnlessTheyWereRenewed) {
    const Person kim = planner();
    const auto hong = made(kim, "/persons", named("홍"));
    app().database().write([&](db::Connection& c) {
        const Instant now = 1'790'000'000 * kSecond;
        const auto insert = [&](const std::string& id_of, people::Purpose purpose, Instant expires) {
            people::insert_consent(c, {.id = id_of,
                                       .person = id(hong),
                                       .purpose = purpose,
                                       .text_version = "1",
                                       .given = now - 10 * kDay,
                                       .expires = expires,
                                       .owner = kim.id});
        };
        insert("ends", people::Purpose::mailing, now + 10 * kDay);
        insert("renewed", people::Purpose::events, now + 10 * kDay);
        insert("later", people::Purpose::events, now + 400 * kDay);
        insert("over", people::Purpose::abroad, now - kDay);
        std::string found;
        for (const auto& one : people::consents_ending(c, now, now + 60 * kDay)) found += one.id + ' ';
        EXPECT_EQ(found, "ends ");
        EXPECT_EQ(people::consenting(c, {id(hong), "x"}, people::Purpose::mailing, now),
                  std::set<std::string>{id(hong)});
    });
    EXPECT_EQ(get(kim, "/consents_to_renew?days=0").status, 422);
}

TEST_P(PersonsApi, ReadsAreLoggedApart) {
    const Person kim = person({auth::Role::planner}, "Kim"), admin = administrator();
    const auto hong = made(kim, "/persons", named("홍"));
    get(kim, path(hong));
    get(kim, path(hong));
    get(kim, path(hong) + "/history");
    get(kim, "/persons");
    get(kim, "/person_files?format=csv");
    EXPECT_EQ(operations_read(admin, "?account=" + kim.id),
              "export_persons list_persons list_person_history get_person ")
        << "looking again within a minute is one reading";
    EXPECT_EQ(operations_read(admin, "?person=" + id(hong)), "list_person_history get_person ");
    const auto page = parsed(get(admin, "/personal_reads?limit=1"));
    EXPECT_EQ(text(page.at("items").at(0), "count"), "1");
    EXPECT_EQ(text(page.at("items").at(0), "account_name"), "Kim");
    EXPECT_NE(text(page, "next_cursor"), "");
}

TEST_P(PersonsApi, APersonGetsAllThatIsKept) {
    const Person kim = planner(), admin = administrator();
    const auto hong = made(kim, "/persons", named("홍 <길동>", R"(,"email":"hong@dure.example")"));
    made(kim, "/contacts",
         R"({"kind":"call","at":"2026-03-01T00:00:00Z","summary":"Spoke","persons":[")" + id(hong) + "\"]}");
    const auto all = parsed(get(admin, path(hong) + "/export"));
    EXPECT_EQ(text(all.at("person"), "email"), "hong@dure.example");
    EXPECT_EQ(text(all.at("contacts").at(0), "summary"), "Spoke");
    EXPECT_EQ(text(all.at("changes").at(0), "operation"), "create_person");
    EXPECT_EQ(text(all.at("reads").at(0), "operation"), "export_person") << "this reading too";
    const Reply page = get(admin, path(hong) + "/export?format=html&language=en");
    EXPECT_NE(page.body.find("홍 &lt;길동&gt;"), std::string::npos);
    EXPECT_NE(page.body.find("Personal data kept"), std::string::npos);
    EXPECT_EQ(page.body.find("person."), std::string::npos) << "no sentence is missing" << page.body;
}

TEST_P(PersonsApi, ErasingLeavesNothingThatTellsWhoItWasAndTheChainHolds) {
    const Person kim = planner(), admin = administrator();
    const auto firm = organisation(kim, "두레");
    // With a key, so that its answer is kept for a day.
    const auto hong =
        parsed(post(kim, "/persons",
                    named("홍길동비밀", R"(,"email":"secret@dure.example","telephone":"053-999-9999")" +
                                            at(firm, "비밀이사")),
                    {{"Idempotency-Key", "keeps-an-answer"}}));
    const auto lee = made(kim, "/persons", named("이"));
    const auto contact = [&](const std::string& persons, const std::string& summary) {
        made(kim, "/contacts",
             R"({"kind":"call","at":"2026-03-01T00:00:00Z","summary":")" + summary + R"(","persons":[)" +
                 persons + "]}");
    };
    contact('"' + id(hong) + '"', "secret words");
    contact('"' + id(hong) + "\",\"" + id(lee) + '"', "of both");
    const auto consent = made(
        kim, path(hong) + "/consents",
        R"({"purpose":"mailing","text_version":"1","given":"2026-01-01T00:00:00Z","expires":"2100-01-01T00:00:00Z","given_by":"paper"})");
    const auto preview = get(admin, path(hong) + "/erasure");
    EXPECT_EQ(post(admin, path(hong) + "/erasure").status, 428);
    const Reply done = post(admin, path(hong) + "/erasure", "", match(hong));
    ASSERT_EQ(done.status, 200) << done.body;
    EXPECT_EQ(done.body, preview.body) << "what was announced is what was done";
    EXPECT_EQ(text(parsed(get(kim, path(hong))), "code"), "person.erased");
    EXPECT_EQ(post(kim, path(hong) + "/restore").status, 404);
    EXPECT_EQ(names(kim, "deleted=true"), "");
    const auto log = parsed(get(kim, "/contacts?person=" + id(lee)));
    EXPECT_EQ(log.at("items").at(0).at("persons").as_array().size(), 1u);
    EXPECT_EQ(text(log.at("items").at(0), "summary"), "of both");
    app().database().read([&](db::Connection& c) {
        EXPECT_FALSE(people::consents(c, id(hong), people::Purpose::mailing, 1'780'000'000 * kSecond));
    });
    for (const char* secret : {"secret@dure.example", "053-999-9999", "secret words", "비밀이사"})
        for (const std::string column :
             {"SELECT count(*) FROM audit_entry WHERE COALESCE(before, '') || COALESCE(after, '') LIKE '%",
              "SELECT count(*) FROM person WHERE name || search || COALESCE(email, '') || "
              "COALESCE(telephone, '') LIKE '%",
              "SELECT count(*) FROM employment WHERE job LIKE '%",
              "SELECT count(*) FROM contact_entry WHERE summary LIKE '%",
              "SELECT count(*) FROM idempotency_key WHERE body LIKE '%"})
            EXPECT_EQ(count(column + secret + "%'"), 0) << secret << ' ' << column;
    const auto verdict = app().database().read([](db::Connection& c) { return audit::verify(c); });
    EXPECT_TRUE(verdict.findings.empty());
    EXPECT_GT(verdict.erased, 0);
}

}  // namespace
}  // namespace dure::app::testing
