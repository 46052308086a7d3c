// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/routes.hpp"

#include "server/desks/energy/handlers.hpp"
#include "server/desks/energy/policy.hpp"

namespace dure::desks::energy {
namespace {

constexpr std::size_t kModelLimit = std::size_t{8} << 20;
constexpr std::size_t kFilesLimit = std::size_t{48} << 20;

}  // namespace

std::vector<auth::Operation> operations(const Desk& desk) {
    const auto plan = [handlers = std::make_shared<PlanHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto run = [handlers = std::make_shared<RunHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto result = [handlers = std::make_shared<ResultHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto live = [handlers = std::make_shared<WhatIfHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto many = [handlers = std::make_shared<EnsembleHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto assumed = [handlers = std::make_shared<AssumptionHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto weather = [handlers = std::make_shared<WeatherHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto scenario = [handlers = std::make_shared<ScenarioHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto sweep = [handlers = std::make_shared<SweepHandlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using C = ScenarioHandlers;
    using W = SweepHandlers;
    using A = AssumptionHandlers;
    using P = PlanHandlers;
    using R = RunHandlers;
    using S = ResultHandlers;
    using E = EnsembleHandlers;
    using H = WeatherHandlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/energy/plans",                                "list_plans",        kReaders,  forbidden, plan(&P::list_plans)},
        {"POST",   "/api/v1/energy/plans",                                "create_plan",       kPlanners, forbidden, plan(&P::create_plan), kFilesLimit},
        {"GET",    "/api/v1/energy/plans/{plan_id}",                      "get_plan",          kReaders,  not_found, plan(&P::get_plan)},
        {"PUT",    "/api/v1/energy/plans/{plan_id}",                      "replace_plan",      kPlanners, not_found, plan(&P::replace_plan), kModelLimit},
        {"DELETE", "/api/v1/energy/plans/{plan_id}",                      "delete_plan",       kPlanners, not_found, plan(&P::delete_plan)},
        {"POST",   "/api/v1/energy/plans/{plan_id}/restore",              "restore_plan",      kPlanners, not_found, plan(&P::restore_plan)},
        {"GET",    "/api/v1/energy/plans/{plan_id}/findings",             "get_plan_findings", kReaders,  not_found, plan(&P::get_plan_findings)},
        {"GET",    "/api/v1/energy/plans/{plan_id}/files",                "export_plan",       kReaders,  not_found, plan(&P::export_plan)},
        {"GET",    "/api/v1/energy/plans/{plan_id}/series/{series_name}", "get_series",        kReaders,  not_found, plan(&P::get_series)},
        {"PUT",    "/api/v1/energy/plans/{plan_id}/series/{series_name}", "put_series",        kPlanners, not_found, plan(&P::put_series), kModelLimit},
        {"GET",    "/api/v1/energy/plans/{plan_id}/assumptions",          "list_assumptions",  kReaders,  not_found, assumed(&A::list_assumptions)},
        {"PUT",    "/api/v1/energy/plans/{plan_id}/assumptions/{assumption_at}", "change_assumption", kPlanners, not_found, assumed(&A::change_assumption)},
        {"GET",    "/api/v1/energy/plans/{plan_id}/assumptions/{assumption_at}/history", "list_assumption_history", kReaders, not_found, assumed(&A::list_assumption_history)},
        {"POST",   "/api/v1/energy/plans/{plan_id}/weather/preview",      "preview_weather",   kPlanners, not_found, weather(&H::preview_weather), kModelLimit},
        {"POST",   "/api/v1/energy/plans/{plan_id}/weather",              "apply_weather",     kPlanners, not_found, weather(&H::apply_weather), kModelLimit},
        {"GET",    "/api/v1/energy/plans/{plan_id}/series_changes",       "list_series_changes", kReaders, not_found, weather(&H::list_series_changes)},
        {"POST",   "/api/v1/energy/plans/{plan_id}/series_changes/{series_change_id}/undo", "undo_series_change", kPlanners, not_found, weather(&H::undo_series_change)},
        {"POST",   "/api/v1/energy/plans/{plan_id}/what_if",              "try_plan",          kPlanners, not_found, live(&WhatIfHandlers::try_plan)},
        {"GET",    "/api/v1/energy/plans/{plan_id}/runs",                 "list_runs",         kReaders,  not_found, run(&R::list_runs)},
        {"POST",   "/api/v1/energy/plans/{plan_id}/runs",                 "create_run",        kPlanners, not_found, run(&R::create_run)},
        {"GET",    "/api/v1/energy/runs/{run_id}",                        "get_run",           kReaders,  not_found, run(&R::get_run)},
        {"PATCH",  "/api/v1/energy/runs/{run_id}",                        "change_run",        kPlanners, not_found, run(&R::change_run)},
        {"DELETE", "/api/v1/energy/runs/{run_id}",                        "delete_run",        kPlanners, not_found, run(&R::delete_run)},
        {"POST",   "/api/v1/energy/runs/{run_id}/restore",                "restore_run",       kPlanners, not_found, run(&R::restore_run)},
        {"GET",    "/api/v1/energy/runs/{run_id}/model",                  "get_run_model",     kReaders,  not_found, result(&S::get_run_model)},
        {"GET",    "/api/v1/energy/runs/{run_id}/dispatch",               "get_run_dispatch",  kReaders,  not_found, result(&S::get_run_dispatch)},
        {"GET",    "/api/v1/energy/runs/{run_id}/duration",               "get_run_duration",  kReaders,  not_found, result(&S::get_run_duration)},
        {"GET",    "/api/v1/energy/runs/{run_id}/tables/{table}",         "export_run_table",  kReaders,  not_found, result(&S::export_run_table)},
        {"GET",    "/api/v1/energy/runs/{run_id}/package",                "export_run_package", kReaders, not_found, result(&S::export_run_package)},
        {"GET",    "/api/v1/energy/plans/{plan_id}/ensembles",            "list_ensembles",    kReaders,  not_found, many(&E::list_ensembles)},
        {"POST",   "/api/v1/energy/plans/{plan_id}/ensembles",            "create_ensemble",   kPlanners, not_found, many(&E::create_ensemble)},
        {"GET",    "/api/v1/energy/ensembles/{ensemble_id}",              "get_ensemble",      kReaders,  not_found, many(&E::get_ensemble)},
        {"DELETE", "/api/v1/energy/ensembles/{ensemble_id}",              "delete_ensemble",   kPlanners, not_found, many(&E::delete_ensemble)},
        {"POST",   "/api/v1/energy/ensembles/{ensemble_id}/restore",      "restore_ensemble",  kPlanners, not_found, many(&E::restore_ensemble)},
        {"GET",    "/api/v1/energy/plans/{plan_id}/scenarios",            "list_scenarios",    kReaders,  not_found, scenario(&C::list_scenarios)},
        {"POST",   "/api/v1/energy/plans/{plan_id}/scenarios",            "create_scenario",   kPlanners, not_found, scenario(&C::create_scenario)},
        {"GET",    "/api/v1/energy/scenarios/{scenario_id}",              "get_scenario",      kReaders,  not_found, scenario(&C::get_scenario)},
        {"PUT",    "/api/v1/energy/scenarios/{scenario_id}",              "replace_scenario",  kPlanners, not_found, scenario(&C::replace_scenario)},
        {"DELETE", "/api/v1/energy/scenarios/{scenario_id}",              "delete_scenario",   kPlanners, not_found, scenario(&C::delete_scenario)},
        {"POST",   "/api/v1/energy/scenarios/{scenario_id}/restore",      "restore_scenario",  kPlanners, not_found, scenario(&C::restore_scenario)},
        {"GET",    "/api/v1/energy/plans/{plan_id}/sweeps",               "list_sweeps",       kReaders,  not_found, sweep(&W::list_sweeps)},
        {"POST",   "/api/v1/energy/plans/{plan_id}/sweeps",               "create_sweep",      kPlanners, not_found, sweep(&W::create_sweep)},
        {"GET",    "/api/v1/energy/sweeps/{sweep_id}",                    "get_sweep",         kReaders,  not_found, sweep(&W::get_sweep)},
        {"DELETE", "/api/v1/energy/sweeps/{sweep_id}",                    "delete_sweep",      kPlanners, not_found, sweep(&W::delete_sweep)},
        {"POST",   "/api/v1/energy/sweeps/{sweep_id}/restore",            "restore_sweep",     kPlanners, not_found, sweep(&W::restore_sweep)},
    };
    // clang-format on
}

}  // namespace dure::desks::energy
