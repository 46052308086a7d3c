// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"

/// Who changed what. Entries are only ever added.
namespace dure::audit {

struct Entry {
    Instant at = 0;
    std::string actor;        ///< account; empty: the program itself
    std::string action;       ///< operation id of the contract, or a command's name
    std::string record_kind;  ///< "energy_plan"
    std::string record_id;
    std::optional<std::string> before,
        after;               ///< JSON of the record; none before it was made, after it was deleted
    std::string request_id;  ///< or the job's id
};

/// Writes the entry in the transaction of the change itself.
void record(db::Connection& connection, const Entry& entry);
/// Thousands at once.
void record_many(db::Connection& connection, std::span<const Entry> entries);

struct Recorded {
    std::int64_t number = 0;  ///< ascending in the order in which entries were begun
    Entry entry;
};

struct Filter {
    std::optional<std::string> record_kind, record_id, actor;
    std::optional<std::int64_t> below;  ///< only entries with smaller numbers: the next page
    int limit = 50;
};

/// Newest first.
std::vector<Recorded> list(db::Connection& connection, const Filter& filter);

}  // namespace dure::audit
