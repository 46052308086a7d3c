// SPDX-License-Identifier: Apache-2.0
#include "server/audit/chain.hpp"

#include <vector>

#include "server/audit/digest.hpp"
#include "server/audit/hex.hpp"
#include "server/audit/rows.hpp"

namespace dure::audit {
namespace {

constexpr const char* kEraseAction = "erase_audit_content";
constexpr const char* kEntryKind = "audit_entry";

constexpr const char* kLast = R"(
SELECT chain_number, chain_hash, number FROM audit_entry
WHERE chain_number IS NOT NULL ORDER BY chain_number DESC LIMIT 1)";

constexpr const char* kWaiting = R"(
SELECT number, at, actor, action, record_kind, record_id, before, after, request_id FROM audit_entry
WHERE chain_number IS NULL ORDER BY number LIMIT $1)";

constexpr const char* kSeal = R"(
UPDATE audit_entry SET chain_number = $1, chain_hash = $2, salt = $3, content_digest = $4 WHERE number = $5)";

constexpr const char* kSalt = "SELECT salt FROM audit_entry WHERE number = $1";

constexpr const char* kErase =
    "UPDATE audit_entry SET before = NULL, after = NULL, salt = NULL WHERE number = $1";

std::vector<Recorded> waiting(db::Connection& connection, int most) {
    std::vector<Recorded> found;
    for (const auto& row : connection.query(kWaiting, most)) found.push_back(recorded_from(row));
    return found;
}

}  // namespace

int seal(db::Connection& connection, const RandomBytes& random, int most) {
    const auto entries = waiting(connection, most);
    if (entries.empty()) return 0;
    const auto last = connection.query_one(kLast);
    std::int64_t place = last ? last->integer(0) : 0;
    db::Blob hash = last ? last->blob(1) : db::Blob();
    for (const auto& [number, entry] : entries) {
        db::Blob salt(kSaltBytes);
        random(salt);
        const auto content = content_digest(salt, entry);
        hash = chain_hash(hash, ++place, number, entry, content);
        connection.execute_later(kSeal, place, hash, salt, content, number);
    }
    return static_cast<int>(entries.size());
}

std::optional<Checkpoint> checkpoint(db::Connection& connection, Instant now) {
    const auto last = connection.query_one(kLast);
    if (!last) return std::nullopt;
    return Checkpoint{
        .number = last->integer(2), .count = last->integer(0), .hash = to_hex(last->blob(1)), .at = now};
}

Expected<void> erase(db::Connection& connection, std::int64_t number, const Erasure& why,
                     const RandomBytes& random) {
    while (seal(connection, random) > 0) continue;  // a digest must be there before the contents go
    const auto entry = connection.query_one(kSalt, number);
    if (!entry) return fail("audit.no_such_entry", {{"number", std::to_string(number)}});
    if (entry->null(0)) return fail("audit.erased_already", {{"number", std::to_string(number)}});
    connection.execute(kErase, number);
    record(connection, {.at = why.at,
                        .actor = why.actor,
                        .action = kEraseAction,
                        .record_kind = kEntryKind,
                        .record_id = std::to_string(number),
                        .before = std::nullopt,
                        .after = std::nullopt,
                        .request_id = why.request_id});
    return {};
}

}  // namespace dure::audit
