// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class AccountsApi : public Api {};
DURE_API_TESTS(AccountsApi);

TEST_P(AccountsApi, BadBodiesNameEveryBadField) {
    const Person admin = administrator();
    struct Case {
        std::string body;
        int status;
        std::vector<std::string> refused;
    };
    const Case cases[] = {
        {"", 400, {}},
        {"{", 400, {}},
        {"[]", 422, {" json.wrong_type"}},
        {"{}", 422, {"/email json.missing", "/name json.missing", "/roles json.missing"}},
        {R"({"email":"kim","name":"","password":"a quiet river","roles":["king"],"admin":true})",
         422,
         {"/admin json.unknown_field", "/email json.bad_format", "/name json.too_short",
          "/roles/0 json.bad_choice"}},
        {R"({"email":"a@b.c","name":1,"password":"a quiet river","roles":[]})",
         422,
         {"/name json.wrong_type"}},
        {R"({"email":"a@b.c","name":"A","password":"short","roles":[]})",
         422,
         {"/password password.too_short"}},
        {R"({"email":"a@b.c","name":"A","name":"B","password":"a quiet river","roles":[]})", 400, {}},
    };
    for (const auto& [body, status, refused] : cases) {
        const Reply reply = post(admin, "/accounts", body, {{"Content-Type", "application/json"}});
        EXPECT_EQ(reply.status, status) << body << reply.body;
        auto found = status == 422 ? refusals(reply) : std::vector<std::string>();
        std::ranges::sort(found);
        EXPECT_EQ(found, refused) << body;
    }
    EXPECT_EQ(post(admin, "/accounts", "{}", {{"Content-Type", "text/plain"}}).status, 415);
}

TEST_P(AccountsApi, AnAddressHasOneAccountWhateverItsCase) {
    const Person admin = administrator();
    const auto body = [](const std::string& email) {
        return R"({"email":")" + email +
               R"(","name":"N","password":"a quiet river at dawn","roles":["planner"]})";
    };
    EXPECT_EQ(post(admin, "/accounts", body("new@dure.example")).status, 201);
    EXPECT_EQ(refusals(post(admin, "/accounts", body("NEW@Dure.Example"))),
              std::vector<std::string>{"/email account.email_taken"});
}

TEST_P(AccountsApi, ARepeatedKeyGetsTheFirstAnswer) {
    const Person admin = administrator();
    const std::string body =
        R"({"email":"new@dure.example","name":"N","password":"a quiet river at dawn","roles":[]})";
    const Headers key{{"Idempotency-Key", "key-number-1"}};
    const Reply first = post(admin, "/accounts", body, key), again = post(admin, "/accounts", body, key);
    EXPECT_EQ(first.status, 201);
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(first.body, again.body);
    EXPECT_EQ(etag(first), etag(again));
    const Reply other =
        post(admin, "/accounts",
             R"({"email":"o@dure.example","name":"O","password":"a quiet river at dawn","roles":[]})", key);
    EXPECT_EQ(refusals(other),
              std::vector<std::string>{"/header/Idempotency-Key http.idempotency_key_reused"});
}

TEST_P(AccountsApi, ChangesNeedTheVersion) {
    const Person admin = administrator(), kim = planner();
    const std::string path = "/accounts/" + kim.id;
    EXPECT_EQ(send(admin, "PATCH", path, R"({"name":"Kim"})").status, 428);
    EXPECT_EQ(send(admin, "PATCH", path, R"({"name":"Kim"})", {{"If-Match", "\"9\""}}).status, 412);
    const Reply changed = send(admin, "PATCH", path, R"({"name":"Kim"})", {{"If-Match", "\"1\""}});
    EXPECT_EQ(changed.status, 200);
    EXPECT_EQ(text(parsed(changed), "version"), "2");
    const Reply read = get(admin, path);
    EXPECT_EQ(get(admin, path, {{"If-None-Match", etag(read)}}).status, 304);
    post(admin, path + "/roles", R"({"role":"expert"})");
    const Reply again = get(admin, path, {{"If-None-Match", etag(read)}});
    EXPECT_EQ(again.status, 200) << "the account is the same, its roles are not";
    EXPECT_EQ(send(admin, "PATCH", path, R"({"name":"Kim"})", {{"If-Match", etag(again)}}).status, 200);
}

TEST_P(AccountsApi, NobodyMakesThemselvesMore) {
    const Person kim = planner();
    EXPECT_EQ(send(kim, "PATCH", "/accounts/" + kim.id, R"({"name":"Boss"})", {{"If-Match", "\"1\""}}).status,
              403);
    EXPECT_EQ(post(kim, "/accounts/" + kim.id + "/roles", R"({"role":"administrator"})").status, 403);
    const Person admin = administrator();
    for (const char* body : {R"({"id":"x"})", R"({"example":true})", R"({"password_hash":"x"})",
                             R"({"version":9})", R"({"roles":["administrator"]})"})
        EXPECT_EQ(send(admin, "PATCH", "/accounts/" + kim.id, body, {{"If-Match", "\"1\""}}).status, 422)
            << body;
}

TEST_P(AccountsApi, ADeactivatedPersonIsOutAtOnce) {
    const Person admin = administrator(), kim = planner();
    EXPECT_EQ(get(kim, "/energy/plans").status, 200);
    EXPECT_EQ(
        send(admin, "PATCH", "/accounts/" + kim.id, R"({"active":false})", {{"If-Match", "\"1\""}}).status,
        200);
    EXPECT_EQ(get(kim, "/energy/plans").status, 401);
}

TEST_P(AccountsApi, TheLastAdministratorStays) {
    const Person admin = administrator();
    const auto deactivate = [&] {
        return send(admin, "PATCH", "/accounts/" + admin.id, R"({"active":false})", {{"If-Match", "\"1\""}});
    };
    EXPECT_EQ(deactivate().status, 409);
    EXPECT_EQ(text(parsed(deactivate()), "code"), "account.last_administrator");
    administrator();
    EXPECT_EQ(deactivate().status, 200);
}

TEST_P(AccountsApi, PagesGoThroughTheNamesInOrder) {
    const Person admin = person({auth::Role::administrator}, "홍길동");
    for (const char* name : {"나무", "apple", "가람", "Zoe", "다람"}) person({}, name);
    std::vector<std::string> names;
    std::string cursor;
    do {
        const auto page =
            parsed(get(admin, "/accounts?limit=2" + (cursor.empty() ? "" : "&cursor=" + cursor)));
        EXPECT_LE(page.at("items").as_array().size(), 2u);
        for (const auto& item : page.at("items").as_array()) names.push_back(text(item, "name"));
        cursor = text(page, "next_cursor");
    } while (!cursor.empty());
    EXPECT_EQ(names, (std::vector<std::string>{"가람", "나무", "다람", "홍길동", "apple", "Zoe"}));
    EXPECT_EQ(parsed(get(admin, "/accounts?q=APP")).at("items").as_array().size(), 1u);
    EXPECT_EQ(refusals(get(admin, "/accounts?cursor=eyJuYW1lIjoxfQ")),
              std::vector<std::string>{"/query/cursor http.bad_cursor"});
    EXPECT_EQ(refusals(get(admin, "/accounts?limit=0")),
              std::vector<std::string>{"/query/limit json.too_small"});
}

TEST_P(AccountsApi, AreOrderedAndChosenByWhatAPersonLooksFor) {
    const Person admin = person({auth::Role::administrator}, "A"), b = person({auth::Role::expert}, "B"),
                 c = person({auth::Role::expert, auth::Role::company}, "C");
    post(nobody, "/session", R"({"email":")" + c.email + R"(","password":")" + c.password + "\"}");
    post(nobody, "/session", R"({"email":")" + b.email + R"(","password":")" + b.password + "\"}");
    send(admin, "PATCH", "/accounts/" + c.id, R"({"active":false})", {{"If-Match", "\"1\""}});
    const auto names = [&](const std::string& query) {
        std::string found, cursor;
        do {
            const auto page =
                parsed(get(admin, "/accounts?limit=1" + query + (cursor.empty() ? "" : "&cursor=" + cursor)));
            for (const auto& item : page.at("items").as_array()) found += text(item, "name");
            cursor = text(page, "next_cursor");
        } while (!cursor.empty());
        return found;
    };
    EXPECT_EQ(names("&sort=-name"), "CBA");
    EXPECT_EQ(names("&sort=last_sign_in"), "ACB");
    EXPECT_EQ(names("&sort=-last_sign_in"), "BCA");
    EXPECT_EQ(names("&role=expert"), "BC");
    EXPECT_EQ(names("&role=expert&state=active"), "B");
    EXPECT_EQ(names("&state=inactive"), "C");
    EXPECT_EQ(refusals(get(admin, "/accounts?role=king")),
              std::vector<std::string>{"/query/role json.bad_choice"});
    const auto page = parsed(get(admin, "/accounts?limit=1"));
    EXPECT_EQ(refusals(get(admin, "/accounts?sort=last_sign_in&cursor=" + text(page, "next_cursor"))),
              std::vector<std::string>{"/query/cursor http.bad_cursor"})
        << "a place in another order";
}

}  // namespace
}  // namespace dure::app::testing
