// SPDX-License-Identifier: Apache-2.0
#include "server/auth/openid/provider.hpp"

#include <gtest/gtest.h>

#include "server/auth/openid/carried.hpp"

namespace dure::auth::openid {
namespace {

constexpr const char* kIssuer = "https://id.example";

std::string metadata(const std::string& issuer = kIssuer, const std::string& more = "") {
    return R"({"issuer":")" + issuer +
           R"(","authorization_endpoint":"https://id.example/auth","token_endpoint":"https://id.example/token",)" +
           R"("jwks_uri":"https://id.example/keys")" + more + "}";
}

TEST(ProviderMetadata, SaysWhereThingsAre) {
    const auto read = read_metadata(metadata(), kIssuer);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->token_endpoint, "https://id.example/token");
    EXPECT_FALSE(read->secret_in_form);
    EXPECT_TRUE(
        read_metadata(metadata(kIssuer, R"(,"token_endpoint_auth_methods_supported":["client_secret_post"])"),
                      kIssuer)
            ->secret_in_form);
}

TEST(ProviderMetadata, BadOnesAreRefused) {
    struct Case {
        std::string text, code;
    };
    const Case cases[] = {
        {"", "openid.metadata_malformed"},
        {"[]", "openid.metadata_malformed"},
        {"<html>", "openid.metadata_malformed"},
        {metadata("https://evil.example"), "openid.metadata_issuer"},
        {metadata(std::string(kIssuer) + "/"), "openid.metadata_issuer"},
        {R"({"issuer":7})", "openid.metadata_issuer"},
        {R"({"issuer":"https://id.example"})", "openid.metadata_malformed"},
        {R"({"issuer":"https://id.example","authorization_endpoint":"javascript:alert",)"
         R"("token_endpoint":"https://x","jwks_uri":"https://x"})",
         "openid.metadata_malformed"},
        {R"({"issuer":"https://id.example","authorization_endpoint":"https://x","token_endpoint":["https://x"],)"
         R"("jwks_uri":"https://x"})",
         "openid.metadata_malformed"},
    };
    for (const Case& one : cases) {
        const auto read = read_metadata(one.text, kIssuer);
        ASSERT_FALSE(read.has_value()) << one.text;
        EXPECT_EQ(read.error().code, one.code) << one.text;
    }
}

TEST(ProviderAddress, CarriesThePkceChallengeAndNothingSecret) {
    // The example of RFC 7636, appendix B.
    EXPECT_EQ(challenge_of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
              "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    EXPECT_EQ(form_encoded("a b&c=d/é"), "a%20b%26c%3Dd%2F%C3%A9");
}

TEST(ProviderFetch, OnlyEncryptedAddressesLeaveThisMachine) {
    for (const char* url :
         {"http://id.example/", "file:///etc/passwd", "ftp://127.0.0.1/", "http://127.0.0.1.evil.example/",
          "http://127.0.0.1@evil.example/", "gopher://x", ""}) {
        const auto answer = fetch({.url = url});
        ASSERT_FALSE(answer.has_value()) << url;
        EXPECT_EQ(answer.error().code, "openid.insecure_address") << url;
    }
    const auto none = fetch({.url = "http://127.0.0.1:1/"});
    ASSERT_FALSE(none.has_value());
    EXPECT_EQ(none.error().code, "openid.unreachable");
}

TEST(CarriedSignIn, IsReadBackOnlyWithItsKeyAndInTime) {
    const SecretBox box = SecretBox::temporary();
    const Carried carried{.attempt = {.state = "s", .nonce = "n", .verifier = "v"}, .expires = 100};
    const std::string cookie = seal(box, carried);
    EXPECT_EQ(cookie.find("\"v\""), std::string::npos);
    ASSERT_TRUE(open(box, cookie, 99).has_value());
    EXPECT_EQ(open(box, cookie, 99)->attempt.verifier, "v");
    EXPECT_FALSE(open(box, cookie, 100).has_value()) << "too late";
    EXPECT_FALSE(open(SecretBox::temporary(), cookie, 99).has_value()) << "another key";
    EXPECT_FALSE(open(box, box.seal("second_factor", R"({"attempt":{"state":"s"}})"), 0).has_value())
        << "sealed for another purpose";
    std::string changed = cookie;
    changed.back() = changed.back() == 'A' ? 'B' : 'A';
    EXPECT_FALSE(open(box, changed, 99).has_value());
    EXPECT_FALSE(open(box, "", 0).has_value());
}

}  // namespace
}  // namespace dure::auth::openid
