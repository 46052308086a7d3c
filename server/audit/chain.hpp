// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "engine/base/error.hpp"
#include "engine/base/id.hpp"
#include "engine/base/time.hpp"
#include "server/db/database.hpp"

/// The chain that seals the entries: each link's hash covers the link before it, so that whoever changes,
/// adds or removes an entry must rewrite every link behind it. A checkpoint kept elsewhere finds that too.
///
/// Entries are sealed in the order in which the sealer meets them, not inside the change's own transaction:
/// one chain there would let PostgreSQL write one change at a time.
namespace dure::audit {

/// Seals at most `most` entries that wait, in the caller's transaction; returns how many.
int seal(db::Connection& connection, const RandomBytes& random, int most = 1000);

/// Where the chain stood once. Printed, mailed or stored away from the database.
struct Checkpoint {
    std::int64_t number = 0;  ///< of the last sealed entry
    std::int64_t count = 0;   ///< links up to it
    std::string hash;         ///< 64 lower-case hexadecimal digits
    Instant at = 0;           ///< when it was taken
};

/// None while nothing is sealed.
std::optional<Checkpoint> checkpoint(db::Connection& connection, Instant now);

std::string to_json(const Checkpoint& checkpoint);
/// Errors: those of codec::decode.
Checked<Checkpoint> read_checkpoint(std::string_view json);

/// Removes what the entry says of its record before and after, and records that under `why`'s actor, action
/// and request: the chain still holds. Errors: audit.no_such_entry {number}, audit.erased_already {number}.
struct Erasure {
    Instant at = 0;
    std::string actor;
    std::string request_id;
};
Expected<void> erase(db::Connection& connection, std::int64_t number, const Erasure& why,
                     const RandomBytes& random);

struct Verdict {
    std::int64_t sealed = 0, waiting = 0, erased = 0;
    Errors findings;         ///< none: the chain is whole; at most kMostFindings
    bool cancelled = false;  ///< the watch wanted no more: what is said holds up to there
};
/// Told now and then how many links of how many have been computed; false: stop.
using Watch = std::function<bool(std::int64_t done, std::int64_t total)>;
constexpr std::size_t kMostFindings = 100;

/// Computes every link anew. Findings: audit.gap {count, number}: the link with that count is missing before
/// the entry; audit.changed {number}: the entry or its hash is not what was sealed; audit.content_changed
/// {number}: what it says of before and after is not; audit.unexplained_erasure {number}: its contents are
/// gone and no entry says who removed them; audit.removed {count, sealed} and audit.rewritten {count}: the
/// chain ends before the checkpoint, or is another one there.
Verdict verify(db::Connection& connection, const std::optional<Checkpoint>& held_against = {},
               const Watch& watch = {});

}  // namespace dure::audit
