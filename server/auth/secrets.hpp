// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dure::auth {

/// What one argon2id hash costs. The defaults take 50–100 ms on a small server.
struct PasswordCost {
    unsigned long long passes = 3;
    std::size_t memory_bytes = std::size_t{32} << 20;

    /// As little as argon2id allows: for tests.
    static PasswordCost least();
};

/// A new argon2id hash with its salt and parameters, as libsodium writes it.
std::string hash_password(std::string_view password, const PasswordCost& cost);
bool verify_password(const std::string& hash, std::string_view password);

std::string random_bytes(std::size_t count);
/// Compared in a time that depends on the lengths only.
bool same_secret(std::string_view one, std::string_view other);

/// 256 random bits as 43 characters of base64url.
std::string random_token();
/// SHA-256 as 64 lower-case hexadecimal digits: what is stored of a token, and the address of a series'
/// content.
std::string digest(std::string_view bytes);

}  // namespace dure::auth
