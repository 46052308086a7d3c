// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/plan_run.hpp"

#include "server/desks/energy/flows.hpp"
#include "server/desks/energy/network_codec.hpp"
#include "server/desks/energy/presenter.hpp"
#include "server/desks/energy/run_store.hpp"
#include "server/desks/energy/series_store.hpp"
#include "server/jobs/stored_json.hpp"

namespace dure::desks::energy {
namespace {

RunStatus status_of(lp::Status status) {
    switch (status) {
        case lp::Status::optimal:
            return RunStatus::optimal;
        case lp::Status::infeasible:
            return RunStatus::infeasible;
        case lp::Status::unbounded:
            return RunStatus::unbounded;
        case lp::Status::limit:
            return RunStatus::limit;
        case lp::Status::cancelled:
            return RunStatus::cancelled;
    }
    return RunStatus::failed;
}

constexpr double kExplainAt = 0.98;  ///< of the job, after the solver

struct Loaded {
    RunRecord run;
    dure::energy::Network network;
    dure::energy::SeriesValues series;
};

Loaded load(db::Connection& c, const std::string& id) {
    const RunInput input = run_input(c, id);
    return {.run = find_run(c, id).value(),
            .network = decode_network(input.model).value(),
            .series = load_series(c, input.series)};
}

lp::Options options_for(const jobs::JobContext& context, const RunRecord& run, int threads) {
    lp::Options options{
        .method = method(run.method), .threads = threads, .progress = context.progress, .stop = context.stop};
    if (run.time_limit_seconds) options.time_limit_seconds = *run.time_limit_seconds;
    return options;
}

/// The result, and what is asked of it afterwards: why there is none, or how safe it is.
ResultView judged(const dure::energy::Plan& plan, const Loaded& loaded, const lp::Options& options) {
    ResultView view = present(plan, loaded.network);
    if (plan.status == lp::Status::infeasible) {
        if (options.progress)
            options.progress({.fraction = kExplainAt, .stage = "plan.explain", .details = {}});
        view.explanation = dure::energy::explain(loaded.network, loaded.series, options);
        if (!view.explanation.empty()) view.conflicts.clear();
        for (const auto& part : view.explanation) view.conflicts.push_back(part.pointer);
    }
    if (plan.status == lp::Status::optimal) {
        view.reserve = dure::energy::reserve_of(loaded.network, loaded.series, plan);
        if (!dure::energy::weather_years(loaded.network).empty() && options.progress)
            options.progress({.fraction = kExplainAt, .stage = "plan.years", .details = {}});
        view.weather_years = dure::energy::other_years(loaded.network, loaded.series, plan, options);
    }
    return view;
}

/// What the worker writes when it ends the job.
std::function<void(db::Connection&)> saving(std::string id, dure::energy::Plan plan, const ResultView& view,
                                            const dure::energy::Network& network, Clock clock) {
    const bool optimal = plan.status == lp::Status::optimal;
    auto flows = optimal ? flows_of(plan, network) : std::vector<RunSeries>();
    auto result = encode(view);
    plan.series.clear();
    return [=, flows = std::move(flows), result = std::move(result)](db::Connection& c) {
        RunRecord run = find_run(c, id).value();
        run.status = std::string(name_of(status_of(plan.status)));
        run.error = std::nullopt;
        run.updated = clock();
        if (optimal) {
            run.total_cost = plan.total_cost;
            run.co2_t = plan.co2_t;
            run.self_sufficiency = plan.self_sufficiency;
            run.renewable_share = plan.renewable_share;
        }
        update_run(c, run);
        set_run_result(c, run, result);
        set_run_series(c, run.id, flows);
    };
}

}  // namespace

jobs::Handler plan_run_handler(db::Database& database, Clock clock, int threads) {
    return [&database, clock = std::move(clock), threads](jobs::JobContext& context) -> jobs::Outcome {
        Loaded loaded =
            database.read([&](db::Connection& c) { return load(c, context.job.subject.value()); });
        auto plan =
            dure::energy::plan(loaded.network, loaded.series, options_for(context, loaded.run, threads));
        if (!plan) return {.state = jobs::State::failed, .error = std::move(plan.error().front())};
        if (plan->status == lp::Status::cancelled) return {.state = jobs::State::cancelled};
        const ResultView view = judged(*plan, loaded, options_for(context, loaded.run, threads));
        if (context.stop.stop_requested()) return {.state = jobs::State::cancelled};
        return {.state = jobs::State::done,
                .save = saving(loaded.run.id, std::move(*plan), view, loaded.network, clock)};
    };
}

jobs::Follower plan_run_follower(Clock clock) {
    return [clock = std::move(clock)](db::Connection& c, const jobs::Job& job) {
        if (job.state == jobs::State::done) return;  // the results say how
        auto run = find_run(c, job.subject.value());
        if (!run) return;  // it is being made
        run->status = std::string(jobs::name_of(job.state));
        run->error = job.error ? std::optional(jobs::to_json(*job.error)) : std::nullopt;
        run->updated = clock();
        update_run(c, *run);
    };
}

}  // namespace dure::desks::energy
