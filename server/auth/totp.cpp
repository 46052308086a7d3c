// SPDX-License-Identifier: Apache-2.0
#include "server/auth/totp.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "server/auth/secrets.hpp"

namespace dure::auth {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::int64_t kStepSeconds = 30;
constexpr std::size_t kSecretBytes = 20;

std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const unsigned char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_' || c == '~';
        if (plain)
            out += static_cast<char>(c);
        else
            out += fmt::format("%{:02X}", c);
    }
    return out;
}

}  // namespace

std::string base32(std::string_view bytes) {
    std::string text;
    std::uint32_t bits = 0;
    int count = 0;
    for (const unsigned char byte : bytes) {
        bits = (bits << 8) | byte;
        for (count += 8; count >= 5; count -= 5) text += kAlphabet[(bits >> (count - 5)) & 31];
        bits &= 0xFF;
    }
    if (count > 0) text += kAlphabet[(bits << (5 - count)) & 31];
    return text;
}

std::optional<std::string> from_base32(std::string_view text) {
    std::string bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const auto value = kAlphabet.find(c);
        if (value == kAlphabet.npos) return std::nullopt;
        bits = ((bits << 5) | static_cast<std::uint32_t>(value)) & 0xFFF;
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>((bits >> count) & 0xFF);
        }
    }
    return bytes;
}

std::string new_totp_secret() {
    return base32(random_bytes(kSecretBytes));
}

std::int64_t totp_step(Instant now) {
    return now / (kStepSeconds * kSecond);
}

std::string totp_code(std::string_view secret, std::int64_t step) {
    std::array<unsigned char, 8> counter{};
    for (int i = 7; i >= 0; --i, step >>= 8) counter[static_cast<std::size_t>(i)] = step & 0xFF;
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned length = 0;
    if (!HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(),
              mac.data(), &length))
        throw std::runtime_error("HMAC-SHA-1 failed");
    const std::size_t at = mac[length - 1] & 15;  // dynamic truncation, RFC 4226 section 5.3
    const std::uint32_t number = (std::uint32_t{mac[at]} & 0x7F) << 24 | std::uint32_t{mac[at + 1]} << 16 |
                                 std::uint32_t{mac[at + 2]} << 8 | mac[at + 3];
    return fmt::format("{:06}", number % 1'000'000);
}

std::optional<std::int64_t> match_totp(std::string_view secret, std::string_view code, Instant now,
                                       std::int64_t last) {
    const auto bytes = from_base32(secret);
    if (!bytes || code.size() != 6) return std::nullopt;
    std::optional<std::int64_t> found;
    for (std::int64_t step = totp_step(now) - 1; step <= totp_step(now) + 1; ++step)
        if (same_secret(totp_code(*bytes, step), code) && step > last) found = step;
    return found;
}

std::string totp_uri(std::string_view secret, std::string_view account, std::string_view issuer) {
    return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}&algorithm=SHA1&digits=6&period=30",
                       percent_encoded(issuer), percent_encoded(account), secret, percent_encoded(issuer));
}

}  // namespace dure::auth
