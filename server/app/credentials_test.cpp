// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "server/app/api_test.hpp"
#include "server/auth/totp.hpp"
#include "server/db/system.hpp"

namespace dure::app::testing {
namespace {

using List = std::vector<std::string>;

class CredentialsApi : public Api {
  protected:
    static std::string sign_in_body(const Person& who, const std::string& code = "") {
        json::object body{{"email", who.email}, {"password", who.password}};
        if (!code.empty()) body["code"] = code;
        return json::serialize(body);
    }
    static std::string cookie_of(const Reply& reply) {
        const std::string header = reply.header("set-cookie");
        const auto from = header.find('=') + 1;
        return header.substr(from, header.find(';') - from);
    }
    Reply sign_in(const Person& who, const std::string& code = "") {
        return post(nobody, "/session", sign_in_body(who, code));
    }
    /// The token of a new link for the person.
    std::string link_for(const Person& admin, const Person& who) {
        const Reply made = post(admin, "/accounts/" + who.id + "/link");
        EXPECT_EQ(made.status, 201) << made.body;
        const std::string link = text(parsed(made), "link");
        EXPECT_TRUE(link.starts_with("/link#")) << link;
        return link.substr(std::string_view("/link#").size());
    }
    Reply use(const std::string& token, const std::string& password) {
        return post(nobody, "/links/use",
                    json::serialize(json::object{{"token", token}, {"password", password}}));
    }
    static std::string code_now(const std::string& secret, int steps = 0) {
        return auth::totp_code(*auth::from_base32(secret), auth::totp_step(db::system_clock()()) + steps);
    }
    /// Switches the second factor on; returns its secret and fills in the recovery codes.
    std::string enroll(const Person& who, json::array& recovery) {
        const Reply begun = post(who, "/session/second_factor", R"({"password":")" + who.password + "\"}");
        EXPECT_EQ(begun.status, 201) << begun.body;
        const std::string secret = text(parsed(begun), "secret");
        first_code_ = code_now(secret);
        const Reply on = send(who, "PUT", "/session/second_factor", R"({"code":")" + first_code_ + "\"}");
        EXPECT_EQ(on.status, 200) << on.body;
        recovery = parsed(on).at("recovery_codes").as_array();
        return secret;
    }
    Person without_factor(const std::vector<auth::Role>& roles) {
        Person made = person(roles);
        app().database().write(
            [&](db::Connection& c) { c.execute("DELETE FROM second_factor WHERE account = $1", made.id); });
        app().accounts().sessions().forget();
        return made;
    }

    std::string first_code_;  ///< the code that switched it on
};
DURE_API_TESTS(CredentialsApi);

TEST_P(CredentialsApi, AnInvitationLetsAPersonChooseAPasswordOnce) {
    const Person admin = administrator();
    const Reply made =
        post(admin, "/accounts", R"({"email":"lee@dure.example","name":"Lee","roles":["planner"]})");
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(text(parsed(made), "invited"), "true");
    Person lee{.id = text(parsed(made), "id"), .email = "lee@dure.example", .password = ""};
    EXPECT_EQ(sign_in(lee).status, 401) << "an empty password opens nothing";
    const std::string token = link_for(admin, lee);
    const auto owner = parsed(post(nobody, "/links/read", R"({"token":")" + token + "\"}"));
    EXPECT_EQ(text(owner, "kind"), "invitation");
    EXPECT_EQ(text(owner, "email"), lee.email);
    EXPECT_EQ(refusals(use(token, "password2026")), List{"/password password.common"});
    EXPECT_EQ(use(token, "a quiet river at dawn").status, 204);
    lee.password = "a quiet river at dawn";
    EXPECT_EQ(sign_in(lee).status, 200);
    EXPECT_EQ(use(token, "another river at dusk").status, 404) << "used";
    EXPECT_EQ(text(parsed(get(admin, "/accounts/" + lee.id)), "invited"), "false");
}

TEST_P(CredentialsApi, AResetEndsTheSessionsAndTheOlderLink) {
    const Person admin = administrator(), kim = planner();
    const std::string first = link_for(admin, kim), second = link_for(admin, kim);
    EXPECT_EQ(use(first, "a quiet river at dawn").status, 404);
    EXPECT_EQ(text(parsed(post(nobody, "/links/read", R"({"token":")" + second + "\"}")), "kind"), "reset");
    EXPECT_EQ(get(kim, "/session").status, 200);
    EXPECT_EQ(use(second, "a quiet river at dawn").status, 204);
    EXPECT_EQ(get(kim, "/session").status, 401);
    EXPECT_EQ(sign_in(kim).status, 401) << "the old password";
}

TEST_P(CredentialsApi, ALinkExpiresAndFollowsItsAccount) {
    const Person admin = administrator(), kim = planner();
    const std::string token = link_for(admin, kim);
    app().database().write([&](db::Connection& c) { c.execute("UPDATE account_link SET expires = 1"); });
    EXPECT_EQ(use(token, "a quiet river at dawn").status, 404);
    const std::string other = link_for(admin, kim);
    send(admin, "PATCH", "/accounts/" + kim.id, R"({"active":false})", {{"If-Match", "\"1\""}});
    EXPECT_EQ(use(other, "a quiet river at dawn").status, 404);
    EXPECT_EQ(post(admin, "/accounts/" + kim.id + "/link").status, 409);
}

TEST_P(CredentialsApi, AGuardedRoleHoldsOnlyWithASecondFactor) {
    const Person admin = without_factor({auth::Role::administrator, auth::Role::planner});
    EXPECT_EQ(get(admin, "/accounts").status, 403);
    EXPECT_EQ(get(admin, "/energy/plans").status, 200) << "the other role holds";
    EXPECT_EQ(text(parsed(get(admin, "/session")), "second_factor"), "needed");
    EXPECT_EQ(text(parsed(post(admin, "/accounts/" + admin.id + "/tokens", R"({"name":"t"})")), "code"),
              "second_factor.needed")
        << "a token would be a way around it";
    json::array recovery;
    enroll(admin, recovery);
    EXPECT_EQ(recovery.size(), 10u);
    EXPECT_EQ(get(admin, "/accounts").status, 200);
    EXPECT_EQ(text(parsed(get(admin, "/session")), "second_factor"), "on");
}

TEST_P(CredentialsApi, SigningInAsksForTheCodeAndTakesItOnce) {
    const Person kim = planner();
    json::array recovery;
    const std::string secret = enroll(kim, recovery);
    const Reply asked = sign_in(kim);
    EXPECT_EQ(asked.status, 401);
    EXPECT_EQ(text(parsed(asked), "code"), "auth.second_factor_needed");
    EXPECT_EQ(refusals(sign_in(kim, "000000")), List{"/code auth.wrong_code"});
    EXPECT_EQ(refusals(sign_in(kim, first_code_)), List{"/code auth.wrong_code"})
        << "the code that switched it on";
    const std::string next = code_now(secret, 1);
    EXPECT_EQ(sign_in(kim, next).status, 200);
    EXPECT_EQ(refusals(sign_in(kim, next)), List{"/code auth.wrong_code"}) << "replayed";
    Person wrong = kim;
    wrong.password = "not the password";
    EXPECT_EQ(text(parsed(sign_in(wrong, code_now(secret, 1))), "code"), "auth.sign_in_failed");
    EXPECT_EQ(text(parsed(sign_in(wrong)), "code"), "auth.sign_in_failed")
        << "only who has the password hears of the second factor";
}

TEST_P(CredentialsApi, ARecoveryCodeStandsInOnce) {
    const Person kim = planner();
    json::array recovery;
    enroll(kim, recovery);
    std::string code(recovery[3].as_string());
    std::ranges::transform(code, code.begin(), [](unsigned char c) { return std::tolower(c); });
    EXPECT_EQ(sign_in(kim, code).status, 200) << "typed in any case";
    EXPECT_EQ(sign_in(kim, code).status, 422);
    EXPECT_EQ(text(parsed(get(kim, "/session/second_factor")), "recovery_codes"), "9");
    const std::string stored = app().database().read([&](db::Connection& c) {
        return c.query_one("SELECT code_hash FROM recovery_code WHERE account = $1", kim.id)->text(0);
    });
    EXPECT_EQ(stored.size(), 64u) << "digests only";
}

TEST_P(CredentialsApi, WrongCodesMakeOneWait) {
    const Person kim = planner();
    json::array recovery;
    const std::string secret = enroll(kim, recovery);
    for (int i = 0; i < 10; ++i) EXPECT_EQ(sign_in(kim, "000000").status, 422);
    const Reply last = sign_in(kim, code_now(secret, 1));
    EXPECT_EQ(last.status, 429) << "the right one too";
    EXPECT_GT(std::stoi(last.header("retry-after")), 0);
}

TEST_P(CredentialsApi, TheSecondFactorIsChangedByWhoKnowsThePassword) {
    const Person kim = planner();
    EXPECT_EQ(refusals(post(kim, "/session/second_factor", R"({"password":"not the password"})")),
              List{"/password auth.wrong_password"});
    json::array recovery;
    enroll(kim, recovery);
    EXPECT_EQ(post(kim, "/session/second_factor", R"({"password":")" + kim.password + "\"}").status, 409);
    const auto remove = [&](const std::string& password, const std::string& code) {
        return post(kim, "/session/second_factor/remove",
                    json::serialize(json::object{{"password", password}, {"code", code}}));
    };
    EXPECT_EQ(refusals(remove("not the password", "000000")), List{"/password auth.wrong_password"});
    EXPECT_EQ(refusals(remove(kim.password, "000000")), List{"/code auth.wrong_code"});
    EXPECT_EQ(remove(kim.password, std::string(recovery[0].as_string())).status, 204);
    EXPECT_EQ(sign_in(kim).status, 200);
    const Person admin = administrator();
    enroll(kim, recovery);
    EXPECT_EQ(send(admin, "DELETE", "/accounts/" + kim.id + "/second_factor").status, 204);
    EXPECT_EQ(get(kim, "/session").status, 401);
    EXPECT_EQ(sign_in(kim).status, 200);
    EXPECT_EQ(send(admin, "DELETE", "/accounts/" + admin.id + "/second_factor").status, 403);
}

TEST_P(CredentialsApi, SessionsAreListedAndEndedOneByOne) {
    const Person kim = planner();
    const Person elsewhere{
        .session = cookie_of(post(nobody, "/session", sign_in_body(kim), {{"User-Agent", "Elsewhere/1"}}))};
    const auto items = parsed(get(kim, "/accounts/" + kim.id + "/sessions")).at("items").as_array();
    ASSERT_EQ(items.size(), 2u);
    for (const auto& item : items) {
        EXPECT_EQ(text(item, "current") == "true", text(item, "agent") != "Elsewhere/1");
        if (text(item, "agent") != "Elsewhere/1") continue;
        EXPECT_EQ(text(item, "address"), "127.0.0.1");
        EXPECT_EQ(send(kim, "DELETE", "/accounts/" + kim.id + "/sessions/" + text(item, "id")).status, 204);
    }
    EXPECT_EQ(get(elsewhere, "/session").status, 401);
    EXPECT_EQ(get(kim, "/session").status, 200);
    EXPECT_EQ(send(kim, "DELETE", "/accounts/" + kim.id + "/sessions/none").status, 404);
    const Person lee = planner();
    const auto others = parsed(get(lee, "/accounts/" + lee.id + "/sessions")).at("items").at(0);
    EXPECT_EQ(send(kim, "DELETE", "/accounts/" + kim.id + "/sessions/" + text(others, "id")).status, 404)
        << "someone else's under one's own address";
    EXPECT_EQ(get(lee, "/session").status, 200);
}

TEST_P(CredentialsApi, ATokenDoesWhatItIsForAndNoMore) {
    const Person kim = planner();
    const std::string path = "/accounts/" + kim.id + "/tokens";
    const auto reads = parsed(post(kim, path, R"({"name":"reads","days":30})"));
    const auto writes = parsed(post(kim, path, R"({"name":"writes","scope":"write"})"));
    const auto by = [](const json::value& token) {
        return Headers{{"Authorization", "Bearer " + text(token, "token")}};
    };
    EXPECT_EQ(get(nobody, "/energy/plans", by(reads)).status, 200);
    const Reply refused = post(nobody, "/energy/plans", R"({"name":"x"})", by(reads));
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(text(parsed(refused), "code"), "auth.token_reads_only");
    EXPECT_EQ(post(nobody, "/energy/plans", R"({"name":"x"})", by(writes)).status, 201);
    for (const auto& [method, where, body] :
         {std::tuple<std::string, std::string, std::string>{"POST", path, R"({"name":"more"})"},
          {"PUT", "/session/password",
           R"({"current":")" + kim.password + R"(","new":"a quiet river at dawn"})"},
          {"POST", "/session/second_factor", R"({"password":")" + kim.password + "\"}"}})
        EXPECT_EQ(text(parsed(send(nobody, method, where, body, by(writes))), "code"), "auth.person_needed")
            << where;

    const auto items = parsed(get(kim, path)).at("items").as_array();
    ASSERT_EQ(items.size(), 2u);
    for (const auto& item : items) {
        EXPECT_EQ(text(item, "token"), "") << "told once";
        EXPECT_NE(text(item, "last_used"), "");
    }
    EXPECT_EQ(send(kim, "DELETE", path + "/" + text(reads, "id")).status, 204);
    EXPECT_EQ(get(nobody, "/energy/plans", by(reads)).status, 401);
    app().database().write([&](db::Connection& c) { c.execute("UPDATE api_token SET expires = 1"); });
    app().accounts().sessions().forget();
    EXPECT_EQ(get(nobody, "/energy/plans", by(writes)).status, 401) << "expired";
    EXPECT_EQ(refusals(post(kim, path, R"({"name":"","days":1000,"account":"x"})")),
              (List{"/name json.too_short", "/days json.too_large", "/account json.unknown_field"}));
}

TEST_P(CredentialsApi, NoBodyMakesAnyoneMore) {
    const Person admin = administrator(), kim = planner();
    const std::string own = "/accounts/" + kim.id;
    const std::tuple<std::string, std::string, std::string> bodies[] = {
        {"PUT", "/session/password",
         R"({"current":"x","new":"a quiet river at dawn","roles":["administrator"]})"},
        {"POST", "/session", R"({"email":"x","password":"y","roles":["administrator"]})"},
        {"POST", "/links/use", R"({"token":"x","password":"a quiet river at dawn","active":true})"},
        {"POST", own + "/tokens", R"({"name":"t","account":")" + admin.id + "\"}"},
        {"PUT", "/session/second_factor", R"({"code":"000000","confirmed":1})"},
    };
    for (const auto& [method, path, body] : bodies) {
        const Reply reply = send(kim, method, path, body);
        EXPECT_EQ(reply.status, 422) << path;
        EXPECT_NE(reply.body.find("json.unknown_field"), std::string::npos) << path;
    }
    for (const char* action : {"/roles", "/deputies", "/link"})
        EXPECT_EQ(post(kim, "/accounts/" + admin.id + action, R"({"role":"administrator"})").status,
                  std::string_view(action) == "/deputies" ? 422 : 404)
            << action;
}

}  // namespace
}  // namespace dure::app::testing
