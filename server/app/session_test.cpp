// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "server/app/api_test.hpp"

namespace dure::app::testing {
namespace {

class SessionApi : public Api {
  protected:
    static std::string credentials(const std::string& email, const std::string& password) {
        return R"({"email":")" + email + R"(","password":")" + password + "\"}";
    }
    static std::string cookie_of(const Reply& reply) {
        const std::string header = reply.header("set-cookie");
        const auto from = header.find('=') + 1;
        return header.substr(from, header.find(';') - from);
    }
};
DURE_API_TESTS(SessionApi);

TEST_P(SessionApi, SigningInSetsACookieThatScriptsCannotRead) {
    const Person kim = planner();
    const Reply reply = post(nobody, "/session", credentials(kim.email, kim.password));
    ASSERT_EQ(reply.status, 200) << reply.body;
    const std::string header = reply.header("set-cookie");
    for (const char* part : {"dure_session=", "HttpOnly", "SameSite=Lax", "Path=/"})
        EXPECT_NE(header.find(part), std::string::npos) << header;
    const auto session = parsed(get({.session = cookie_of(reply)}, "/session"));
    EXPECT_EQ(text(session.at("account"), "email"), kim.email);
    EXPECT_NE(json::serialize(session.at("actions")).find("create_plan"), std::string::npos);
    EXPECT_EQ(json::serialize(session.at("actions")).find("list_accounts"), std::string::npos);
}

TEST_P(SessionApi, WrongPasswordAndUnknownAddressGetTheSameAnswer) {
    const Person kim = planner();
    const Reply wrong = post(nobody, "/session", credentials(kim.email, "not the password"));
    const Reply unknown = post(nobody, "/session", credentials("none@dure.example", "not the password"));
    EXPECT_EQ(wrong.status, 401);
    EXPECT_EQ(unknown.status, 401);
    for (const char* member : {"code", "title", "params", "errors"})
        EXPECT_EQ(text(parsed(wrong), member), text(parsed(unknown), member));
}

TEST_P(SessionApi, ManyFailuresMakeOneWait) {
    const Person kim = planner();
    Reply last;
    for (int i = 0; i < 11; ++i) last = post(nobody, "/session", credentials(kim.email, "not the password"));
    EXPECT_EQ(last.status, 429);
    EXPECT_GT(std::stoi(last.header("retry-after")), 0);
    EXPECT_EQ(post(nobody, "/session", credentials(kim.email, kim.password)).status, 429)
        << "also the right password";
    const Person lee = planner();
    EXPECT_EQ(post(nobody, "/session", credentials(lee.email, lee.password)).status, 200)
        << "others are not concerned";
}

TEST_P(SessionApi, ASessionThatSomeonePlantedIsWorthNothingAfterSigningIn) {
    const Person kim = planner(), planted = planner();
    const Reply reply = post(planted, "/session", credentials(kim.email, kim.password));
    ASSERT_EQ(reply.status, 200);
    EXPECT_NE(cookie_of(reply), planted.session);
    EXPECT_EQ(get(planted, "/session").status, 401);
    const Person invented{.session = "an-id-that-an-attacker-chose"};
    const Reply other = post(invented, "/session", credentials(kim.email, kim.password));
    EXPECT_NE(cookie_of(other), invented.session);
}

TEST_P(SessionApi, SigningOutEndsTheSession) {
    const Person kim = planner();
    const Reply out = send(kim, "DELETE", "/session");
    EXPECT_EQ(out.status, 204);
    EXPECT_NE(out.header("set-cookie").find("Max-Age=0"), std::string::npos);
    EXPECT_EQ(get(kim, "/session").status, 401);
}

TEST_P(SessionApi, ANewPasswordEndsTheOtherSessions) {
    const Person kim = planner();
    const Person elsewhere{.session =
                               cookie_of(post(nobody, "/session", credentials(kim.email, kim.password)))};
    EXPECT_EQ(send(kim, "PUT", "/session/password",
                   R"({"current":")" + kim.password + R"(","new":"a quiet river at dawn"})")
                  .status,
              204);
    EXPECT_EQ(get(kim, "/session").status, 200);
    EXPECT_EQ(get(elsewhere, "/session").status, 401);
    EXPECT_EQ(post(nobody, "/session", credentials(kim.email, kim.password)).status, 401);
    EXPECT_EQ(post(nobody, "/session", credentials(kim.email, "a quiet river at dawn")).status, 200);
}

TEST_P(SessionApi, AWeakOrWrongPasswordIsRefusedByName) {
    const Person kim = planner();
    const auto change = [&](const std::string& current, const std::string& next) {
        return refusals(send(kim, "PUT", "/session/password",
                             R"({"current":")" + current + R"(","new":")" + next + "\"}"));
    };
    using List = std::vector<std::string>;
    EXPECT_EQ(change("wrong", "a quiet river at dawn"), List{"/current auth.wrong_password"});
    EXPECT_EQ(change(kim.password, "short"), List{"/new password.too_short"});
    EXPECT_EQ(change(kim.password, "passwordpassword"), List{"/new password.repeated"});
    EXPECT_EQ(change(kim.password, "Password2026!"), List{"/new password.common"});
}

TEST_P(SessionApi, AnotherSiteCannotAct) {
    const Person kim = planner();
    const Reply reply = post(kim, "/energy/plans", R"({"name":"x"})", {{"Sec-Fetch-Site", "cross-site"}});
    EXPECT_EQ(reply.status, 403);
    EXPECT_EQ(text(parsed(reply), "code"), "http.cross_site");
    EXPECT_EQ(post(kim, "/energy/plans", R"({"name":"x"})", {{"Origin", "https://evil.example"}}).status,
              403);
    EXPECT_EQ(post(kim, "/energy/plans", R"({"name":"x"})", {{"Sec-Fetch-Site", "same-origin"}}).status, 201);
}

TEST_P(SessionApi, ATokenStandsForItsAccount) {
    const Person kim = planner();
    const std::string token = app().accounts().create_token(kim.email, "test", 1);
    const Headers bearer{{"Authorization", "Bearer " + token}};
    EXPECT_EQ(get(nobody, "/energy/plans", bearer).status, 200);
    EXPECT_EQ(get(nobody, "/energy/plans", {{"Authorization", "Bearer x" + token}}).status, 401);
    EXPECT_EQ(get({.session = token}, "/energy/plans").status, 401) << "a token is no session";
}

TEST_P(SessionApi, TheFirstAdministratorIsMadeOnce) {
    EXPECT_EQ(text(parsed(get(nobody, "/setup")), "needed"), "true");
    const auto wanted = [](const std::string& token, const std::string& password) {
        return R"({"token":")" + token + R"(","email":"kim@daegu.example","name":"Kim","password":")" +
               password + "\"}";
    };
    const std::string token = app().accounts().setup_token();
    const Reply stranger = post(nobody, "/setup", wanted("guessed", "a quiet river at dawn"));
    EXPECT_EQ(stranger.status, 403);
    EXPECT_EQ(text(parsed(stranger), "code"), "setup.wrong_token");
    const std::string body = wanted(token, "a quiet river at dawn");
    const Reply weak = post(nobody, "/setup", wanted(token, "kim"));
    EXPECT_EQ(refusals(weak), std::vector<std::string>{"/password password.too_short"});
    const Reply made = post(nobody, "/setup", body);
    ASSERT_EQ(made.status, 201) << made.body;
    EXPECT_EQ(text(parsed(made), "second_factor"), "needed");
    EXPECT_EQ(get({.session = cookie_of(made)}, "/accounts").status, 403) << "not before the second factor";
    EXPECT_EQ(post(nobody, "/setup", body).status, 409);
    EXPECT_EQ(text(parsed(get(nobody, "/setup")), "needed"), "false");
}

}  // namespace
}  // namespace dure::app::testing
