// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace dure::auth {

/// Seals what the server must read again but the database alone must not tell: XChaCha20-Poly1305 with the
/// installation's key, which stands outside of the database. `purpose` is bound in: what was sealed for one
/// is not opened for another.
class SecretBox {
  public:
    static constexpr std::size_t kKeyBytes = 32;
    using Key = std::array<unsigned char, kKeyBytes>;

    explicit SecretBox(const Key& key) : key_(key) {}
    /// With a key that is gone with the object: for tests.
    static SecretBox temporary();

    /// "sealed:" and base64url.
    std::string seal(std::string_view purpose, std::string_view plain) const;
    /// None where it was sealed by another key or for another purpose, or changed.
    std::optional<std::string> open(std::string_view purpose, std::string_view sealed) const;
    static bool is_sealed(std::string_view text);

  private:
    Key key_;
};

/// The key as base64url in `text` (43 characters); none where it is something else.
std::optional<SecretBox::Key> read_key(std::string_view text);
/// The key in the file; made, readable by its owner only, where there is none. Throws std::runtime_error
/// where the file holds something else or cannot be written.
SecretBox::Key key_in_file(const std::filesystem::path& file);

}  // namespace dure::auth
