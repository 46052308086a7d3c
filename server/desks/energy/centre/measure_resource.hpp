// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/energy/centre/measure.hpp"
#include "server/desks/energy/centre/resource.hpp"

namespace dure::desks::energy {

/// A reason of a status; the sentence stands in messages/ under measure.reason.<code>.
struct ReasonView {
    dure::energy::measures::Status weight = dure::energy::measures::Status::on_track;
    std::string code;
    std::map<std::string, std::string> params;
};
/// With toe beside MWh.
struct MeasureYearView : MeasureYear {
    double expected_toe = 0;
    std::optional<double> actual_toe;
};
/// Schema MeasureSummary: what lists and reports show.
struct MeasureSummary {
    std::string id, title, language, responsible;
    Sector sector = Sector::residential;
    EndUseKind end_use = EndUseKind::other;
    std::string begins, ends, currency;
    std::int64_t price_year = 0;
    std::optional<double> budget, spent;
    dure::energy::measures::Status status = dure::energy::measures::Status::on_track;
    std::vector<ReasonView> reasons;
    std::string judged_on;  ///< the day of which the status is
    /// Of the year in which it saves most CO2.
    double most_t = 0, most_mwh = 0, most_toe = 0;
    std::optional<std::int64_t> most_year;
    bool fictitious = false;
    std::string owner_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};
/// Schema Measure: a view's years carry toe too.
struct MeasureView : MeasureSummary {
    std::string summary, budget_source;
    std::optional<double> investment, lifetime_years, yearly_cost, energy_price;
    std::string cost_source, method, method_source;
    std::vector<MeasureYearView> years;
    std::vector<MeasureMilestone> milestones;
    std::vector<MeasureEvidence> evidence;
    bool cancelled = false;
    std::string cancel_reason;
};

class MeasureResource : public Resource {
  public:
    explicit MeasureResource(Clock clock);

    Checked<Written> read(std::string_view json) const override;
    std::string present(db::Connection& c, const Kept& one, const auth::Actor& reader) const override;
    std::string summary(db::Connection& c, const Kept& one, const auth::Actor& reader) const override;
    Listing listing(http::Query& query) const override;
    std::span<const lists::DownloadColumn> columns() const override;
    tables::Cell cell(const Kept& one, std::string_view column, const lists::Download& wanted) const override;

    /// As reports show it, on a day.
    MeasureSummary summarise(const Kept& one, const MeasureContent& content, const auth::Actor& reader,
                             const std::string& day) const;

  private:
    const Clock clock_;
};

/// What was kept as a measure.
MeasureContent measure_in(const Kept& one);
MeasureYearView year_view(const MeasureYear& year);

}  // namespace dure::desks::energy
