// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "engine/lp/ipm/hours.hpp"
#include "engine/lp/ipm/interior_point.hpp"
#include "engine/lp/ipm/presolve.hpp"
#include "engine/lp/ipm/standard.hpp"
#include "engine/lp/ipm/structure.hpp"
#include "engine/lp/ipm/warm_start.hpp"
#include "engine/lp/method.hpp"
#include "engine/lp/ray.hpp"

namespace dure::lp {
namespace {

using namespace ipm;
using Clock = std::chrono::steady_clock;

constexpr double kGood = 1e-7;      // every residual and the gap, on the problem as given
constexpr double kBearable = 1e-6;  // taken from a large program rather than hours of simplex
constexpr double kFirstTolerance = 1e-8, kLastTolerance = 1e-11;
constexpr double kNothing = 1e-7;  // of violation that is left, in all
constexpr double kDualRegularisation = 1e-9;
constexpr int kCorrectors = 2, kCorrectorsOfFewRows = 1, kCorrectorsOfManyRows = 3, kFewRows = 4;
constexpr int kColumnsForThreads = 20'000;
constexpr std::int64_t kQuickForSimplex = 100'000;
constexpr auto kReportEvery = std::chrono::milliseconds(150);

double worst(const Certificate& c) {
    const double w = std::max({c.primal_residual, c.dual_residual, c.gap});
    return std::isnan(c.gap) || std::isnan(c.primal_residual) || std::isnan(c.dual_residual) ? kInfinity : w;
}

/// What attempts of one run share.
struct Run {
    const Options& options;
    Clock::time_point begin = Clock::now();
    Clock::time_point reported = begin - kReportEvery;
    double fraction = 0;
    long iterations = 0;
    Spent spent{};

    void take(const Spent& s) {
        spent.factor += s.factor;
        spent.solve += s.solve;
        spent.products += s.products;
        spent.sweeps += s.sweeps;
        spent.factors += s.factors;
        spent.solves += s.solves;
    }

    Clock::time_point deadline() const {
        const double left = options.time_limit_seconds;
        if (!(left < 1e9)) return Clock::time_point::max();
        return begin + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(left));
    }

    int threads(int columns) const {
        if (columns < kColumnsForThreads) return 1;
        const int machine = static_cast<int>(std::thread::hardware_concurrency());
        return std::clamp(options.threads > 0 ? options.threads : machine, 1, 8);
    }

    void report(const Standing& s, double unit) {
        const auto now = Clock::now();
        if (!options.progress || now - reported < kReportEvery) return;
        reported = now;
        // Digits of the gap won so far, of those wanted.
        fraction = std::max(fraction, std::clamp(std::log10(s.gap) / std::log10(kFirstTolerance), 0.0, 0.99));
        options.progress({.fraction = fraction,
                          .stage = "solve",
                          .details = {{"iteration", std::to_string(s.iteration)},
                                      {"objective", fmt::format("{:.10g}", s.objective / unit)}}});
    }
};

struct Attempt {
    Ended ended = Ended::stalled;
    bool by_hours = false, warm = false;
    std::shared_ptr<const WarmStart> start;
    Vec x, y;
    Certificate certificate{.gap = kInfinity};
    bool good(double tolerance) const { return !x.empty() && worst(certificate) <= tolerance; }
};

/// The presolved program's point, brought back to p and judged there.
void bring_back(const Problem& p, const Presolved& reduced, const Vec& x, const Vec& y, Attempt& a) {
    postsolve(p, reduced, x, y, a.x, a.y);
    for (std::size_t j = 0; j < a.x.size(); ++j) a.x[j] = std::clamp(a.x[j], p.col_lower[j], p.col_upper[j]);
    a.certificate = certify(p, a.x, a.y);
}

/// The form in the order of its hours, where it has such an order.
std::optional<HourForm> by_hours(const Form& form, const std::stop_token& stop) {
    const auto structure = find_structure(form, stop);
    return structure && !stop.stop_requested() ? arrange(form, *structure, stop) : std::nullopt;
}

/// Correctors pay where a factorisation costs more than a solve: not while an hour has few rows.
int correctors(const Hours& hours) {
    return hours.rows <= kFewRows ? kCorrectorsOfFewRows : kCorrectorsOfManyRows;
}

/// Goes on with tighter tolerances until the point of p is `enough`. `first`: may begin warm, and keeps a
/// start for others.
template <class Enough>
Attempt attempt(const Problem& p, Run& run, const Enough& enough, bool first = false) {
    Attempt a;
    const auto begin = Clock::now();
    const auto& stop = run.options.stop;
    const Presolved reduced = presolve(p, stop);
    if (reduced.found != Presolved::Found::reduced) return a;
    if (reduced.problem.columns() == 0) {
        a.ended = Ended::converged;
        bring_back(p, reduced, {}, {}, a);
        return a;
    }
    Standard standard = make_standard(reduced.problem, stop);
    if (stop.stop_requested()) return a;
    const auto hours = by_hours(standard.form, stop);
    if (stop.stop_requested()) return a;
    if (hours) rearrange(standard, *hours);
    a.by_hours = hours.has_value();
    const Form& form = hours ? hours->form : standard.form;
    Pool pool(run.threads(form.columns));
    const auto kkt = hours ? make_hours_kkt(form, hours->hours, kDualRegularisation, pool)
                           : make_generic_kkt(form, kDualRegularisation);
    const double unit = standard.objective_unit;
    Beginning beginning(first ? run.options.start.get() : nullptr, form, standard);
    StageKeeper keeper;
    const Point* at = nullptr;
    InteriorPoint method(form, *kkt, pool,
                         {.correctors = hours ? correctors(hours->hours) : kCorrectors,
                          .objective_unit = unit,
                          .objective_offset = standard.objective_offset,
                          .stop = stop,
                          .deadline = run.deadline(),
                          .watch =
                              [&](const Standing& s) {
                                  run.report(s, unit);
                                  if (first && run.options.keep_start && !beginning.warm())
                                      keeper.pass(s, *at);
                              },
                          .hopeless = [&](const Standing& s) { return beginning.hopeless(s); }});
    at = &method.point();
    beginning.begin(method);
    run.spent.prepare += std::chrono::duration<double>(Clock::now() - begin).count();
    for (double tolerance = kFirstTolerance; tolerance >= kLastTolerance; tolerance /= 10) {
        a.ended = method.run(tolerance);
        if (a.ended == Ended::stalled && beginning.warm()) {
            beginning.begin(method);
            a.ended = method.run(tolerance);
        }
        if (a.ended == Ended::cancelled) break;
        Vec x, y;
        recover(reduced.problem, standard, method.point(), x, y);
        bring_back(p, reduced, x, y, a);
        if (a.ended != Ended::converged || enough(a)) break;
    }
    a.warm = beginning.warm();
    if (first && run.options.keep_start && a.ended == Ended::converged)
        a.start = a.warm ? run.options.start : keeper.take(form, standard);
    run.iterations += method.standing().iteration;
    run.take(method.spent());
    return a;
}

/// Why there is no optimum, as a ray that proves it; nothing when that does not come out.
bool prove(const Problem& p, Run& run, Solution& s) {
    const Attempt loosened = attempt(elastic(p), run, [&](const Attempt& a) {
        return proves_infeasible(p, a.y) || (a.good(kGood) && a.certificate.objective <= kNothing);
    });
    if (proves_infeasible(p, loosened.y)) {
        s.status = Status::infeasible;
        s.ray = loosened.y;
        return true;
    }
    if (!loosened.good(kGood)) return false;
    const Attempt away =
        attempt(recession(p), run, [&](const Attempt& a) { return proves_unbounded(p, a.x); });
    if (!proves_unbounded(p, away.x)) return false;
    s.status = Status::unbounded;
    s.ray = away.x;
    return true;
}

void take_point(Attempt& a, Solution& s) {
    s.x = std::move(a.x);
    s.y = std::move(a.y);
    s.status = Status::optimal;
}

bool stopped(const Options& options, Clock::time_point deadline, Solution& s) {
    if (options.stop.stop_requested()) {
        s.status = Status::cancelled;
        return true;
    }
    s.status = Status::limit;
    return Clock::now() > deadline;
}

}  // namespace

Expected<Solution> run_ipm(const Problem& p, const Options& options) {
    Run run{.options = options};
    Solution s{.method = "ipm"};
    Attempt a = attempt(p, run, [](const Attempt& at) { return at.good(kGood); }, true);
    s.warm = a.warm;
    s.start = std::move(a.start);
    const bool bearable = a.good(kBearable) && p.entries() > kQuickForSimplex;
    const bool done = a.good(kGood) || bearable;
    if (done) take_point(a, s);
    if (done && a.by_hours) s.method = "ipm-hours";
    const bool ended = done || stopped(options, run.deadline(), s) || prove(p, run, s) ||
                       stopped(options, run.deadline(), s);
    s.iterations = run.iterations;
    s.spent = run.spent;
    if (ended) return s;
    auto second = options;
    second.time_limit_seconds -= std::chrono::duration<double>(Clock::now() - run.begin).count();
    auto by_simplex = run_clp(p, second);
    if (by_simplex) {
        by_simplex->method += " after ipm";
        by_simplex->iterations += run.iterations;
    }
    return by_simplex;
}

}  // namespace dure::lp
