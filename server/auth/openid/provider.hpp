// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/base/time.hpp"
#include "server/auth/openid/fetch.hpp"
#include "server/auth/openid/id_token.hpp"

namespace dure::auth::openid {

/// The provider that this installation trusts. Without an issuer there is none.
struct ProviderOptions {
    std::string issuer;  ///< exactly as the provider spells it
    std::string client_id;
    std::string client_secret;  ///< empty: a public client, protected by PKCE alone
    std::string name;           ///< what people call it, on the button

    bool configured() const { return !issuer.empty(); }
};

/// What the provider says of itself (OpenID Connect Discovery 1.0).
struct Metadata {
    std::string authorization_endpoint, token_endpoint, jwks_uri;
    std::string userinfo_endpoint;  ///< empty: none
    bool secret_in_form = false;    ///< client_secret_post, where it takes no HTTP Basic
};

/// Errors: openid.metadata_malformed {member}, openid.metadata_issuer {found}.
Expected<Metadata> read_metadata(std::string_view json, const std::string& issuer);

/// One sign-in under way: what the browser brings back is held against it.
struct Attempt {
    std::string state, nonce, verifier;
};

/// Something asked for, and when.
template <class T>
struct Told {
    T value;
    Instant asked = 0;

    /// What was asked for after that; none where there is nothing so new.
    static const T* since(const std::optional<Told>& told, Instant after) {
        return told && told->asked > after ? &told->value : nullptr;
    }
};

/// Talks to the provider. What it says of itself is kept for an hour; its keys likewise, and they are asked
/// for again when a token names one that is not known, at most every five seconds.
class Provider {
  public:
    using Fetch = std::function<Expected<Incoming>(const Outgoing&)>;

    Provider(ProviderOptions options, Clock clock, Fetch fetch = openid::fetch)
        : options_(std::move(options)), clock_(std::move(clock)), fetch_(std::move(fetch)) {}

    const ProviderOptions& options() const { return options_; }

    /// Where the browser goes. Errors: those of fetch and read_metadata, openid.refused {status}.
    Expected<std::string> authorization_url(const Attempt& attempt, const std::string& redirect_uri);
    /// The code that the browser brought back, for who it stands for. Errors: those, of check_id_token, and
    /// openid.code_refused {reason}, openid.userinfo_subject.
    Expected<Identity> exchange(const Attempt& attempt, const std::string& code,
                                const std::string& redirect_uri);

  private:
    Expected<Metadata> metadata();
    Expected<std::string> keys(const Metadata& of, Instant not_before);
    Expected<std::string> get(const std::string& url);
    Expected<Identity> check(const Metadata& metadata, const Attempt& attempt, const std::string& token);
    Expected<Identity> with_email(const Metadata& metadata, Identity identity, const std::string& access);

    const ProviderOptions options_;
    Clock clock_;
    Fetch fetch_;
    std::mutex mutex_;  ///< of what is kept, never held while asking
    std::optional<Told<Metadata>> metadata_;
    std::optional<Told<std::string>> keys_;
};

/// The S256 challenge of PKCE (RFC 7636).
std::string challenge_of(std::string_view verifier);

}  // namespace dure::auth::openid
