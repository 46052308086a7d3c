// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/plan.hpp"

#include <chrono>

#include "engine/energy/build.hpp"
#include "engine/energy/conflicts.hpp"
#include "engine/energy/results.hpp"

namespace dure::energy {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

void report(const lp::Options& options, double fraction, std::string stage) {
    if (options.progress) options.progress({.fraction = fraction, .stage = std::move(stage), .details = {}});
}

constexpr double kSolveFrom = 0.05, kSolveTo = 0.98;

/// The solver's own progress, as a part of the whole job's.
lp::Options while_solving(const lp::Options& options) {
    lp::Options inner = options;
    if (options.progress)
        inner.progress = [&options](const Progress& p) {
            options.progress({.fraction = kSolveFrom + (kSolveTo - kSolveFrom) * p.fraction,
                              .stage = "plan.solve",
                              .details = p.details});
        };
    return inner;
}

}  // namespace

Checked<Plan> plan(const Network& network, const SeriesValues& series, const lp::Options& options) {
    report(options, 0, "plan.check");
    if (Errors errors = check(network, series); !errors.empty()) return std::unexpected(std::move(errors));

    report(options, 0.02, "plan.build");
    const auto begin = Clock::now();
    const Indexed indexed = index(network, series);
    const Program model = build(indexed);
    const double build_seconds = seconds_since(begin);

    report(options, kSolveFrom, "plan.solve");
    const auto solution = lp::solve(model.problem, while_solving(options));
    if (!solution) return std::unexpected(Errors{solution.error()});

    report(options, kSolveTo, "plan.read");
    auto result = read_plan(indexed, model, *solution);
    if (!result) return std::unexpected(Errors{result.error()});
    result->build_seconds = build_seconds;
    result->start = solution->start;
    if (result->status == lp::Status::infeasible) {
        lp::Options quietly = options;
        quietly.progress = nullptr;
        quietly.time_limit_seconds = options.time_limit_seconds - seconds_since(begin);
        if (quietly.time_limit_seconds > 0) result->conflicts = find_conflicts(indexed, model, quietly);
    }
    report(options, 1, "plan.read");
    return *std::move(result);
}

}  // namespace dure::energy
