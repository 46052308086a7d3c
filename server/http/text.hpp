// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dure::http {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// Undoes %XX; none for a broken escape, a control character or text that is not UTF-8.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space = false);

/// A request target taken apart.
struct Target {
    std::string path;                   ///< decoded
    std::vector<std::string> segments;  ///< decoded one by one, so that %2F stays inside its segment
    Pairs query;                        ///< decoded, in order
};
/// None unless the target is "/path?query" (RFC 9112 origin form) without "." and ".." segments.
std::optional<Target> parse_target(std::string_view target);

/// The value of a cookie in a Cookie header; none when missing.
std::optional<std::string_view> cookie(std::string_view header, std::string_view name);

/// RFC 4648 section 5, without padding.
std::string base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

bool equal_ignoring_case(std::string_view a, std::string_view b);  ///< ASCII

/// Whether a comma-separated header (Connection, If-None-Match) holds the token; compared without regard to
/// case.
bool has_token(std::string_view header, std::string_view token);

/// "ko" or "en": what an Accept-Language header asks for first; ko when it says neither.
std::string_view language_of(std::string_view accept_language);

bool valid_utf8(std::string_view text);

}  // namespace dure::http
