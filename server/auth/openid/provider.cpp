// SPDX-License-Identifier: Apache-2.0
#include "server/auth/openid/provider.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <boost/json/value.hpp>

#include "server/auth/base64url.hpp"
#include "server/codec/parse.hpp"

namespace dure::auth::openid {
namespace {

namespace json = boost::json;

constexpr Instant kKeep = 3600 * kSecond;
constexpr Instant kAskAgain = 5 * kSecond;
constexpr codec::Limits kLimits{.depth = 16, .bytes = std::size_t{1} << 20};

std::string text_of(const json::object& object, std::string_view name) {
    const json::value* found = object.if_contains(name);
    return found && found->is_string() ? std::string(found->as_string()) : std::string();
}

std::optional<json::object> object_of(std::string_view text) {
    auto value = codec::parse(text, kLimits);
    if (!value || !value->is_object()) return std::nullopt;
    return std::move(value->as_object());
}

/// Basic is what a provider takes that says nothing.
bool takes_basic(const json::object& metadata) {
    const json::value* methods = metadata.if_contains("token_endpoint_auth_methods_supported");
    if (!methods || !methods->is_array()) return true;
    return std::ranges::any_of(methods->as_array(), [](const json::value& one) {
        return one.is_string() && one.as_string() == "client_secret_basic";
    });
}

}  // namespace

Expected<Metadata> read_metadata(std::string_view text, const std::string& issuer) {
    const auto object = object_of(text);
    if (!object) return fail("openid.metadata_malformed", {{"member", "/"}});
    if (const std::string found = text_of(*object, "issuer"); found != issuer)
        return fail("openid.metadata_issuer", {{"found", found.substr(0, 200)}});
    Metadata metadata{.authorization_endpoint = text_of(*object, "authorization_endpoint"),
                      .token_endpoint = text_of(*object, "token_endpoint"),
                      .jwks_uri = text_of(*object, "jwks_uri"),
                      .userinfo_endpoint = text_of(*object, "userinfo_endpoint"),
                      .secret_in_form = !takes_basic(*object)};
    for (const auto& [member, value] :
         {std::pair("authorization_endpoint", &metadata.authorization_endpoint),
          std::pair("token_endpoint", &metadata.token_endpoint), std::pair("jwks_uri", &metadata.jwks_uri)})
        if (!value->starts_with("https://") && !value->starts_with("http://"))
            return fail("openid.metadata_malformed", {{"member", member}});
    return metadata;
}

std::string challenge_of(std::string_view verifier) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(verifier.data()), verifier.size());
    return to_base64url({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

Expected<std::string> Provider::authorization_url(const Attempt& attempt, const std::string& redirect_uri) {
    const auto known = metadata();
    if (!known) return std::unexpected(known.error());
    std::string url = known->authorization_endpoint;
    char separator = url.find('?') == std::string::npos ? '?' : '&';
    for (const auto& [name, value] : {std::pair<std::string_view, std::string>("response_type", "code"),
                                      {"scope", "openid email"},
                                      {"client_id", options_.client_id},
                                      {"redirect_uri", redirect_uri},
                                      {"state", attempt.state},
                                      {"nonce", attempt.nonce},
                                      {"code_challenge", challenge_of(attempt.verifier)},
                                      {"code_challenge_method", "S256"}}) {
        url += separator + std::string(name) + '=' + form_encoded(value);
        separator = '&';
    }
    return url;
}

Expected<Identity> Provider::exchange(const Attempt& attempt, const std::string& code,
                                      const std::string& redirect_uri) {
    const auto known = metadata();
    if (!known) return std::unexpected(known.error());
    Outgoing request{.url = known->token_endpoint,
                     .form = "grant_type=authorization_code&code=" + form_encoded(code) + "&redirect_uri=" +
                             form_encoded(redirect_uri) + "&code_verifier=" + form_encoded(attempt.verifier)};
    const bool basic = !options_.client_secret.empty() && !known->secret_in_form;
    if (basic) {
        request.user = form_encoded(options_.client_id);
        request.password = form_encoded(options_.client_secret);
    } else {
        *request.form += "&client_id=" + form_encoded(options_.client_id);
        if (!options_.client_secret.empty())
            *request.form += "&client_secret=" + form_encoded(options_.client_secret);
    }
    const auto answer = fetch_(request);
    if (!answer) return std::unexpected(answer.error());
    const auto object = object_of(answer->body);
    const std::string token = object ? text_of(*object, "id_token") : "";
    if (answer->status != 200 || token.empty())
        return fail("openid.code_refused",
                    {{"reason", object && object->contains("error") ? text_of(*object, "error").substr(0, 100)
                                                                    : std::to_string(answer->status)}});
    auto identity = check(*known, attempt, token);
    if (!identity || identity->email || known->userinfo_endpoint.empty()) return identity;
    return with_email(*known, std::move(*identity), text_of(*object, "access_token"));
}

/// Some say the address apart from the token only.
Expected<Identity> Provider::with_email(const Metadata& metadata, Identity identity,
                                        const std::string& access) {
    const auto answer = fetch_({.url = metadata.userinfo_endpoint, .bearer = access});
    if (!answer) return std::unexpected(answer.error());
    const auto object = answer->status == 200 ? object_of(answer->body) : std::nullopt;
    if (!object) return fail("openid.refused", {{"status", std::to_string(answer->status)}});
    if (text_of(*object, "sub") != identity.subject) return fail("openid.userinfo_subject");
    const json::value* verified = object->if_contains("email_verified");
    identity.email_verified = verified && verified->is_bool() && verified->as_bool();
    if (std::string email = text_of(*object, "email"); !email.empty()) identity.email = std::move(email);
    return identity;
}

Expected<Identity> Provider::check(const Metadata& metadata, const Attempt& attempt,
                                   const std::string& token) {
    const Instant now = clock_();
    const Expectation expected{
        .issuer = options_.issuer, .client_id = options_.client_id, .nonce = attempt.nonce, .now = now};
    const auto known = keys(metadata, now - kKeep);
    if (!known) return std::unexpected(known.error());
    auto identity = check_id_token(token, *known, expected);
    if (identity || identity.error().code != "openid.key_unknown") return identity;
    const auto newer = keys(metadata, now - kAskAgain);  // it may have changed its keys
    if (!newer) return std::unexpected(newer.error());
    return check_id_token(token, *newer, expected);
}

Expected<Metadata> Provider::metadata() {
    const Instant now = clock_();
    {
        const std::lock_guard lock(mutex_);
        if (const Metadata* known = Told<Metadata>::since(metadata_, now - kKeep)) return *known;
    }
    std::string address = options_.issuer;
    while (address.ends_with('/')) address.pop_back();
    const auto text = get(address + "/.well-known/openid-configuration");
    if (!text) return std::unexpected(text.error());
    auto metadata = read_metadata(*text, options_.issuer);
    if (!metadata) return metadata;
    const std::lock_guard lock(mutex_);
    metadata_ = {*metadata, now};
    return metadata;
}

/// The keys as they were asked for after `not_before`.
Expected<std::string> Provider::keys(const Metadata& of, Instant not_before) {
    {
        const std::lock_guard lock(mutex_);
        if (const std::string* known = Told<std::string>::since(keys_, not_before)) return *known;
    }
    auto text = get(of.jwks_uri);
    if (!text) return text;
    const std::lock_guard lock(mutex_);
    keys_ = {*text, clock_()};
    return text;
}

Expected<std::string> Provider::get(const std::string& url) {
    auto answer = fetch_({.url = url});
    if (!answer) return std::unexpected(answer.error());
    if (answer->status != 200) return fail("openid.refused", {{"status", std::to_string(answer->status)}});
    return std::move(answer->body);
}

}  // namespace dure::auth::openid
