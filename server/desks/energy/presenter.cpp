// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/presenter.hpp"

#include <fmt/format.h>

#include "engine/base/utc_text.hpp"
#include "server/desks/energy/labels.hpp"
#include "server/desks/energy/policy.hpp"
#include "server/jobs/job.hpp"

namespace dure::desks::energy {
namespace {

std::vector<std::string> actions_on(const RunRecord& run, const auth::Actor& reader) {
    std::vector<std::string> actions;
    if (can(reader, RunAction::change, run)) actions.emplace_back("change_run");
    if (can(reader, RunAction::remove, run)) {
        actions.emplace_back("delete_run");
        if (run.job) jobs::add_actions(run.status, actions);
    }
    if (run.deleted && can(reader, RunAction::restore, run)) actions.emplace_back("restore_run");
    return actions;
}

std::vector<std::string> actions_on(const PlanRecord& plan, const auth::Actor& reader) {
    std::vector<std::string> actions;
    if (can(reader, PlanAction::change, plan)) {
        actions.emplace_back("replace_plan");
        actions.emplace_back("put_series");
    }
    if (can(reader, PlanAction::run, plan)) actions.emplace_back("create_run");
    if (can(reader, PlanAction::remove, plan)) actions.emplace_back("delete_plan");
    if (plan.deleted && can(reader, PlanAction::restore, plan)) actions.emplace_back("restore_plan");
    return actions;
}

TechnologyView present(const dure::energy::TechnologyResult& result, const dure::energy::Network& network) {
    TechnologyView view;
    static_cast<dure::energy::TechnologyResult&>(view) = result;
    label(network, result.kind, result.name, view);
    if (result.kind == "shedding") label(network.buses, result.bus, view);
    return view;
}

LimitView present(const dure::energy::LimitResult& result, const dure::energy::Network& network) {
    LimitView view;
    static_cast<dure::energy::LimitResult&>(view) = result;
    label(network.limits, result.name, view);
    return view;
}

BusView present(const dure::energy::BusResult& result, const dure::energy::Network& network) {
    BusView view{.name = result.name,
                 .demand_mwh = result.demand_mwh,
                 .shed_mwh = result.shed_mwh,
                 .max_abs_imbalance_mw = result.max_abs_imbalance_mw,
                 .peak_mw = result.peak_mw};
    label(network.buses, result.name, view);
    for (const auto& bus : network.buses)
        if (bus.name == result.name) view.carrier = bus.carrier;
    if (!result.price.empty()) {
        double sum = 0;
        for (const double price : result.price) sum += price;
        view.mean_price = sum / static_cast<double>(result.price.size());
        view.maximum_price = *std::ranges::max_element(result.price);
    }
    return view;
}

}  // namespace

RunSummary present(const RunRecord& run, const auth::Actor& reader) {
    return {.id = run.id,
            .plan = run.plan,
            .plan_name = run.plan_name,
            .number = run.number,
            .label = run.label,
            .status = run_status(run.status),
            .job = run.job,
            .owner = run.owner,
            .owner_name = run.owner_name,
            .total_cost = run.total_cost,
            .currency = run.currency,
            .co2_t = run.co2_t,
            .self_sufficiency = run.self_sufficiency,
            .renewable_share = run.renewable_share,
            .assumptions = run.assumptions,
            .without_source = run.without_source,
            .scenario = run.scenario,
            .scenario_name = run.scenario_name,
            .version = run.version,
            .created = utc_text(run.created),
            .updated = utc_text(run.updated),
            .deleted = utc_text(run.deleted),
            .actions = actions_on(run, reader)};
}

RunDetails present(const RunRecord& run, std::optional<std::string> result, const auth::Actor& reader) {
    RunDetails view;
    static_cast<RunSummary&>(view) = present(run, reader);
    view.method = method(run.method);
    view.time_limit_seconds = run.time_limit_seconds;
    if (run.error) view.error = codec::RawJson{*run.error};
    if (result) view.result = codec::RawJson{std::move(*result)};
    return view;
}

PlanSummary present(const PlanRecord& plan, const auth::Actor& reader) {
    PlanSummary view{.id = plan.id,
                     .name = plan.name,
                     .description = plan.description,
                     .language = language(plan.language),
                     .owner = plan.owner,
                     .owner_name = plan.owner_name,
                     .example = plan.example,
                     .periods = plan.periods,
                     .runs = plan.runs,
                     .version = plan.version,
                     .created = utc_text(plan.created),
                     .updated = utc_text(plan.updated),
                     .deleted = utc_text(plan.deleted),
                     .actions = actions_on(plan, reader)};
    if (plan.last_run) view.last_run = present(*plan.last_run, reader);
    return view;
}

PlanDetails present(const PlanRecord& plan, std::string model, std::span<const SeriesRecord> series,
                    const auth::Actor& reader) {
    PlanDetails view;
    static_cast<PlanSummary&>(view) = present(plan, reader);
    view.model.text = std::move(model);
    std::vector<SeriesSummary> summaries;
    for (const SeriesRecord& one : series)
        summaries.push_back({.name = one.name,
                             .length = one.length,
                             .sum = one.total,
                             .minimum = one.minimum,
                             .maximum = one.maximum});
    view.series.text = encode(summaries);
    return view;
}

std::string tag_of(const PlanRecord& plan) {
    return fmt::format("\"{}.{}.{}\"", plan.version, plan.runs, plan.last_run ? plan.last_run->version : 0);
}

ResultView present(const dure::energy::Plan& plan, const dure::energy::Network& network) {
    ResultView view{.method = plan.method,
                    .iterations = plan.iterations,
                    .build_seconds = plan.build_seconds,
                    .solve_seconds = plan.solve_seconds,
                    .rows = plan.rows,
                    .columns = plan.columns,
                    .entries = plan.entries,
                    .certificate = plan.certificate,
                    .conflicts = plan.conflicts};
    if (plan.status != lp::Status::optimal) return view;
    view.total_cost = plan.total_cost;
    view.existing_capital_cost = plan.existing_capital_cost;
    view.co2_t = plan.co2_t;
    view.demand_mwh = plan.demand_mwh;
    view.shed_mwh = plan.shed_mwh;
    view.self_sufficiency = plan.self_sufficiency;
    view.renewable_share = plan.renewable_share;
    view.investment = plan.investment;
    for (const auto& one : plan.technologies) view.technologies.push_back(present(one, network));
    for (const auto& one : plan.limits) view.limits.push_back(present(one, network));
    for (const auto& one : plan.buses) view.buses.push_back(present(one, network));
    return view;
}

}  // namespace dure::desks::energy
