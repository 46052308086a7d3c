// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "engine/base/error.hpp"

namespace dure::auth::openid {

/// A request to the provider. With a form it is a POST.
struct Outgoing {
    std::string url;
    std::optional<std::string> form;            ///< application/x-www-form-urlencoded
    std::optional<std::string> user, password;  ///< HTTP Basic, already encoded as the form is
    std::optional<std::string> bearer;          ///< an access token
};

struct Incoming {
    int status = 0;
    std::string body;
};

/// Asks over HTTPS — over HTTP only where the host is this machine's — for at most 10 seconds and 1 MiB, and
/// follows no redirects. Errors: openid.insecure_address {url}, openid.unreachable {reason}.
Expected<Incoming> fetch(const Outgoing& request);

/// As it stands in a query or a form.
std::string form_encoded(std::string_view text);

}  // namespace dure::auth::openid
