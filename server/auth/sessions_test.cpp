// SPDX-License-Identifier: Apache-2.0
#include "server/auth/sessions.hpp"

#include <gtest/gtest.h>

#include "server/auth/account_store.hpp"
#include "server/auth/role_store.hpp"
#include "server/auth/secrets.hpp"
#include "server/db/testing.hpp"

namespace dure::auth {
namespace {

constexpr Instant kHour = 3600 * kSecond;

class SessionsOf : public db::testing::EachDatabase {
  protected:
    void SetUp() override {
        db().write([&](db::Connection& c) {
            insert_account(c, {.id = "kim", .email = "kim@dure.example", .name = "Kim"});
            insert_grant(c, {.id = "role", .account = "kim", .role = Role::planner});
        });
    }
    std::string begin() {
        return db().write([&](db::Connection& c) { return sessions.begin(c, "kim"); });
    }

    Instant now = 1'000'000 * kSecond;
    Sessions sessions{db(), [this] { return now; }};
};
DURE_ON_EACH_DATABASE(SessionsOf);

TEST_P(SessionsOf, KnowWhoHoldsTheCookie) {
    const std::string id = begin();
    const auto found = sessions.find(id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->actor.account, "kim");
    EXPECT_TRUE(found->actor.has(Role::planner));
    EXPECT_EQ(found->expires, now + 8 * kHour);
    EXPECT_FALSE(sessions.find(random_token()));
    EXPECT_FALSE(sessions.find_token(id)) << "a session is no API token";
}

TEST_P(SessionsOf, EndWhenIdleAndAfterAWeek) {
    const std::string idle = begin(), busy = begin();
    for (int hour = 0; hour < 7 * 24; hour += 4) {
        EXPECT_TRUE(sessions.find(busy)) << hour;
        now += 4 * kHour;
    }
    EXPECT_FALSE(sessions.find(idle));
    EXPECT_FALSE(sessions.find(busy));
}

TEST_P(SessionsOf, AreForgottenWhenTheyEnd) {
    const std::string id = begin(), other = begin();
    const std::string credential = sessions.find(id)->actor.credential;
    EXPECT_TRUE(sessions.find(other));
    db().write([&](db::Connection& c) { sessions.end_others(c, "kim", credential); });
    sessions.forget();
    EXPECT_TRUE(sessions.find(id));
    EXPECT_FALSE(sessions.find(other));
    db().write([&](db::Connection& c) { sessions.end(c, credential); });
    sessions.forget();
    EXPECT_FALSE(sessions.find(id));
}

TEST_P(SessionsOf, StoreOnlyTheDigest) {
    const std::string id = begin();
    const auto row = db().read([&](db::Connection& c) { return c.query_one("SELECT id_hash FROM session"); });
    EXPECT_EQ(row->text(0), digest(id));
}

TEST_P(SessionsOf, OfAnAccountPutToRestAreNone) {
    const std::string id = begin();
    db().write([&](db::Connection& c) { c.execute("UPDATE account SET active = 0"); });
    EXPECT_FALSE(sessions.find(id));
}

}  // namespace
}  // namespace dure::auth
