// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"

namespace dure::desks::energy {

/// A time that series of a plan were made from a weather file. `items`: JSON of ChangedSeries.
struct SeriesChangeRecord {
    std::string id, plan, file, place, reason, items, owner, owner_name;
    Instant created = 0;
    std::optional<Instant> undone;
    std::optional<std::string> undone_by, undone_by_name;
};

void insert_series_change(db::Connection& c, const SeriesChangeRecord& one);
std::optional<SeriesChangeRecord> find_series_change(db::Connection& c, const std::string& plan,
                                                     const std::string& id);
/// The latest fifty, newest first.
std::vector<SeriesChangeRecord> plan_series_changes(db::Connection& c, const std::string& plan);
/// False: it was undone already.
bool set_series_change_undone(db::Connection& c, const std::string& id, Instant at, const std::string& by);

}  // namespace dure::desks::energy
