// SPDX-License-Identifier: Apache-2.0
#include "server/auth/openid/carried.hpp"

#include "server/codec/codec.hpp"

namespace dure::auth::openid {
namespace {

constexpr std::string_view kPurpose = "openid_attempt";

}  // namespace

BOOST_DESCRIBE_STRUCT(Attempt, (), (state, nonce, verifier))
BOOST_DESCRIBE_STRUCT(Identity, (), (issuer, subject, email, email_verified))
BOOST_DESCRIBE_STRUCT(Carried, (), (attempt, identity, expires))

std::string seal(const SecretBox& box, const Carried& carried) {
    return box.seal(kPurpose, codec::encode(carried));
}

std::optional<Carried> open(const SecretBox& box, std::string_view cookie, Instant now) {
    const auto text = box.open(kPurpose, cookie);
    if (!text) return std::nullopt;
    auto carried = codec::decode<Carried>(*text);
    if (!carried || carried->expires <= now || carried->attempt.state.empty()) return std::nullopt;
    return std::move(*carried);
}

}  // namespace dure::auth::openid
