// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/sweep_views.hpp"

#include <fmt/format.h>

#include "engine/base/utc_text.hpp"
#include "server/desks/energy/labels.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/jobs/job.hpp"

namespace dure::lp {

BOOST_DESCRIBE_ENUM(Status, optimal, infeasible, unbounded, limit, cancelled)

}  // namespace dure::lp

namespace dure::energy {

BOOST_DESCRIBE_STRUCT(SweptParameter, (), (at, values))
std::span<const codec::Rule> json_rules(const SweptParameter*) {
    static const codec::Rule rules[] = {
        codec::required("at").length(1, 400),
        codec::required("values").items(1, 100).at_least(-1e15).at_most(1e15)};
    return rules;
}
BOOST_DESCRIBE_STRUCT(Ranged, (), (at, low, high))
BOOST_DESCRIBE_STRUCT(SampleCapacity, (), (mw, mwh))

}  // namespace dure::energy

namespace dure::desks::energy {
namespace {

constexpr std::size_t kMostPoints = 400;

/// Schema SweepPoint.
struct Point {
    std::int64_t number = 0;
    lp::Status status = lp::Status::limit;
    std::vector<dure::energy::Change> changes;
    std::optional<double> total_cost, co2_t, shed_mwh, investment, self_sufficiency, renewable_share;
    std::vector<dure::energy::SampleCapacity> capacities;
};
BOOST_DESCRIBE_STRUCT(Point, (),
                      (number, status, changes, total_cost, co2_t, shed_mwh, investment, self_sufficiency,
                       renewable_share, capacities))

std::vector<std::string> actions_on(const SweepRecord& one, const auth::Actor& reader) {
    std::vector<std::string> actions;
    if (!owns(reader, one.owner)) return actions;
    if (one.deleted) {
        actions.emplace_back("restore_sweep");
    } else {
        actions.emplace_back("delete_sweep");
        if (one.job_state) jobs::add_actions(*one.job_state, actions);
    }
    return actions;
}

}  // namespace

BOOST_DESCRIBE_ENUM(SweepKind, sweep, tornado)
BOOST_DESCRIBE_STRUCT(NewSweep, (), (label, scenario, kind, parameters))
std::span<const codec::Rule> json_rules(const NewSweep*) {
    static const codec::Rule rules[] = {codec::optional("label").length(0, 200), codec::required("kind"),
                                        codec::optional("parameters").items(0, 2)};
    return rules;
}
void json_check(const NewSweep& wanted, codec::Reader& reader) {
    if (wanted.kind == SweepKind::sweep && wanted.parameters.empty())
        reader.refuse("sweep.nothing_swept", {}, "/parameters");
    if (wanted.kind == SweepKind::tornado && !wanted.parameters.empty())
        reader.refuse("sweep.tornado_takes_none", {}, "/parameters");
    std::size_t points = 1;
    for (const auto& parameter : wanted.parameters) points *= parameter.values.size();
    if (points > kMostPoints)
        reader.refuse("sweep.too_many",
                      {{"count", std::to_string(points)}, {"most", std::to_string(kMostPoints)}},
                      "/parameters");
}
BOOST_DESCRIBE_STRUCT(SweepSpec, (), (parameters, ranges, left_out))
BOOST_DESCRIBE_STRUCT(SweepSummary, (),
                      (id, plan, plan_name, number, label, kind, scenario, scenario_name, status, job, owner,
                       owner_name, currency, points, done, version, created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(SweepTechnology, (), (kind, name, label_ko, label_en))
BOOST_DESCRIBE_STRUCT(SweepDetails, (SweepSummary), (specification, names, technologies, results))
BOOST_DESCRIBE_STRUCT(SweepPage, (), (items, next_cursor))

Checked<NewSweep> decode_new_sweep(std::string_view json) {
    return codec::decode<NewSweep>(json);
}
SweepSpec decode_sweep_spec(std::string_view json) {
    return codec::decode<SweepSpec>(json).value();
}
std::string encode(const SweepSpec& spec) {
    return codec::encode(spec);
}
std::string encode(const SweepDetails& view) {
    return codec::encode(view);
}
std::string encode(const SweepPage& page) {
    return codec::encode(page);
}
std::string encode(const dure::energy::PointResult& result, std::span<const dure::energy::Change> changes) {
    Point point{
        .number = result.number, .status = result.status, .changes = {changes.begin(), changes.end()}};
    if (result.status == lp::Status::optimal) {
        point.total_cost = result.total_cost;
        point.co2_t = result.co2_t;
        point.shed_mwh = result.shed_mwh;
        point.investment = result.investment;
        point.self_sufficiency = result.self_sufficiency;
        point.renewable_share = result.renewable_share;
        point.capacities = result.capacities;
    }
    return codec::encode(point);
}

std::string_view name_of(SweepKind kind) {
    return kind == SweepKind::sweep ? "sweep" : "tornado";
}
SweepKind sweep_kind(std::string_view name) {
    return name == "sweep" ? SweepKind::sweep : SweepKind::tornado;
}

SweepSummary present(const SweepRecord& one, const auth::Actor& reader) {
    return {.id = one.id,
            .plan = one.plan,
            .plan_name = one.plan_name,
            .number = one.number,
            .label = one.label,
            .kind = sweep_kind(one.kind),
            .scenario = one.scenario,
            .scenario_name = one.scenario_name,
            .status = one.job_state.value_or("interrupted"),
            .job = one.job,
            .owner = one.owner,
            .owner_name = one.owner_name,
            .currency = one.currency,
            .points = one.points,
            .done = one.done,
            .version = one.version,
            .created = utc_text(one.created),
            .updated = utc_text(one.updated),
            .deleted = utc_text(one.deleted),
            .actions = actions_on(one, reader)};
}

SweepDetails present(const SweepRecord& one, const dure::energy::Network& network,
                     std::vector<std::string> results, const auth::Actor& reader) {
    SweepDetails view;
    static_cast<SweepSummary&>(view) = present(one, reader);
    view.specification = decode_sweep_spec(one.specification);
    for (const auto& parameter : view.specification.parameters)
        view.names.push_back(name_of(network, parameter.at));
    for (const auto& range : view.specification.ranges) view.names.push_back(name_of(network, range.at));
    for (const auto& at : view.specification.left_out) view.names.push_back(name_of(network, at));
    for (const auto& [kind, name] : dure::energy::sample_technologies(network)) {
        auto& technology = view.technologies.emplace_back(SweepTechnology{.kind = kind, .name = name});
        label(network, kind, name, technology);
    }
    for (std::string& result : results) view.results.push_back({std::move(result)});
    return view;
}

std::string tag_of(const SweepRecord& one) {
    return fmt::format("\"{}.{}.{}\"", one.version, one.done, one.job_state.value_or(""));
}

std::vector<std::vector<dure::energy::Change>> points_of(SweepKind kind, const SweepSpec& spec) {
    return kind == SweepKind::sweep ? dure::energy::sweep_points(spec.parameters)
                                    : dure::energy::tornado_points(spec.ranges);
}

}  // namespace dure::desks::energy
