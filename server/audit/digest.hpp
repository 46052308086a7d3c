// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "server/audit/audit.hpp"

/// What an entry is worth in the chain. SHA-256 over parts that each carry their length, so that no two
/// different entries read the same.
namespace dure::audit {

constexpr std::size_t kDigestBytes = 32;
constexpr std::size_t kSaltBytes = 16;

/// Of what may be personal: before and after, behind the salt.
db::Blob content_digest(const db::Blob& salt, const Entry& entry);

/// Of one link: the hash before it (empty for the first), its place, and the entry with its contents as
/// their digest.
db::Blob chain_hash(const db::Blob& previous, std::int64_t chain_number, std::int64_t number,
                    const Entry& entry, const db::Blob& content_digest);

}  // namespace dure::audit
