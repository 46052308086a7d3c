// SPDX-License-Identifier: Apache-2.0
#include "server/auth/openid/id_token.hpp"

#include <cjose/cjose.h>
#include <gtest/gtest.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <functional>

#include "server/auth/base64url.hpp"

namespace dure::auth::openid {
namespace {

namespace json = boost::json;

constexpr std::int64_t kNow = 1'800'000'000;  // seconds

struct Release {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
    void operator()(cjose_header_t* header) const { cjose_header_release(header); }
};
using Key = std::unique_ptr<cjose_jwk_t, Release>;

Key rsa_key(const char* name) {
    cjose_err error{};
    const std::uint8_t exponent[] = {1, 0, 1};
    Key key(cjose_jwk_create_RSA_random(2048, exponent, sizeof exponent, &error));
    cjose_jwk_set_kid(key.get(), name, std::char_traits<char>::length(name), &error);
    return key;
}
Key ec_key(const char* name) {
    cjose_err error{};
    Key key(cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error));
    cjose_jwk_set_kid(key.get(), name, std::char_traits<char>::length(name), &error);
    return key;
}

json::object public_part(const Key& key) {
    cjose_err error{};
    char* text = cjose_jwk_to_json(key.get(), false, &error);
    json::object object = json::parse(text).as_object();
    cjose_get_dealloc()(text);
    return object;
}

std::string set_of(std::initializer_list<json::object> keys) {
    json::array list;
    for (const auto& key : keys) list.push_back(key);
    return json::serialize(json::object{{"keys", list}});
}

std::string signed_token(const Key& key, const json::object& claims, const char* algorithm,
                         const char* name = "one") {
    cjose_err error{};
    const std::unique_ptr<cjose_header_t, Release> header(cjose_header_new(&error));
    cjose_header_set(header.get(), "alg", algorithm, &error);
    if (*name) cjose_header_set(header.get(), "kid", name, &error);
    const std::string text = json::serialize(claims);
    const std::unique_ptr<cjose_jws_t, Release> jws(cjose_jws_sign(
        key.get(), header.get(), reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), &error));
    const char* compact = nullptr;
    if (!jws || !cjose_jws_export(jws.get(), &compact, &error)) throw std::runtime_error(error.message);
    return compact;
}

json::object good_claims() {
    return {{"iss", "https://id.example"}, {"aud", "dure"},         {"sub", "u-1"},
            {"exp", kNow + 300},           {"iat", kNow},           {"nonce", "n-1"},
            {"email", "kim@dure.example"}, {"email_verified", true}};
}

Expectation expected() {
    return {.issuer = "https://id.example", .client_id = "dure", .nonce = "n-1", .now = kNow * kSecond};
}

std::string refusal(const std::string& token, const std::string& keys) {
    const auto identity = check_id_token(token, keys, expected());
    return identity ? "taken" : identity.error().code;
}

class IdToken : public ::testing::Test {
  protected:
    static void SetUpTestSuite() {
        rsa = new Key(rsa_key("one"));
        other = new Key(rsa_key("one"));
        ec = new Key(ec_key("one"));
    }
    static std::string keys() { return set_of({public_part(*rsa)}); }
    static inline const Key *rsa = nullptr, *other = nullptr, *ec = nullptr;
};

TEST_F(IdToken, AGoodOneSaysWhoItIs) {
    for (const char* algorithm : {"RS256", "RS384", "RS512", "PS256"}) {
        const auto identity =
            check_id_token(signed_token(*rsa, good_claims(), algorithm), keys(), expected());
        ASSERT_TRUE(identity.has_value()) << algorithm << ' ' << identity.error().code;
        EXPECT_EQ(identity->subject, "u-1");
        EXPECT_EQ(identity->email, "kim@dure.example");
        EXPECT_TRUE(identity->email_verified);
    }
    EXPECT_EQ(refusal(signed_token(*ec, good_claims(), "ES256"), set_of({public_part(*ec)})), "taken");
}

TEST_F(IdToken, EveryBadClaimIsRefused) {
    struct Case {
        const char* what;
        std::function<void(json::object&)> spoil;
        const char* code;
    };
    const Case cases[] = {
        {"another issuer", [](auto& c) { c["iss"] = "https://evil.example"; }, "openid.token_issuer"},
        {"issuer with a slash", [](auto& c) { c["iss"] = "https://id.example/"; }, "openid.token_issuer"},
        {"no issuer", [](auto& c) { c.erase("iss"); }, "openid.token_issuer"},
        {"another client", [](auto& c) { c["aud"] = "other"; }, "openid.token_audience"},
        {"no audience", [](auto& c) { c.erase("aud"); }, "openid.token_audience"},
        {"audience is a number", [](auto& c) { c["aud"] = 7; }, "openid.token_audience"},
        {"two audiences without a party", [](auto& c) { c["aud"] = json::array{"dure", "other"}; },
         "openid.token_audience"},
        {"issued to another party", [](auto& c) { c["azp"] = "other"; }, "openid.token_audience"},
        {"two audiences, for us", [](auto& c) { c["aud"] = json::array{"dure", "other"}, c["azp"] = "dure"; },
         "taken"},
        {"one audience in a list", [](auto& c) { c["aud"] = json::array{"dure"}; }, "taken"},
        {"expired", [](auto& c) { c["exp"] = kNow - 120; }, "openid.token_expired"},
        {"expired within the skew", [](auto& c) { c["exp"] = kNow - 119; }, "taken"},
        {"no expiry", [](auto& c) { c.erase("exp"); }, "openid.token_malformed"},
        {"expiry as text", [](auto& c) { c["exp"] = "2100-01-01"; }, "openid.token_malformed"},
        {"expiry beyond numbers", [](auto& c) { c["exp"] = 1e300; }, "openid.token_malformed"},
        {"issued in the future", [](auto& c) { c["iat"] = kNow + 121; }, "openid.token_early"},
        {"issued within the skew", [](auto& c) { c["iat"] = kNow + 120; }, "taken"},
        {"no time of issue", [](auto& c) { c.erase("iat"); }, "openid.token_malformed"},
        {"not yet valid", [](auto& c) { c["nbf"] = kNow + 121; }, "openid.token_early"},
        {"another nonce", [](auto& c) { c["nonce"] = "n-2"; }, "openid.token_nonce"},
        {"no nonce", [](auto& c) { c.erase("nonce"); }, "openid.token_nonce"},
        {"no subject", [](auto& c) { c.erase("sub"); }, "openid.token_malformed"},
        {"empty subject", [](auto& c) { c["sub"] = ""; }, "openid.token_malformed"},
        {"endless subject", [](auto& c) { c["sub"] = std::string(256, 's'); }, "openid.token_malformed"},
    };
    for (const Case& one : cases) {
        json::object claims = good_claims();
        one.spoil(claims);
        EXPECT_EQ(refusal(signed_token(*rsa, claims, "RS256"), keys()), one.code) << one.what;
    }
}

TEST_F(IdToken, VerifiedIsWhatIsTrueAndNothingElse) {
    for (const json::value& value :
         {json::value("true"), json::value(1), json::value(false), json::value()}) {
        json::object claims = good_claims();
        claims["email_verified"] = value;
        const auto identity = check_id_token(signed_token(*rsa, claims, "RS256"), keys(), expected());
        ASSERT_TRUE(identity.has_value());
        EXPECT_FALSE(identity->email_verified) << json::serialize(value);
    }
}

TEST_F(IdToken, OnlyASignatureByOneOfTheKeysCounts) {
    const std::string good = signed_token(*rsa, good_claims(), "RS256");
    const auto dot = good.rfind('.');
    const auto second = good.find('.') + 1;
    const auto part = [](const json::object& object) { return to_base64url(json::serialize(object)); };
    const std::string unsigned_header = part({{"alg", "none"}});
    const std::string claims = good.substr(second, dot - second);
    json::object key = public_part(*rsa);
    json::object for_encryption = key, of_another_name = key, for_another_algorithm = key;
    for_encryption["use"] = "enc";
    of_another_name["kid"] = "two";
    for_another_algorithm["alg"] = "PS256";
    json::object changed = good_claims();
    changed["sub"] = "u-2";

    struct Case {
        const char* what;
        std::string token, keys, code;
    };
    const Case cases[] = {
        {"signed by another key of that name", signed_token(*other, good_claims(), "RS256"), keys(),
         "openid.token_signature"},
        {"not signed", unsigned_header + '.' + claims + '.', keys(), "openid.token_algorithm"},
        {"not signed, in capitals", part({{"alg", "NONE"}}) + '.' + claims + '.', keys(),
         "openid.token_algorithm"},
        {"signed with the public key as a password",
         part({{"alg", "HS256"}, {"kid", "one"}}) + '.' + claims + good.substr(dot), keys(),
         "openid.token_algorithm"},
        {"an extension that must be understood",
         part({{"alg", "RS256"}, {"kid", "one"}, {"crit", json::array{"x"}}}) + '.' + claims +
             good.substr(dot),
         keys(), "openid.token_algorithm"},
        {"no algorithm", part({{"kid", "one"}}) + '.' + claims + good.substr(dot), keys(),
         "openid.token_algorithm"},
        {"other claims under the signature", good.substr(0, second) + part(changed) + good.substr(dot),
         keys(), "openid.token_signature"},
        {"another header above it",
         part({{"alg", "RS512"}, {"kid", "one"}}) + '.' + claims + good.substr(dot), keys(),
         "openid.token_signature"},
        {"a key of another name", good, set_of({of_another_name}), "openid.key_unknown"},
        {"a key for encryption", good, set_of({for_encryption}), "openid.key_unknown"},
        {"a key for another algorithm", good, set_of({for_another_algorithm}), "openid.key_unknown"},
        {"a key of another kind", good, set_of({public_part(*ec)}), "openid.key_unknown"},
        {"no keys", good, set_of({}), "openid.key_unknown"},
        {"two keys of one name, the second is it", good, set_of({public_part(*other), key}), "taken"},
        {"no name, any key that suits", signed_token(*rsa, good_claims(), "RS256", ""), keys(), "taken"},
        {"keys that are no JSON", good, "nothing", "openid.keys_malformed"},
        {"keys that are no list", good, R"({"keys":7})", "openid.keys_malformed"},
        {"a key that is no object", good, R"({"keys":["x"]})", "openid.key_unknown"},
        {"a key without its numbers", good, R"({"keys":[{"kty":"RSA","kid":"one"}]})",
         "openid.token_signature"},
    };
    for (const Case& one : cases) EXPECT_EQ(refusal(one.token, one.keys), one.code) << one.what;
}

TEST_F(IdToken, WhatIsNoTokenIsRefused) {
    const std::string good = signed_token(*rsa, good_claims(), "RS256");
    const std::string cases[] = {
        "",
        ".",
        "..",
        "...",
        "a.b.c",
        good + ".x",
        good.substr(0, good.rfind('.')),
        good + "=",
        "!" + good,
        std::string(70'000, 'a'),
        to_base64url("[]") + '.' + to_base64url("[]") + ".x",
        to_base64url(R"({"alg":"RS256","alg":"none"})") + '.' + to_base64url("{}") + ".x"};
    for (const std::string& token : cases)
        EXPECT_EQ(refusal(token, keys()), "openid.token_malformed") << token.substr(0, 60);
}

}  // namespace
}  // namespace dure::auth::openid
