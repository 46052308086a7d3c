// SPDX-License-Identifier: Apache-2.0
// The monitoring report of a year.
#include <algorithm>
#include <map>

#include "server/desks/energy/centre/measure_views.hpp"
#include "server/desks/energy/centre/overview.hpp"
#include "server/desks/energy/centre/programme.hpp"
#include "server/desks/energy/centre/programme_described.hpp"

namespace dure::desks::energy {
namespace {

struct ReportMeasure {
    MeasureSummary measure;
    MeasureYearView year;  ///< zero expected where the measure states nothing of the year
    std::string method, method_source;
    std::vector<MeasureMilestone> milestones;  ///< due or done in the year
};
struct ReportCount {
    std::string status;
    std::int64_t count = 0;
};
struct ReportProgramme {
    std::string id, title;
    bool fictitious = false;
    std::string currency;
    std::vector<ProgrammeResult> results;  ///< of the year
};
/// Schema MonitoringReport.
struct ReportView {
    std::int64_t year = 0;
    std::string judged_on;
    std::vector<ReportCount> counts;
    std::vector<ReportMeasure> measures;
    MeasureYearView total;
    std::int64_t reported = 0;  ///< measures with an actual for the year
    std::vector<ReportProgramme> programmes;
};
BOOST_DESCRIBE_STRUCT(ReportMeasure, (), (measure, year, method, method_source, milestones))
BOOST_DESCRIBE_STRUCT(ReportCount, (), (status, count))
BOOST_DESCRIBE_STRUCT(ReportProgramme, (), (id, title, fictitious, currency, results))
BOOST_DESCRIBE_STRUCT(ReportView, (), (year, judged_on, counts, measures, total, reported, programmes))

void add(std::optional<double>& sum, const std::optional<double>& value) {
    if (value) sum = sum.value_or(0) + *value;
}

bool in_year(const std::string& day, std::int64_t year) {
    return day.substr(0, 4) == std::to_string(year);
}

}  // namespace

http::Response OverviewHandlers::get_monitoring_report(const http::Request& request,
                                                       const auth::Actor& actor) {
    const std::string day = today(desk_.clock);
    http::Query query(request);
    ReportView view{.year = query.integer("year", 1990, 2100, std::stoll(day.substr(0, 4))),
                    .judged_on = day};
    query.done();
    const auto [measures, programmes] = desk_.database.read([](db::Connection& c) {
        return std::pair(all_kept(c, "energy_measure"), all_kept(c, "energy_programme"));
    });
    std::map<std::string, std::int64_t> counts;
    MeasureYear total{.year = view.year, .actual_source = {}};
    for (const Kept& kept : measures) {
        const MeasureContent content = measure_in(kept);
        const std::string year = std::to_string(view.year);
        if (content.begins.substr(0, 4) > year || content.ends.substr(0, 4) < year) continue;
        ReportMeasure one{.measure = measures_->summarise(kept, content, actor, day),
                          .year = year_view({.year = view.year, .actual_source = {}}),
                          .method = content.method,
                          .method_source = content.method_source,
                          .milestones = {}};
        ++counts[boost::describe::enum_to_string(one.measure.status, "")];
        const auto stated = std::ranges::find(content.years, view.year, &MeasureYear::year);
        if (stated != content.years.end() && !content.cancelled) {
            one.year = year_view(*stated);
            total.expected_mwh += stated->expected_mwh;
            total.expected_t += stated->expected_t;
            add(total.actual_mwh, stated->actual_mwh);
            add(total.actual_t, stated->actual_t);
            if (stated->actual_mwh || stated->actual_t) ++view.reported;
        }
        for (const MeasureMilestone& milestone : content.milestones)
            if (in_year(milestone.due, view.year) || (milestone.done && in_year(*milestone.done, view.year)))
                one.milestones.push_back(milestone);
        view.measures.push_back(std::move(one));
    }
    view.total = year_view(total);
    for (const auto& [status, count] : counts) view.counts.push_back({status, count});
    for (const Kept& kept : programmes) {
        const ProgrammeContent content = programme_in(kept);
        ReportProgramme one{.id = kept.id,
                            .title = content.title,
                            .fictitious = kept.fictitious,
                            .currency = content.currency,
                            .results = {}};
        for (const ProgrammeResult& result : content.results)
            if (result.year == view.year) one.results.push_back(result);
        if (!one.results.empty()) view.programmes.push_back(std::move(one));
    }
    return http::json_text(codec::encode(view));
}

}  // namespace dure::desks::energy
