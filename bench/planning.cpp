// SPDX-License-Identifier: Apache-2.0
// Hourly planning: our interior point on the years of the yardsticks and on generated ones, beside Clp in the
// same run.
//
//     planning [--data daegu_hourly.csv] [--hours 8760] [--with-clp] [--threads N] [--repeat N]
//              [--only machine|yardsticks|growth|cancel|warm|corner|reading|generated] [--zones N,N…]
//     planning --mps FOLDER [--data …]     writes D1.mps, D2.mps and Z<zones>.mps there and ends
//
// Seconds are wall time from the program in memory to the certified answer (presolve, structure, iterations,
// postsolve, certificate), the least of the repeats; the CPU seconds beside them tell a busy machine from a
// slow program.
#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <sstream>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "bench/planning_cases.hpp"
#include "bench/planning_machine.hpp"
#include "bench/planning_zones.hpp"
#include "engine/lp/mps/mps.hpp"
#include "engine/lp/solver.hpp"

namespace {

using namespace dure;
using planning_cases::Case;
using planning_cases::Year;

struct Arguments {
    std::string data = "../shared/data/daegu_hourly.csv", mps, only;
    std::vector<int> zones{1, 2, 4, 6, 12};
    int hours = 8760, threads = 0, repeat = 3;
    bool with_clp = false;
    bool wants(const char* part) const { return only.empty() || only == part; }
};

std::vector<int> numbers(const std::string& list) {
    std::vector<int> out;
    std::istringstream in(list);
    for (std::string one; std::getline(in, one, ',');) out.push_back(std::stoi(one));
    return out;
}

Arguments parse(int count, char** words) {
    Arguments a;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const std::string next = i + 1 < count ? words[i + 1] : "";
        if (word == "--data") a.data = next;
        if (word == "--mps") a.mps = next;
        if (word == "--only") a.only = next;
        if (word == "--zones") a.zones = numbers(next);
        if (word == "--hours") a.hours = std::stoi(next);
        if (word == "--threads") a.threads = std::stoi(next);
        if (word == "--repeat") a.repeat = std::stoi(next);
        if (word == "--with-clp") a.with_clp = true;
    }
    return a;
}

/// The most memory that was used since forget_peak().
double peak_mb() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (double kb = 0; word == "VmHWM:" && status >> kb) return kb / 1024;
    return 0;
}

void forget_peak() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

double cpu_seconds() {
    timespec t{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

struct Timed {
    lp::Solution solution;
    double cpu = 0;
};

/// The quickest of `repeat` runs; an empty method when the solver failed.
Timed quickest(const lp::Problem& p, const lp::Options& options, int repeat) {
    Timed best;
    for (int r = 0; r < repeat; ++r) {
        const double begin = cpu_seconds();
        auto s = lp::solve(p, options);
        const double cpu = cpu_seconds() - begin;
        if (!s) return {};
        if (r == 0 || s->seconds < best.solution.seconds) best.solution = std::move(*s);
        best.cpu = r == 0 ? cpu : std::min(best.cpu, cpu);
    }
    return best;
}

const char* name(lp::Status s) {
    switch (s) {
        case lp::Status::optimal:
            return "optimal";
        case lp::Status::infeasible:
            return "infeasible";
        case lp::Status::unbounded:
            return "unbounded";
        case lp::Status::limit:
            return "limit";
        case lp::Status::cancelled:
            return "cancelled";
    }
    return "";
}

struct Tally {
    int cases = 0, proved = 0, by_simplex = 0;
};

void print_head() {
    fmt::print("{:<44} {:>7} {:>7} {:<10} {:>18} {:>4} {:>8} {:>8} {:>8} {:>8} {:>8}  {}\n", "case", "rows",
               "columns", "status", "objective", "it", "seconds", "cpu", "primal", "dual", "gap", "method");
}

/// Milliseconds an iteration takes, and a factorisation and a solve each.
/// Arrays of one value a column that an iteration's sweeps pass, writes counted twice; most columns are
/// boxed.
constexpr double kPasses = 48, kPassesASolve = 48, kPassesAPredictor = 32;

void print_kernels(const lp::Problem& p, const lp::Solution& s) {
    const auto& t = s.spent;
    if (s.iterations == 0 || t.factors == 0 || t.solves == 0) return;
    const double it = 1e3 / static_cast<double>(s.iterations);
    const double passes = (kPasses + kPassesAPredictor) * t.factors + kPassesASolve * (t.solves - t.factors);
    fmt::print(
        "    prepared in {:.3f} s; an iteration {:.2f} ms: factor {:.2f}, {:.1f} solves {:.2f} ({:.2f} "
        "each), "
        "products {:.2f}, sweeps {:.2f} (about {:.0f} GB/s)\n",
        t.prepare, (t.factor + t.solve + t.products + t.sweeps) * it, t.factor * it,
        static_cast<double>(t.solves) / t.factors, t.solve * it, 1e3 * t.solve / t.solves, t.products * it,
        t.sweeps * it, 8e-9 * passes * p.columns() / t.sweeps);
}

Timed print_case(const std::string& title, const lp::Problem& p, const Arguments& a, Tally& tally) {
    const auto t = quickest(p, {.method = lp::Method::ipm, .threads = a.threads}, a.repeat);
    const auto& s = t.solution;
    const auto c = s.certificate.value_or(lp::Certificate{});
    const bool certified =
        s.status == lp::Status::optimal && std::max({c.primal_residual, c.dual_residual, c.gap}) <= 1e-7;
    ++tally.cases;
    tally.proved += certified || !s.ray.empty();
    tally.by_simplex += s.method.find("after") != std::string::npos;
    fmt::print("{:<44} {:>7} {:>7} {:<10} {:>18.2f} {:>4} {:>8.3f} {:>8.3f} {:>8.1e} {:>8.1e} {:>8.1e}  {}\n",
               title, p.rows(), p.columns(), s.method.empty() ? "failed" : name(s.status), c.objective,
               s.iterations, s.seconds, t.cpu, c.primal_residual, c.dual_residual, c.gap, s.method);
    print_kernels(p, s);
    std::fflush(stdout);
    return t;
}

void against_clp(const lp::Problem& p, const Timed& ours) {
    const auto clp = quickest(p, {.method = lp::Method::clp}, 1);
    const double difference =
        clp.solution.certificate
            ? ours.solution.certificate->objective / clp.solution.certificate->objective - 1
            : 0;
    fmt::print(
        "    clp in the same run: {:.2f} s ({:.2f} s cpu), ratio {:.0f}, cpu ratio {:.0f}, objectives differ "
        "{:.1e}\n",
        clp.solution.seconds, clp.cpu, clp.solution.seconds / ours.solution.seconds, clp.cpu / ours.cpu,
        difference);
    std::fflush(stdout);
}

void yardsticks(const Arguments& a, Tally& tally) {
    const Year year = planning_cases::read_year(a.data);
    if (year.hours() == 0) {
        fmt::print("{} is not there: D1 and D2 are left out\n", a.data);
        return;
    }
    for (const bool heat : {false, true}) {
        const auto p = planning_cases::problem({.year = year, .heat = heat});
        const auto ours = print_case(heat ? "D2 (Daegu, power and heat)" : "D1 (Daegu, power)", p, a, tally);
        const double optimum = heat ? 1094090938.85 : 1075095754.61;
        if (ours.solution.certificate)
            fmt::print("    relative to the known optimum {:.1e}\n",
                       ours.solution.certificate->objective / optimum - 1);
        if (a.with_clp) against_clp(p, ours);
    }
}

/// The year of the yardsticks several times over, with transmission between.
void growth(const Arguments& a, Tally& tally) {
    Year year = planning_cases::read_year(a.data);
    if (year.hours() == 0 || a.hours != 8760) year = planning_cases::synthetic_year(a.hours, 1);
    Arguments once = a;
    once.repeat = 1;
    for (const int zones : a.zones) {
        forget_peak();
        const auto p = planning_cases::zones_problem(year, zones);
        print_case(fmt::format("{} zones", zones), p, once, tally);
        fmt::print("    peak memory {:.0f} MB\n", peak_mb());
    }
}

/// How long a solve goes on after it was told to stop, at ten moments of the largest of the years.
void cancelling(const Arguments& a) {
    Year year = planning_cases::synthetic_year(a.hours, 1);
    const auto p = planning_cases::zones_problem(year, a.zones.empty() ? 1 : std::min(a.zones.back(), 6));
    double worst = 0;
    int cancelled = 0;
    for (int moment = 1; moment <= 10; ++moment) {
        std::stop_source source;
        std::chrono::steady_clock::time_point asked;
        std::thread asker([&] {
            std::this_thread::sleep_for(std::chrono::milliseconds(170 * moment));
            asked = std::chrono::steady_clock::now();
            source.request_stop();
        });
        const auto s =
            lp::solve(p, {.method = lp::Method::ipm, .threads = a.threads, .stop = source.get_token()});
        const auto answered = std::chrono::steady_clock::now();
        asker.join();
        if (!s || s->status != lp::Status::cancelled) continue;
        ++cancelled;
        worst = std::max(worst, std::chrono::duration<double>(answered - asked).count());
    }
    fmt::print(
        "cancel: {} of 10 stopped on the way ({} rows), the slowest answered after {:.0f} ms (goal 100)\n",
        cancelled, p.rows(), 1e3 * worst);
}

/// A year solved anew after a change: from the start, and from where the unchanged year passed.
void warm(const Arguments& a) {
    Year year = planning_cases::read_year(a.data);
    if (year.hours() == 0 || a.hours != 8760) year = planning_cases::synthetic_year(a.hours, 1);
    for (const bool heat : {false, true}) {
        const Case base{.year = year, .heat = heat};
        const auto known = lp::solve(planning_cases::problem(base),
                                     {.method = lp::Method::ipm, .threads = a.threads, .keep_start = true});
        if (!known) return;
        const auto step = [&](const std::string& what, const auto& change) {
            Case c = base;
            change(c);
            const auto p = planning_cases::problem(c);
            const auto cold = quickest(p, {.method = lp::Method::ipm, .threads = a.threads}, a.repeat);
            const auto warm = quickest(
                p, {.method = lp::Method::ipm, .threads = a.threads, .start = known->start}, a.repeat);
            if (!cold.solution.certificate || !warm.solution.certificate) return;
            fmt::print(
                "{:<30} cold {:>3} it {:.3f} s   warm {:>3} it {:.3f} s   ratio {:.2f}{}  objectives differ "
                "{:.1e} gap {:.1e}\n",
                (heat ? "heat " : "power ") + what, cold.solution.iterations, cold.solution.seconds,
                warm.solution.iterations, warm.solution.seconds,
                cold.solution.seconds / warm.solution.seconds, warm.solution.warm ? "" : " (not used)",
                warm.solution.certificate->objective / cold.solution.certificate->objective - 1,
                warm.solution.certificate->gap);
            std::fflush(stdout);
        };
        step("unchanged", [](Case&) {});
        for (const double f : {0.99, 0.9, 0.67, 1.01, 1.1, 1.5}) {
            step(fmt::format("CO2 cap × {}", f), [&](Case& c) { c.co2_share *= f; });
            step(fmt::format("load × {}", f), [&](Case& c) { c.load_factor *= f; });
            step(fmt::format("sun costs × {}", f), [&](Case& c) { c.solar_cost *= f; });
            step(fmt::format("gas price × {}", f), [&](Case& c) { c.gas_price *= f; });
        }
    }
}

/// The same years moved to a corner afterwards.
void corner(const Arguments& a) {
    Year year = planning_cases::read_year(a.data);
    if (year.hours() == 0 || a.hours != 8760) year = planning_cases::synthetic_year(a.hours, 1);
    for (const bool heat : {false, true}) {
        const auto p = planning_cases::problem({.year = year, .heat = heat});
        const auto s = lp::solve(p, {.method = lp::Method::ipm, .threads = a.threads, .vertex = true});
        if (!s || !s->certificate) continue;
        fmt::print(
            "corner, {}: {:.2f} s, {} iterations and pivots, objective {:.6f}, gap {:.1e}, residuals {:.1e} "
            "{:.1e}{}\n",
            heat ? "power and heat" : "power", s->seconds, s->iterations, s->certificate->objective,
            s->certificate->gap, s->certificate->primal_residual, s->certificate->dual_residual,
            s->vertex ? "" : " (not reached)");
        std::fflush(stdout);
    }
}

/// What the kernels' times are to be read against.
void machine(const Arguments& a) {
    const int all = static_cast<int>(std::thread::hardware_concurrency());
    const int threads = std::max(1, a.threads > 0 ? a.threads : all);
    fmt::print(
        "machine: {} threads; memory {:.0f} GB/s within 12 MB (a city's iteration), {:.0f} GB/s within 400 "
        "MB (a "
        "network's factor); arithmetic {:.0f} Gflop/s\n",
        threads, planning_machine::memory_rate(12, threads), planning_machine::memory_rate(400, threads),
        planning_machine::arithmetic_rate(threads));
    std::fflush(stdout);
}

void reading(const Arguments& a) {
    const Year year = planning_cases::synthetic_year(a.hours, 1);
    const auto text = lp::write_mps(planning_cases::problem({.year = year, .heat = true}));
    if (!text) return;
    double best = 1e9;
    for (int r = 0; r < std::max(a.repeat, 3); ++r) {
        const double begin = cpu_seconds();
        if (!lp::read_mps(*text)) return;
        best = std::min(best, cpu_seconds() - begin);
    }
    const double mb = static_cast<double>(text->size()) / 1e6;
    fmt::print("MPS: {:.1f} MB read in {:.3f} s of one core, {:.0f} MB/s (goal 100)\n", mb, best, mb / best);
}

int write_files(const Arguments& a) {
    const Year year = planning_cases::read_year(a.data);
    if (year.hours() == 0) return 1;
    const auto write = [&](const std::string& name, const lp::Problem& p) {
        const auto text = lp::write_mps(p);
        if (text) std::ofstream(a.mps + "/" + name + ".mps") << *text;
        return text.has_value();
    };
    for (const bool heat : {false, true}) {
        if (!write(heat ? "D2" : "D1", planning_cases::problem({.year = year, .heat = heat}))) return 1;
    }
    for (const int zones : a.zones) {
        if (!write(fmt::format("Z{}", zones), planning_cases::zones_problem(year, zones))) return 1;
    }
    return 0;
}

void generated(const Arguments& a, Tally& tally) {
    Arguments once = a;
    once.repeat = 1;
    const auto run = [&](const std::string& title, const Case& c) {
        print_case(title, planning_cases::problem(c), once, tally);
    };
    for (const bool heat : {false, true}) {
        const std::string what = heat ? "heat " : "power ";
        for (unsigned seed = 1; seed <= 4; ++seed)
            run(fmt::format("{}year {}", what, seed),
                {.year = planning_cases::synthetic_year(a.hours, seed), .heat = heat});
        const Year year = planning_cases::synthetic_year(a.hours, 9);
        for (const int percent : {0, 1, 5, 30, 60, 100})
            run(fmt::format("{}CO2 cap {} %", what, percent),
                {.year = year, .heat = heat, .co2_share = percent / 100.0});
        for (const int stores : {0, 2, 3})
            run(fmt::format("{}{} batteries", what, stores),
                {.year = year, .heat = heat, .batteries = stores});
        run(what + "levels not cyclic", {.year = year, .heat = heat, .cyclic = false});
        run(what + "no shedding", {.year = year, .heat = heat, .shedding = false});
        for (const double factor : {0.2, 3.0}) {
            run(fmt::format("{}wind costs × {}", what, factor),
                {.year = year, .heat = heat, .wind_cost = 102000 * factor});
            run(fmt::format("{}sun costs × {}", what, factor),
                {.year = year, .heat = heat, .solar_cost = 52000 * factor});
            run(fmt::format("{}gas price × {}", what, factor),
                {.year = year, .heat = heat, .gas_price = 95 * factor});
            run(fmt::format("{}load × {}", what, factor),
                {.year = year, .heat = heat, .load_factor = factor});
        }
        run(what + "no load", {.year = year, .heat = heat, .load_factor = 0});
        run(what + "leap year", {.year = planning_cases::synthetic_year(a.hours + 24, 2), .heat = heat});
        for (const int hours : {1, 7, 65, 167, 1001, 2003})
            run(fmt::format("{}{} hours", what, hours),
                {.year = planning_cases::synthetic_year(hours, 3), .heat = heat, .co2_share = 0.5});
        Year dark = year;
        std::fill(dark.sun.begin(), dark.sun.end(), 0.0);
        run(what + "no sun at all", {.year = dark, .heat = heat});
        std::fill(dark.wind.begin(), dark.wind.end(), 0.0);
        run(what + "no sun, no wind, no CO2, no shedding",
            {.year = dark, .heat = heat, .co2_share = 0, .shedding = false});
    }
}

}  // namespace

int main(int count, char** words) {
    const Arguments a = parse(count, words);
    if (!a.mps.empty()) return write_files(a);
    Tally tally;
    print_head();
    if (a.wants("machine")) machine(a);
    if (a.wants("yardsticks")) yardsticks(a, tally);
    if (a.wants("growth")) growth(a, tally);
    if (a.wants("cancel")) cancelling(a);
    if (a.wants("warm")) warm(a);
    if (a.wants("corner")) corner(a);
    if (a.wants("reading")) reading(a);
    forget_peak();
    if (a.wants("generated")) generated(a, tally);
    fmt::print(
        "{} cases, {} with a certificate or a ray, {} answered by the simplex; peak memory {:.0f} MB\n",
        tally.cases, tally.proved, tally.by_simplex, peak_mb());
    return tally.proved == tally.cases ? 0 : 1;
}
