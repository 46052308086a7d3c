// SPDX-License-Identifier: Apache-2.0
// How far the measures close the gap to the target.
#include <algorithm>
#include <cmath>
#include <map>

#include "engine/energy/measures/abatement.hpp"
#include "engine/energy/measures/gap.hpp"
#include "engine/energy/period.hpp"
#include "engine/energy/units.hpp"
#include "server/desks/energy/centre/measure_views.hpp"
#include "server/desks/energy/centre/overview.hpp"
#include "server/figures/figure_store.hpp"
#include "server/figures/vocabulary_store.hpp"

namespace dure::desks::energy {

namespace rules = dure::energy::measures;

namespace {

constexpr const char* kEmissions = "ghg.managed";
constexpr const char* kShares = "ghg.reduction_share";

/// Where a number of the path comes from. derived: the share that was published times this baseline.
struct PathPoint {
    std::int64_t year = 0;
    double value_t = 0;
    std::string figure, source;
    std::optional<std::string> link;
    bool derived = false;
    std::optional<double> share_percent;
};
struct BaselineView {
    std::string code, name_ko, name_en;
    PathPoint point;
};
struct GapMeasure {
    std::string id, title;
    bool fictitious = false;
    Sector sector = Sector::residential;
    EndUseKind end_use = EndUseKind::other;
};
struct GapYearView {
    std::int64_t year = 0;
    double reference_t = 0, target_t = 0, needed_t = 0;
    std::vector<double> saved_t;
    double total_t = 0, without_overlap_t = 0, left_t = 0, left_without_overlap_t = 0, closed_percent = 0;
};
struct GapOverlap {
    std::string first, second;
    std::int64_t from_year = 0, to_year = 0;
};
/// Schema Gap.
struct GapView {
    std::string region;
    BaselineView baseline;
    std::vector<BaselineView> baselines;
    std::vector<PathPoint> targets;
    std::vector<GapMeasure> measures;
    std::vector<GapYearView> years;
    std::vector<GapOverlap> overlaps;
};
BOOST_DESCRIBE_STRUCT(PathPoint, (), (year, value_t, figure, source, link, derived, share_percent))
BOOST_DESCRIBE_STRUCT(BaselineView, (), (code, name_ko, name_en, point))
BOOST_DESCRIBE_STRUCT(GapMeasure, (), (id, title, fictitious, sector, end_use))
BOOST_DESCRIBE_STRUCT(GapYearView, (),
                      (year, reference_t, target_t, needed_t, saved_t, total_t, without_overlap_t, left_t,
                       left_without_overlap_t, closed_percent))
BOOST_DESCRIBE_STRUCT(GapOverlap, (), (first, second, from_year, to_year))
BOOST_DESCRIBE_STRUCT(GapView, (), (region, baseline, baselines, targets, measures, years, overlaps))

/// Tonnes in one of the unit of an emission figure; none: it is no unit of emissions.
std::optional<double> tonnes_in(const std::string& unit) {
    const auto from = dure::energy::read_unit(unit), to = dure::energy::read_unit("tCO2e");
    if (!from || !to) return std::nullopt;
    const auto converted = dure::energy::convert(1, *from, *to);
    return converted ? std::optional(*converted) : std::nullopt;
}

std::optional<std::int64_t> year_of(const figures::Figure& one) {
    const auto period = dure::energy::read_period(one.content.period);
    if (!period) return std::nullopt;
    return period->year();
}

PathPoint point_of(const figures::Figure& one, double value_t) {
    return {.year = year_of(one).value(),
            .value_t = value_t,
            .figure = one.id,
            .source = one.source_document.value_or(""),
            .link = one.source_link,
            .derived = one.content.method == figures::Method::derived};
}

struct Known {
    std::vector<BaselineView> baselines;
    std::vector<figures::Figure> emissions, shares;
};

Known read_known(db::Connection& c, const std::string& region) {
    Known known{.emissions = figures::series_of(c, kEmissions, {region}),
                .shares = figures::series_of(c, kShares, {region})};
    for (const figures::Baseline& one : figures::read_vocabulary(c).baselines) {
        if (one.indicator != kEmissions || one.region != region) continue;
        for (const figures::Figure& figure : known.emissions) {
            const auto unit = tonnes_in(figure.content.unit);
            if (figure.content.kind == figures::Kind::baseline && figure.content.baseline == one.code &&
                unit && year_of(figure)) {
                known.baselines.push_back(
                    {one.code, one.name_ko, one.name_en, point_of(figure, figure.content.value * *unit)});
                break;
            }
        }
    }
    return known;
}

/// The targets said against the baseline; where none were, the published shares of another are put to it.
std::vector<PathPoint> targets_of(const Known& known, const BaselineView& baseline) {
    std::map<std::int64_t, PathPoint> found;
    for (const bool own : {true, false})
        for (const figures::Figure& one : known.shares) {
            const auto year = year_of(one);
            if (!year || one.content.kind != figures::Kind::target || one.content.unit != "%") continue;
            if (own != (one.content.baseline == baseline.code) || found.contains(*year)) continue;
            // Sources say both "−45 %" and "cut by 45 %".
            const double share = std::abs(one.content.value);
            PathPoint point = point_of(one, baseline.point.value_t * (1 - share / 100));
            point.derived = true;
            point.share_percent = share;
            found.emplace(*year, point);
        }
    for (const figures::Figure& one : known.emissions) {
        const auto year = year_of(one);
        const auto unit = tonnes_in(one.content.unit);
        if (!year || !unit || one.content.kind != figures::Kind::target ||
            one.content.baseline != baseline.code)
            continue;
        PathPoint point = point_of(one, one.content.value * *unit);
        // A derived target has no source of its own: it stands on that of the share.
        if (const auto share = found.find(*year); point.source.empty() && share != found.end()) {
            point.source = share->second.source;
            point.link = share->second.link;
            point.share_percent = share->second.share_percent;
        }
        found.insert_or_assign(*year, point);
    }
    std::vector<PathPoint> targets;
    for (const auto& [year, point] : found)
        if (year > baseline.point.year) targets.push_back(point);
    return targets;
}

/// What was reported, or else what is expected.
rules::Contribution contribution_of(const Counted& one) {
    rules::Contribution contribution{.id = one.kept.id,
                                     .sector = std::string(name_of(one.content.sector)),
                                     .end_use = std::string(name_of(one.content.end_use)),
                                     .saved = {}};
    for (const MeasureYear& year : one.content.years)
        contribution.saved.push_back({static_cast<int>(year.year), year.actual_t.value_or(year.expected_t)});
    return contribution;
}

std::vector<GapOverlap> overlaps_of(const std::vector<Counted>& measures) {
    std::vector<rules::Option> options;
    for (const Counted& one : measures)
        if (!one.content.years.empty())
            options.push_back({.id = one.kept.id,
                               .sector = std::string(name_of(one.content.sector)),
                               .end_use = std::string(name_of(one.content.end_use)),
                               .first_year = static_cast<int>(one.content.years.front().year),
                               .last_year = static_cast<int>(one.content.years.back().year)});
    std::vector<GapOverlap> found;
    for (const rules::Overlap& one : rules::overlaps_of(options))
        found.push_back({one.first, one.second, one.from_year, one.to_year});
    return found;
}

}  // namespace

http::Response OverviewHandlers::get_gap(const http::Request& request, const auth::Actor&) {
    http::Query query(request);
    const std::string region = query.text("region", 60).value_or("kr.daegu");
    const auto wanted = query.text("baseline", 60);
    query.done();
    const auto [known, measures] = desk_.database.read(
        [&](db::Connection& c) { return std::pair(read_known(c, region), counted_measures(c)); });
    if (known.baselines.empty()) http::refuse(409, "measure.no_baseline");
    const auto chosen =
        wanted ? std::ranges::find(known.baselines, *wanted, &BaselineView::code) : known.baselines.begin();
    if (chosen == known.baselines.end())
        http::refuse_fields({{.code = "measure.unknown_baseline", .pointer = "/query/baseline"}});
    GapView view{.region = region, .baseline = *chosen, .baselines = known.baselines};
    view.targets = targets_of(known, *chosen);
    if (view.targets.empty()) http::refuse(409, "measure.no_target");
    std::vector<rules::YearValue> path{{static_cast<int>(chosen->point.year), chosen->point.value_t}};
    for (const PathPoint& point : view.targets) path.push_back({static_cast<int>(point.year), point.value_t});
    std::vector<rules::Contribution> contributions;
    for (const Counted& one : measures) {
        view.measures.push_back(
            {one.kept.id, one.content.title, one.kept.fictitious, one.content.sector, one.content.end_use});
        contributions.push_back(contribution_of(one));
    }
    const auto years =
        rules::gap_to_target(path, {path.front()}, contributions, path.front().year, path.back().year);
    if (!years) http::refuse(409, years.error().code, years.error().params);
    for (const rules::GapYear& one : *years)
        view.years.push_back({one.year, one.reference, one.target, one.needed, one.saved, one.total,
                              one.without_overlap, one.left, one.left_without_overlap, one.closed_percent});
    view.overlaps = overlaps_of(measures);
    return http::json_text(codec::encode(view));
}

}  // namespace dure::desks::energy
