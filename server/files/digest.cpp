// SPDX-License-Identifier: Apache-2.0
#include "server/files/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace dure::files {
namespace {

void require(int ok) {
    if (ok != 1) throw std::runtime_error("OpenSSL cannot make a digest");
}

}  // namespace

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    require(EVP_DigestInit_ex(state_->context, EVP_sha256(), nullptr));
}
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    require(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()));
}

std::string Sha256::hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned int size = 0;
    require(EVP_DigestFinal_ex(state_->context, raw.data(), &size));
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += digits[raw[i] >> 4];
        text += digits[raw[i] & 15];
    }
    return text;
}

std::string raw_digest(std::string_view algorithm, std::string_view bytes) {
    const EVP_MD* kind = algorithm == "sha1" ? EVP_sha1() : algorithm == "sha256" ? EVP_sha256() : nullptr;
    if (!kind) return {};
    std::array<unsigned char, EVP_MAX_MD_SIZE> raw{};
    unsigned int size = 0;
    require(EVP_Digest(bytes.data(), bytes.size(), raw.data(), &size, kind, nullptr));
    return {raw.begin(), raw.begin() + size};
}

}  // namespace dure::files
