// SPDX-License-Identifier: Apache-2.0
// What an OpenID provider sends: an ID token before a line break, a set of keys behind it; and its metadata.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "server/auth/openid/provider.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto line = text.find('\n');
    const std::string_view token = text.substr(0, line);
    const std::string_view keys = line == std::string_view::npos ? "" : text.substr(line + 1);
    const auto identity = dure::auth::openid::check_id_token(
        token, keys, {.issuer = "https://id.example", .client_id = "dure", .nonce = "n", .now = 1});
    if (identity) __builtin_trap();  // nothing that a fuzzer writes is signed
    (void)dure::auth::openid::read_metadata(text, "https://id.example");
    return 0;
}
