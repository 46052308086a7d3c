// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/energy/desk.hpp"
#include "server/desks/energy/live_lane.hpp"
#include "server/desks/energy/records.hpp"
#include "server/desks/energy/what_if.hpp"
#include "server/http/message.hpp"

/// The handlers of the desk's routes; each reads as the pipeline of docs/dev/architecture.md.
namespace dure::desks::energy {

using auth::Actor;
using http::Request;
using http::Response;

class PlanHandlers {
  public:
    explicit PlanHandlers(const Desk& desk) : desk_(desk) {}

    Response list_plans(const Request& request, const Actor& actor);
    Response create_plan(const Request& request, const Actor& actor);
    Response get_plan(const Request& request, const Actor& actor);
    Response replace_plan(const Request& request, const Actor& actor);
    Response delete_plan(const Request& request, const Actor& actor);
    Response restore_plan(const Request& request, const Actor& actor);
    Response get_plan_findings(const Request& request, const Actor& actor);
    Response export_plan(const Request& request, const Actor& actor);
    Response get_series(const Request& request, const Actor& actor);
    Response put_series(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
};

class AssumptionHandlers {
  public:
    explicit AssumptionHandlers(const Desk& desk) : desk_(desk) {}

    Response list_assumptions(const Request& request, const Actor& actor);
    Response change_assumption(const Request& request, const Actor& actor);
    Response list_assumption_history(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
};

class WeatherHandlers {
  public:
    explicit WeatherHandlers(const Desk& desk) : desk_(desk) {}

    Response preview_weather(const Request& request, const Actor& actor);
    Response apply_weather(const Request& request, const Actor& actor);
    Response list_series_changes(const Request& request, const Actor& actor);
    Response undo_series_change(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
};

class RunHandlers {
  public:
    explicit RunHandlers(const Desk& desk) : desk_(desk) {}

    Response list_runs(const Request& request, const Actor& actor);
    Response create_run(const Request& request, const Actor& actor);
    Response get_run(const Request& request, const Actor& actor);
    Response change_run(const Request& request, const Actor& actor);
    Response delete_run(const Request& request, const Actor& actor);
    Response restore_run(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
};

class ResultHandlers {
  public:
    explicit ResultHandlers(const Desk& desk) : desk_(desk) {}

    Response get_run_model(const Request& request, const Actor& actor);
    Response get_run_dispatch(const Request& request, const Actor& actor);
    Response get_run_duration(const Request& request, const Actor& actor);
    Response export_run_table(const Request& request, const Actor& actor);
    Response export_run_package(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
};

class WhatIfHandlers {
  public:
    explicit WhatIfHandlers(const Desk& desk) : desk_(desk), lane_(desk.most_waiting_live) {}

    Response try_plan(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
    LiveInputs inputs_;
    LiveLane lane_;
};

class ScenarioHandlers {
  public:
    explicit ScenarioHandlers(const Desk& desk) : desk_(desk) {}

    Response list_scenarios(const Request& request, const Actor& actor);
    Response create_scenario(const Request& request, const Actor& actor);
    Response get_scenario(const Request& request, const Actor& actor);
    Response replace_scenario(const Request& request, const Actor& actor);
    Response delete_scenario(const Request& request, const Actor& actor);
    Response restore_scenario(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
};

class SweepHandlers {
  public:
    explicit SweepHandlers(const Desk& desk) : desk_(desk) {}

    Response list_sweeps(const Request& request, const Actor& actor);
    Response create_sweep(const Request& request, const Actor& actor);
    Response get_sweep(const Request& request, const Actor& actor);
    Response delete_sweep(const Request& request, const Actor& actor);
    Response restore_sweep(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
};

class EnsembleHandlers {
  public:
    explicit EnsembleHandlers(const Desk& desk) : desk_(desk) {}

    Response list_ensembles(const Request& request, const Actor& actor);
    Response create_ensemble(const Request& request, const Actor& actor);
    Response get_ensemble(const Request& request, const Actor& actor);
    Response delete_ensemble(const Request& request, const Actor& actor);
    Response restore_ensemble(const Request& request, const Actor& actor);

  private:
    const Desk desk_;
};

/// The record that the path names, if the actor may know of it; else 404.
PlanRecord readable_plan(db::Connection& c, const Request& request, const Actor& actor);
RunRecord readable_run(db::Connection& c, const Request& request, const Actor& actor);

}  // namespace dure::desks::energy
