// SPDX-License-Identifier: Apache-2.0
#include "server/auth/openid/id_token.hpp"

#include <cjose/cjose.h>

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <memory>

#include "server/auth/base64url.hpp"
#include "server/codec/parse.hpp"

namespace dure::auth::openid {
namespace {

namespace json = boost::json;

constexpr codec::Limits kTokenLimits{.depth = 8, .bytes = 64 << 10};
constexpr codec::Limits kKeyLimits{.depth = 8, .bytes = 256 << 10};
constexpr std::size_t kMostSubject = 255;

struct Release {
    void operator()(cjose_jws_t* jws) const { cjose_jws_release(jws); }
    void operator()(cjose_jwk_t* jwk) const { cjose_jwk_release(jwk); }
};
using Signed = std::unique_ptr<cjose_jws_t, Release>;
using Key = std::unique_ptr<cjose_jwk_t, Release>;

std::string_view text_of(const json::object& object, std::string_view name) {
    const json::value* found = object.if_contains(name);
    return found && found->is_string() ? std::string_view(found->as_string()) : std::string_view();
}

/// Seconds since 1970 as an instant; none where there is no such number.
std::optional<Instant> instant_of(const json::object& object, std::string_view name) {
    const json::value* found = object.if_contains(name);
    if (!found || !found->is_number()) return std::nullopt;
    const double seconds = found->to_number<double>();
    if (!(seconds >= 0 && seconds < 1e11)) return std::nullopt;
    return static_cast<Instant>(seconds) * kSecond;
}

std::optional<json::object> read_part(std::string_view part) {
    const auto bytes = from_base64url(part);
    if (!bytes) return std::nullopt;
    auto value = codec::parse(*bytes, kTokenLimits);
    if (!value || !value->is_object()) return std::nullopt;
    return std::move(value->as_object());
}

struct Parts {
    json::object header, claims;
};

std::optional<Parts> read_parts(std::string_view token) {
    const auto first = token.find('.');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = token.find('.', first + 1);
    if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos)
        return std::nullopt;
    auto header = read_part(token.substr(0, first));
    auto claims = read_part(token.substr(first + 1, second - first - 1));
    if (!header || !claims || !from_base64url(token.substr(second + 1))) return std::nullopt;
    return Parts{std::move(*header), std::move(*claims)};
}

/// The kind of key that the algorithm signs with; empty: an algorithm that is not taken.
std::string_view key_kind(std::string_view algorithm) {
    constexpr std::array<std::string_view, 3> bits{"256", "384", "512"};
    if (algorithm.size() != 5 || std::ranges::find(bits, algorithm.substr(2)) == bits.end()) return {};
    const auto family = algorithm.substr(0, 2);
    if (family == "RS" || family == "PS") return "RSA";
    return family == "ES" ? "EC" : "";
}

/// Whether the key is meant for such signatures: of the kind, and of the name where the token gives one.
bool suits(const json::object& key, const json::object& header, std::string_view algorithm) {
    const auto name = text_of(header, "kid"), use = text_of(key, "use"), made_for = text_of(key, "alg");
    return text_of(key, "kty") == key_kind(algorithm) && (use.empty() || use == "sig") &&
           (made_for.empty() || made_for == algorithm) && (name.empty() || text_of(key, "kid") == name);
}

bool signed_by(std::string_view token, const json::object& key) {
    cjose_err error{};
    const std::string text = json::serialize(key);
    const Key jwk(cjose_jwk_import(text.data(), text.size(), &error));
    const Signed jws(cjose_jws_import(token.data(), token.size(), &error));
    return jwk && jws && cjose_jws_verify(jws.get(), jwk.get(), &error);
}

Expected<void> check_signature(std::string_view token, const json::object& header, std::string_view keys) {
    const auto algorithm = text_of(header, "alg");
    if (key_kind(algorithm).empty() || header.contains("crit"))
        return fail("openid.token_algorithm", {{"algorithm", std::string(algorithm.substr(0, 20))}});
    const auto set = codec::parse(keys, kKeyLimits);
    const json::value* list = set && set->is_object() ? set->as_object().if_contains("keys") : nullptr;
    if (!list || !list->is_array()) return fail("openid.keys_malformed");
    bool suitable = false;
    for (const json::value& key : list->as_array()) {
        if (!key.is_object() || !suits(key.as_object(), header, algorithm)) continue;
        suitable = true;
        if (signed_by(token, key.as_object())) return {};
    }
    return fail(suitable ? "openid.token_signature" : "openid.key_unknown");
}

bool is_for(const json::object& claims, const std::string& client) {
    const json::value* audience = claims.if_contains("aud");
    if (!audience) return false;
    const std::string_view party = text_of(claims, "azp");
    if (!party.empty() && party != client) return false;
    if (audience->is_string()) return audience->as_string() == client;
    if (!audience->is_array()) return false;
    const json::array& all = audience->as_array();
    const bool named = std::ranges::any_of(
        all, [&](const json::value& one) { return one.is_string() && one.as_string() == client; });
    // Of several audiences the one it was issued to must be said to be us.
    return named && (all.size() == 1 || party == client);
}

Expected<void> check_claims(const json::object& claims, const Expectation& expected) {
    if (text_of(claims, "iss") != expected.issuer) return fail("openid.token_issuer");
    if (!is_for(claims, expected.client_id)) return fail("openid.token_audience");
    const auto expires = instant_of(claims, "exp"), issued = instant_of(claims, "iat");
    if (!expires || !issued) return fail("openid.token_malformed");
    if (*expires + expected.skew <= expected.now) return fail("openid.token_expired");
    if (*issued - expected.skew > expected.now) return fail("openid.token_early");
    if (claims.contains("nbf")) {
        const auto begins = instant_of(claims, "nbf");
        if (!begins) return fail("openid.token_malformed");
        if (*begins - expected.skew > expected.now) return fail("openid.token_early");
    }
    if (expected.nonce.empty() || text_of(claims, "nonce") != expected.nonce)
        return fail("openid.token_nonce");
    const auto subject = text_of(claims, "sub");
    if (subject.empty() || subject.size() > kMostSubject) return fail("openid.token_malformed");
    return {};
}

bool is_true(const json::object& claims, std::string_view name) {
    const json::value* found = claims.if_contains(name);
    return found && found->is_bool() && found->as_bool();
}

}  // namespace

Expected<Identity> check_id_token(std::string_view token, std::string_view keys,
                                  const Expectation& expected) {
    const auto parts = token.size() <= kTokenLimits.bytes ? read_parts(token) : std::nullopt;
    if (!parts) return fail("openid.token_malformed");
    if (auto good = check_signature(token, parts->header, keys); !good) return std::unexpected(good.error());
    if (auto good = check_claims(parts->claims, expected); !good) return std::unexpected(good.error());
    Identity identity{.issuer = expected.issuer,
                      .subject = std::string(text_of(parts->claims, "sub")),
                      .email_verified = is_true(parts->claims, "email_verified")};
    if (const auto email = text_of(parts->claims, "email"); !email.empty()) identity.email = email;
    return identity;
}

}  // namespace dure::auth::openid
