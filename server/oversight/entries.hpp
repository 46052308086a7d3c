// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/time.hpp"
#include "server/audit/audit.hpp"
#include "server/db/database.hpp"
#include "server/http/message.hpp"

/// The audit as people read it: of one record, or of all.
namespace dure::oversight {

/// An entry, who its actor is called, and where it stands in the chain.
struct Line {
    audit::Recorded recorded;
    std::optional<std::string> actor_name;
    bool sealed = false, erased = false;
    std::vector<std::string> deputy_for;  ///< in whose place the actor could act at the time, by name
};

struct EntryQuery {
    std::optional<std::string> record_kind, record_id, actor, action;
    std::optional<Instant> from, until;  ///< from ≤ at < until
    std::optional<std::int64_t> below;   ///< only entries with smaller numbers: the next page
    int limit = 50;
};

/// Newest first; one more than the limit where there is a next page.
std::vector<Line> list(db::Connection& c, const EntryQuery& query);

/// The query of a record's history: cursor and limit.
EntryQuery read_history_query(const http::Request& request, std::string_view record_kind,
                              std::string record_id);

/// Schema AuditEntryPage.
std::string page_of(db::Connection& c, const EntryQuery& query);

}  // namespace dure::oversight
