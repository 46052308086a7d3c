// SPDX-License-Identifier: Apache-2.0
#include "server/auth/identity.hpp"

#include <gtest/gtest.h>

#include "server/db/testing.hpp"

namespace dure::auth {
namespace {

class Identity : public db::testing::EachDatabase {
  protected:
    std::string session_of(bool example) {
        return db().write([&](db::Connection& c) {
            const std::string id = example ? "example" : "kim";
            insert_account(c, {.id = id, .email = id + "@dure.example", .name = id, .example = example});
            return sessions.begin(c, id);
        });
    }
    static http::Request request(const std::string& cookie, bool loopback, bool secure = false) {
        http::Request made;
        made.headers = {{"cookie", cookie}};
        made.loopback = loopback;
        made.secure = secure;
        return made;
    }

    Sessions sessions{db(), [] { return Instant{1'000'000} * kSecond; }};
    Identify identify = identify_by(sessions);
};
DURE_ON_EACH_DATABASE(Identity);

TEST_P(Identity, OfAnExampleAccountHoldsOnThisMachineOnly) {
    const std::string cookie = "dure_session=" + session_of(true);
    EXPECT_EQ(identify(request(cookie, true)).account, "example");
    EXPECT_FALSE(identify(request(cookie, false)).signed_in());
    const std::string real = "dure_session=" + session_of(false);
    EXPECT_EQ(identify(request(real, false)).account, "kim");
}

TEST_P(Identity, OverHttpsComesFromTheHostCookieOnly) {
    const std::string id = session_of(false);
    EXPECT_EQ(identify(request("__Host-dure_session=" + id, false, true)).account, "kim");
    EXPECT_FALSE(identify(request("dure_session=" + id, false, true)).signed_in())
        << "a subdomain could have set it";
    const std::string cookie = session_cookie(request("", false, true), id, kSecond);
    EXPECT_EQ(cookie, "__Host-dure_session=" + id + "; Path=/; Max-Age=1; HttpOnly; SameSite=Lax; Secure");
}

}  // namespace
}  // namespace dure::auth
