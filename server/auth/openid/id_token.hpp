// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/base/time.hpp"

namespace dure::auth::openid {

/// What an ID token must say to be taken (OpenID Connect Core 1.0, section 3.1.3.7).
struct Expectation {
    std::string issuer, client_id, nonce;
    Instant now = 0;
    Instant skew = 120 * kSecond;  ///< how far the provider's clock may be from ours
};

/// Who signed in, as the provider says.
struct Identity {
    std::string issuer, subject;
    std::optional<std::string> email;
    bool email_verified = false;
};

/// Checks the signature by the provider's keys (a JWK set as JSON) and every claim. Only signatures by a
/// public key are taken: RS, PS and ES with 256, 384 or 512 bits. Errors: openid.token_malformed,
/// openid.token_algorithm, openid.keys_malformed, openid.key_unknown (the provider may have changed its
/// keys), openid.token_signature, openid.token_issuer, openid.token_audience, openid.token_expired,
/// openid.token_early, openid.token_nonce.
Expected<Identity> check_id_token(std::string_view token, std::string_view keys, const Expectation& expected);

}  // namespace dure::auth::openid
