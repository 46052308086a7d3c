// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dure::auth {

/// Base64url without padding (RFC 4648, section 5).
std::string to_base64url(std::string_view bytes);
/// None where the text is something else.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace dure::auth
