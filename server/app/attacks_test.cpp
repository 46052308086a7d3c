// SPDX-License-Identifier: Apache-2.0
// What an attacker sends to the whole server: statements in texts, JSON that is too deep, members that are
// not theirs to give, line breaks in headers. docs/dev/asvs.md says where the other attacks are tried.
#include <gtest/gtest.h>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class Attacks : public Api {};
DURE_API_TESTS(Attacks);

const char* const kStatements[] = {
    "'; DROP TABLE account; --",
    "' OR '1'='1",
    "\" OR \"\"=\"",
    "1); DELETE FROM session; --",
    "%' OR 1=1 --",
    "\\'; SELECT pg_sleep(5); --",
    "$1",
    "'||(SELECT password_hash FROM account LIMIT 1)||'",
    "!%_",
    "x' UNION SELECT id, email, password_hash FROM account --",
};

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) (out += '%') += {hex[static_cast<unsigned char>(c) >> 4U], hex[c & 15]};
    return out;
}

TEST_P(Attacks, StatementsInTextsAreTexts) {
    const Person admin = administrator(), kim = planner();
    for (const std::string statement : kStatements) {
        const Reply made = post(kim, "/energy/plans", json::serialize(json::object{{"name", statement}}));
        ASSERT_EQ(made.status, 201) << made.body;
        const auto plan = parsed(made);
        EXPECT_EQ(plan.at("name").as_string(), statement) << "kept as it was written";
        const Reply found = get(kim, "/energy/plans?q=" + percent_encoded(statement));
        ASSERT_EQ(found.status, 200) << found.body;
        EXPECT_EQ(parsed(found).at("items").as_array().size(), 1u)
            << statement << ": only what has it in its name";
        for (const std::string path : {"/accounts?q=", "/organisations?q=", "/energy/plans/", "/energy/runs/",
                                       "/jobs/", "/accounts/", "/organisations/"}) {
            const Reply reply = get(admin, path + percent_encoded(statement));
            EXPECT_TRUE(reply.status == 200 || reply.status == 404 || reply.status == 400 ||
                        reply.status == 422)
                << path << statement << ' ' << reply.status << reply.body;
        }
        for (const std::string path : {"/energy/plans?sort=", "/energy/plans?cursor=", "/accounts?sort=",
                                       "/accounts?role=", "/energy/plans?limit=", "/audit/entries?actor="}) {
            const Reply reply = get(admin, path + percent_encoded(statement));
            EXPECT_TRUE(reply.status == 422 || reply.status == 200) << path << statement << ' ' << reply.body;
        }
        const Reply sign_in =
            post(nobody, "/session",
                 json::serialize(json::object{{"email", kim.email + statement}, {"password", statement}}));
        EXPECT_TRUE(sign_in.status == 401 || sign_in.status == 429) << sign_in.body;
    }
    EXPECT_EQ(get(kim, "/session").status, 200) << "no session was deleted";
    EXPECT_EQ(get(admin, "/accounts").status, 200);
}

TEST_P(Attacks, DeepJsonIsRefusedNotFollowed) {
    const Person kim = planner();
    for (const int depth : {33, 1000, 100'000}) {
        const auto levels = static_cast<std::size_t>(depth);
        for (const std::string& body :
             {std::string(levels, '['), std::string(levels, '[') + std::string(levels, ']')}) {
            const Reply reply = post(kim, "/energy/plans", body);
            EXPECT_EQ(reply.status, 400) << depth;
            EXPECT_EQ(text(parsed(reply), "code"), "json.too_deep") << reply.body;
        }
        std::string nested;
        for (int i = 0; i < depth; ++i) nested += R"({"model":)";
        EXPECT_EQ(post(kim, "/energy/plans", nested).status, 400);
    }
    EXPECT_EQ(get(kim, "/session").status, 200);
}

TEST_P(Attacks, NoRecordTakesMembersThatAreNotTheirsToGive) {
    const Person admin = administrator(), kim = planner();
    const auto plan = make_plan(kim);
    const std::string address = "/energy/plans/" + text(plan, "id");
    const std::tuple<std::string, std::string, std::string> bodies[] = {
        {"POST", "/energy/plans", R"({"name":"n","owner":")" + admin.id + "\"}"},
        {"POST", "/energy/plans", R"({"name":"n","id":"0190a0a0-0000-7000-8000-000000000000"})"},
        {"POST", "/energy/plans", R"({"name":"n","example":true})"},
        {"POST", "/energy/plans", R"({"name":"n","version":7})"},
        {"PUT", address,
         R"({"name":"n","description":"","owner":")" + admin.id + R"(","model":)" + small_model() + "}"},
        {"POST", address + "/runs", R"({"owner":")" + admin.id + "\"}"},
        {"POST", "/organisations",
         R"({"names":[{"language":"ko","name":"두레","primary":true}],"kind":"company","country":"KR","deleted":null})"},
    };
    for (const auto& [method, path, body] : bodies) {
        const Reply reply = send(kim, method, path, body, {{"If-Match", "\"1\""}});
        EXPECT_EQ(reply.status, 422) << method << ' ' << path << ' ' << reply.body;
        EXPECT_NE(reply.body.find("json.unknown_field"), std::string::npos) << path << ' ' << reply.body;
    }
    for (const char* body :
         {R"({"roles":["administrator"]})", R"({"second_factor":true})", R"({"linked":true})",
          R"({"password_hash":"x"})", R"({"version":9})", R"({"example":true})"}) {
        const Reply reply = send(admin, "PATCH", "/accounts/" + kim.id, body, {{"If-Match", "\"1\""}});
        EXPECT_EQ(reply.status, 422) << body << reply.body;
    }
}

TEST_P(Attacks, WhatIsEchoedCannotBreakALine) {
    const Person kim = planner();
    const Reply reply = get(kim, "/session", {{"X-Request-Id", "a%0d%0aSet-Cookie:x=y"}});
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("x-request-id").find('%'), std::string::npos) << "only sane ids are echoed";
    EXPECT_EQ(reply.header("set-cookie"), "");
    const Reply missing = get(kim, "/energy/plans/" + percent_encoded("a\r\nSet-Cookie: x=y"));
    EXPECT_TRUE(missing.status == 404 || missing.status == 400) << missing.status;
    EXPECT_EQ(missing.header("set-cookie"), "");
}

TEST_P(Attacks, AnEndedSessionAndARevokedTokenOpenNothingAgain) {
    const Person kim = planner();
    const Reply made = post(kim, "/accounts/" + kim.id + "/tokens", R"({"name":"t","scope":"write"})");
    ASSERT_EQ(made.status, 201) << made.body;
    const Headers bearer{{"Authorization", "Bearer " + text(parsed(made), "token")}};
    ASSERT_EQ(get(nobody, "/session", bearer).status, 200);
    EXPECT_EQ(send(kim, "DELETE", "/accounts/" + kim.id + "/tokens/" + text(parsed(made), "id")).status, 204);
    EXPECT_EQ(get(nobody, "/session", bearer).status, 401) << "at once, although it was remembered";
    EXPECT_EQ(send(kim, "DELETE", "/session").status, 204);
    EXPECT_EQ(get(kim, "/session").status, 401);
}

TEST_P(Attacks, AUsedUpAddressIsNotTold) {
    const Person admin = administrator();
    const Reply unknown = post(nobody, "/links/read", R"({"token":"guessed"})");
    const Reply used = post(nobody, "/links/read", R"({"token":"also-guessed"})");
    EXPECT_EQ(unknown.status, 404);
    EXPECT_EQ(text(parsed(unknown), "title"), text(parsed(used), "title"));
    const Person kim = planner();
    const Reply mine = get(kim, "/accounts/" + admin.id), none = get(kim, "/accounts/nobody-at-all");
    EXPECT_EQ(mine.status, none.status) << "whether there is such an account is not told";
    EXPECT_EQ(text(parsed(mine), "code"), text(parsed(none), "code"));
}

}  // namespace
}  // namespace dure::app::testing
