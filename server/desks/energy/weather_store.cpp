// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/weather_store.hpp"

namespace dure::desks::energy {
namespace {

const std::string kSelectSeriesChange =
    "SELECT s.id, s.plan, s.file, s.place, s.reason, s.items, s.owner, o.name, s.created, s.undone,"
    " s.undone_by, u.name FROM energy_series_change s JOIN account o ON o.id = s.owner"
    " LEFT JOIN account u ON u.id = s.undone_by WHERE s.plan = $1";
const std::string kFindSeriesChange = kSelectSeriesChange + " AND s.id = $2";
const std::string kSeriesChangesOfPlan = kSelectSeriesChange + " ORDER BY s.created DESC, s.id DESC LIMIT 50";
constexpr std::string_view kInsertSeriesChange =
    "INSERT INTO energy_series_change (id, plan, file, place, reason, items, owner, created)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view kUndoSeriesChange =
    "UPDATE energy_series_change SET undone = $2, undone_by = $3 WHERE id = $1 AND undone IS NULL";

SeriesChangeRecord series_change_of(const db::Row& row) {
    return {.id = row.text(0),
            .plan = row.text(1),
            .file = row.text(2),
            .place = row.text(3),
            .reason = row.text(4),
            .items = row.text(5),
            .owner = row.text(6),
            .owner_name = row.text(7),
            .created = row.integer(8),
            .undone = row.optional_integer(9),
            .undone_by = row.optional_text(10),
            .undone_by_name = row.optional_text(11)};
}

}  // namespace

void insert_series_change(db::Connection& c, const SeriesChangeRecord& one) {
    c.execute(kInsertSeriesChange, one.id, one.plan, one.file, one.place, one.reason, one.items, one.owner,
              one.created);
}

std::optional<SeriesChangeRecord> find_series_change(db::Connection& c, const std::string& plan,
                                                     const std::string& id) {
    const auto row = c.query_one(kFindSeriesChange, plan, id);
    if (!row) return std::nullopt;
    return series_change_of(*row);
}

std::vector<SeriesChangeRecord> plan_series_changes(db::Connection& c, const std::string& plan) {
    std::vector<SeriesChangeRecord> all;
    for (const db::Row& row : c.query(kSeriesChangesOfPlan, plan)) all.push_back(series_change_of(row));
    return all;
}

bool set_series_change_undone(db::Connection& c, const std::string& id, Instant at, const std::string& by) {
    return c.execute(kUndoSeriesChange, id, at, by) == 1;
}

}  // namespace dure::desks::energy
