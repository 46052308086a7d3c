// SPDX-License-Identifier: Apache-2.0
#include "server/mail/unsubscribe.hpp"

#include <sodium.h>

#include <array>
#include <vector>

namespace dure::mail {
namespace {

constexpr std::string_view kName = "mail.unsubscribe_key";
constexpr std::string_view kFind = "SELECT value FROM setting WHERE name = $1";
constexpr std::string_view kInsert =
    "INSERT INTO setting (name, value, updated) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING";

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kTagBytes = crypto_auth_hmacsha256_BYTES;

std::string encoded(const std::vector<unsigned char>& bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
    text.pop_back();  // the closing zero
    return text;
}

std::optional<std::vector<unsigned char>> decoded(std::string_view text) {
    if (text.empty()) return std::nullopt;
    std::vector<unsigned char> bytes(text.size());
    std::size_t size = 0;
    const char* end = nullptr;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, &end,
                          kVariant) != 0 ||
        end != text.data() + text.size())
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

std::array<unsigned char, kTagBytes> tag_of(const unsigned char* data, std::size_t size,
                                            std::string_view key) {
    std::array<unsigned char, kTagBytes> tag{};
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.data()), key.size());
    crypto_auth_hmacsha256_update(&state, data, size);
    crypto_auth_hmacsha256_final(&state, tag.data());
    return tag;
}

}  // namespace

std::string unsubscribe_token(const Unsubscription& what, std::string_view key) {
    const std::string said = what.topic + '\n' + what.address;
    std::vector<unsigned char> bytes(said.begin(), said.end());
    const auto tag = tag_of(bytes.data(), bytes.size(), key);
    bytes.insert(bytes.begin(), tag.begin(), tag.end());
    return encoded(bytes);
}

std::optional<Unsubscription> read_unsubscribe_token(std::string_view token, std::string_view key) {
    if (key.empty() || token.size() > 1000) return std::nullopt;
    const auto bytes = decoded(token);
    if (!bytes || bytes->size() <= kTagBytes) return std::nullopt;
    const auto tag = tag_of(bytes->data() + kTagBytes, bytes->size() - kTagBytes, key);
    if (sodium_memcmp(tag.data(), bytes->data(), kTagBytes) != 0) return std::nullopt;
    const std::string said(bytes->begin() + kTagBytes, bytes->end());
    const auto line = said.find('\n');
    if (line == said.npos) return std::nullopt;
    return Unsubscription{.address = said.substr(line + 1), .topic = said.substr(0, line)};
}

std::string unsubscribe_key(db::Database& database, const RandomBytes& random, Instant now) {
    const auto find = [](db::Connection& c) { return c.query_one(kFind, kName); };
    if (const auto row = database.read(find)) return row->text(0);
    std::vector<std::byte> bytes(32);
    random(bytes);
    std::vector<unsigned char> raw;
    for (const std::byte one : bytes) raw.push_back(std::to_integer<unsigned char>(one));
    return database.write([&](db::Connection& c) {
        c.execute(kInsert, kName, encoded(raw), now);
        return find(c)->text(0);
    });
}

}  // namespace dure::mail
