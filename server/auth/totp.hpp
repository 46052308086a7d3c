// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/time.hpp"

/// Time-based one-time codes (RFC 6238) as authenticator apps take them: HMAC-SHA-1, 30 seconds, 6 digits.
namespace dure::auth {

/// RFC 4648, upper case, without padding.
std::string base32(std::string_view bytes);
/// None when a character is none of base32's.
std::optional<std::string> from_base32(std::string_view text);

/// 160 random bits in base32.
std::string new_totp_secret();

std::int64_t totp_step(Instant now);
/// The code of a step; the secret is in bytes.
std::string totp_code(std::string_view secret, std::int64_t step);

/// The step whose code was given, from one before now to one after, for clocks that differ; none when no
/// step later than `last` has it, so that a code is taken once. `secret` in base32.
std::optional<std::int64_t> match_totp(std::string_view secret, std::string_view code, Instant now,
                                       std::int64_t last);

/// otpauth://totp/… for the QR code. `account` and `issuer` are shown in the app.
std::string totp_uri(std::string_view secret, std::string_view account, std::string_view issuer);

}  // namespace dure::auth
