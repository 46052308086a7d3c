// SPDX-License-Identifier: Apache-2.0
#include "server/auth/secret_box.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>
#include <system_error>

#include "server/auth/base64url.hpp"
#include "server/auth/secrets.hpp"

namespace dure::auth {
namespace {

constexpr std::string_view kMark = "sealed:";
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(SecretBox::kKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

SecretBox::Key random_key() {
    SecretBox::Key key{};
    const std::string bytes = random_bytes(key.size());
    std::copy(bytes.begin(), bytes.end(), key.begin());
    return key;
}

/// All of it, or nothing: another process may be making it at the same time.
void write_once(const std::filesystem::path& file, const std::string& text) {
    const std::filesystem::path draft = file.string() + "." + std::to_string(::getpid());
    const int descriptor = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool written = descriptor >= 0 &&
                         ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(descriptor) == 0;
    const int reason = errno;
    if (descriptor >= 0) ::close(descriptor);
    const bool placed = written && (::link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST);
    const int place_reason = errno;
    ::unlink(draft.c_str());
    if (!placed)
        throw std::system_error(written ? place_reason : reason, std::generic_category(),
                                "cannot write the key to " + file.string());
}

}  // namespace

SecretBox SecretBox::temporary() {
    return SecretBox(random_key());
}

std::string SecretBox::seal(std::string_view purpose, std::string_view plain) const {
    std::string sealed = random_bytes(kNonce);
    sealed.resize(kNonce + plain.size() + kTag);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed) + kNonce, nullptr, bytes_of(plain),
                                               plain.size(), bytes_of(purpose), purpose.size(), nullptr,
                                               bytes_of(sealed), key_.data());
    return std::string(kMark) + to_base64url(sealed);
}

std::optional<std::string> SecretBox::open(std::string_view purpose, std::string_view sealed) const {
    if (!is_sealed(sealed)) return std::nullopt;
    const auto bytes = from_base64url(sealed.substr(kMark.size()));
    if (!bytes || bytes->size() < kNonce + kTag) return std::nullopt;
    std::string plain(bytes->size() - kNonce - kTag, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(plain), nullptr, nullptr,
                                                   bytes_of(std::string_view(*bytes)) + kNonce,
                                                   bytes->size() - kNonce, bytes_of(purpose), purpose.size(),
                                                   bytes_of(std::string_view(*bytes)), key_.data()) != 0)
        return std::nullopt;
    return plain;
}

bool SecretBox::is_sealed(std::string_view text) {
    return text.starts_with(kMark);
}

std::optional<SecretBox::Key> read_key(std::string_view text) {
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    const auto bytes = from_base64url(text);
    SecretBox::Key key{};
    if (!bytes || bytes->size() != key.size()) return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return key;
}

SecretBox::Key key_in_file(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        const SecretBox::Key made = random_key();
        write_once(file, to_base64url({reinterpret_cast<const char*>(made.data()), made.size()}) + '\n');
    }
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    const auto key = read_key(line);
    if (!key) throw std::runtime_error(file.string() + " holds no key: 43 characters of base64url");
    return *key;
}

}  // namespace dure::auth
