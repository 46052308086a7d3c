// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <set>

#include "server/audit/chain.hpp"
#include "server/audit/digest.hpp"
#include "server/audit/hex.hpp"
#include "server/audit/rows.hpp"

namespace dure::audit {
namespace {

constexpr const char* kChain = R"(
SELECT number, at, actor, action, record_kind, record_id, before, after, request_id,
       chain_number, chain_hash, salt, content_digest
FROM audit_entry WHERE chain_number > $1 ORDER BY chain_number LIMIT $2)";

constexpr const char* kCount = "SELECT count(*) FROM audit_entry WHERE chain_number IS NOT NULL";
constexpr std::int64_t kLinksAtATime = 5'000;

constexpr const char* kWaiting =
    "SELECT number, action, record_kind, record_id, chain_hash, salt, content_digest "
    "FROM audit_entry WHERE chain_number IS NULL";

db::Blob blob(const db::Row& row, int column) {
    return row.null(column) ? db::Blob() : row.blob(column);
}

class Walk {
  public:
    explicit Walk(const std::optional<Checkpoint>& held_against) : held_against_(held_against) {}

    void link(const db::Row& row) {
        const auto [number, entry] = recorded_from(row);
        const auto place = row.integer(9);
        if (place != verdict.sealed + 1)
            find("audit.gap",
                 {{"count", std::to_string(verdict.sealed + 1)}, {"number", std::to_string(number)}});
        const auto hash = blob(row, 10), content = blob(row, 12);
        if (hash != chain_hash(previous_, place, number, entry, content)) find("audit.changed", number);
        contents(row, number, entry, content);
        note_erasure(entry);
        if (held_against_ && place == held_against_->count) {
            met_ = true;
            if (number != held_against_->number || to_hex(hash) != held_against_->hash)
                find("audit.rewritten", {{"count", std::to_string(place)}});
        }
        verdict.sealed = place;
        previous_ = hash;
    }

    /// An entry that waits says nothing yet of the chain; one that was sealed and then taken out of it does.
    void wait(const db::Row& row) {
        ++verdict.waiting;
        if (!row.null(4) || !row.null(5) || !row.null(6)) find("audit.changed", row.integer(0));
        note_erasure({.action = row.text(1), .record_kind = row.text(2), .record_id = row.text(3)});
    }

    void end() {
        for (const auto number : erased_)
            if (!explained_.contains(std::to_string(number))) find("audit.unexplained_erasure", number);
        verdict.erased = static_cast<std::int64_t>(erased_.size());
        if (held_against_ && !met_)
            find("audit.removed", {{"count", std::to_string(held_against_->count)},
                                   {"sealed", std::to_string(verdict.sealed)}});
    }

    Verdict verdict;

  private:
    void contents(const db::Row& row, std::int64_t number, const Entry& entry, const db::Blob& content) {
        if (row.null(11)) {
            erased_.insert(number);
            if (entry.before || entry.after) find("audit.content_changed", number);
        } else if (content != content_digest(row.blob(11), entry)) {
            find("audit.content_changed", number);
        }
    }

    void note_erasure(const Entry& entry) {
        if (entry.action == "erase_audit_content" && entry.record_kind == "audit_entry")
            explained_.insert(entry.record_id);
    }

    void find(const char* code, std::int64_t number) { find(code, {{"number", std::to_string(number)}}); }
    void find(const char* code, Params params) {
        if (verdict.findings.size() < kMostFindings)
            verdict.findings.push_back({.code = code, .params = std::move(params)});
    }

    const std::optional<Checkpoint>& held_against_;
    bool met_ = false;
    db::Blob previous_;
    std::set<std::int64_t> erased_;
    std::set<std::string> explained_;
};

}  // namespace

Verdict verify(db::Connection& connection, const std::optional<Checkpoint>& held_against,
               const Watch& watch) {
    Walk walk(held_against);
    const auto total = connection.query_one(kCount)->integer(0);
    // A page at a time: a chain of millions does not fit the memory, and whoever waits sees how far it is.
    std::int64_t place = std::numeric_limits<std::int64_t>::min(), seen = 0;
    for (bool more = true; more;) {
        more = false;
        const db::Value arguments[] = {place, kLinksAtATime};
        connection.run(kChain, arguments, [&](const db::Row& row) {
            walk.link(row);
            place = row.integer(9);
            ++seen;
            more = true;
        });
        if (watch && !watch(seen, total)) {
            walk.verdict.cancelled = true;
            return std::move(walk.verdict);
        }
    }
    connection.run(kWaiting, {}, [&](const db::Row& row) { walk.wait(row); });
    walk.end();
    return std::move(walk.verdict);
}

}  // namespace dure::audit
