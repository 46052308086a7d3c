// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"

/// Merges of organisations in the database.
namespace dure::people {

struct Moved {
    std::string reference;  ///< its name
    std::vector<std::string> keys;
};

struct Merge {
    std::string id;
    std::string kept, kept_name;          ///< as it is called now
    std::string merged, merged_name;      ///< likewise
    std::string kept_before, kept_after;  ///< OrganisationContent as JSON
    std::string merged_by, merged_by_name;
    std::optional<Instant> undone;
    std::optional<std::string> undone_by;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::vector<Moved> moved;
};

void insert_merge(db::Connection& c, const Merge& merge);
std::optional<Merge> find_merge(db::Connection& c, const std::string& id);
/// False: the version is no longer merge.version.
bool set_merge_undone(db::Connection& c, const Merge& merge);
/// Newest first, one more than the limit where there is a next page; `below`: only those with smaller ids.
std::vector<Merge> list_merges(db::Connection& c, const std::optional<std::string>& below, int limit);

}  // namespace dure::people
