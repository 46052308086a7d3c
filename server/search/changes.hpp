// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"

/// Records found by their text. The indexes are in memory; what changes is noted in the database.
namespace dure::search {

/// Tells every index, of this process and others, that a record may have to be read again. In the transaction
/// of the change. kind: what the record is, "organisation", "member", "cluster", …
void note_change(db::Connection& c, std::string_view kind, std::string_view record, Instant now);

/// The same of thousands.
void note_changes(db::Connection& c, std::string_view kind, std::span<const std::string> records,
                  Instant now);

/// Removes changes of more than a day ago.
void prune_changes(db::Connection& c, Instant now);

/// Makes every index read everything anew.
inline constexpr std::string_view kEverything = "everything";

}  // namespace dure::search
