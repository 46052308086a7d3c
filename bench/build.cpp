// SPDX-License-Identifier: Apache-2.0
// Building a year's linear program of about a million variables: seconds and peak memory, beside
// lp::ProblemBuilder fed with the finished numbers as triplets (which saves it all modelling). Nine city
// districts with power and heat, 8760 hours, made-up series.
#include <fmt/format.h>
#include <malloc.h>

#include <chrono>
#include <cmath>
#include <fstream>
#include <string>

#include "engine/energy/build.hpp"
#include "engine/energy/plan.hpp"
#include "engine/lp/builder.hpp"

namespace {

using namespace dure;
using namespace dure::energy;

Capacity extendable(double annual) {
    return {.extendable = true, .capital_cost = {.annual = annual}};
}

Generator generator(std::string name, std::string bus, double annual, double marginal, double co2) {
    Generator g;
    g.name = std::move(name);
    g.bus = std::move(bus);
    g.p_nom = extendable(annual);
    g.marginal_cost = marginal;
    g.co2_t_per_mwh = co2;
    return g;
}

Store store(std::string name, std::string bus, double annual, double kept) {
    Store s;
    s.name = std::move(name);
    s.bus = std::move(bus);
    s.e_nom = extendable(annual);
    s.efficiency_store = s.efficiency_dispatch = kept;
    s.standing_loss = 0.001;
    return s;
}

void add_district(Network& n, int i) {
    const std::string own = " " + std::to_string(i), city = "city" + own, heat = "heat" + own;
    n.buses.push_back({.name = city, .carrier = "electricity", .value_of_lost_load = 3000});
    n.buses.push_back({.name = heat, .carrier = "heat"});
    n.loads.push_back({.name = "load" + own, .bus = city, .p_mw = "load"});
    n.loads.push_back({.name = "baths" + own, .bus = heat, .p_mw = "baths"});
    n.generators.push_back(generator("pv" + own, city, 52000, 0.01, 0));
    n.generators.back().p_max_pu = "sun";
    n.generators.push_back(generator("wind" + own, city, 102000, 0.015, 0));
    n.generators.back().p_max_pu = "wind";
    n.generators.push_back(generator("gas" + own, city, 46000, 95, 0.4));
    n.generators.push_back(generator("chp" + own, city, 95000, 62, 0.46));
    n.generators.back().coproducts = {{.bus = heat, .ratio = 1.15}};
    n.generators.push_back(generator("boiler" + own, heat, 8000, 48, 0.22));
    Link pump;
    pump.name = "heat pump" + own;
    pump.bus0 = city;
    pump.outputs = {{.bus = heat, .efficiency = "cop"}};
    pump.p_nom = extendable(70000);
    n.links.push_back(std::move(pump));
    n.stores.push_back(store("battery" + own, city, 21000, 0.95));
    n.stores.back().p_nom = extendable(12000);
    n.stores.push_back(store("tank" + own, heat, 900, 1));
}

struct Case {
    Network network;
    SeriesValues series;
};

Case districts(int count) {
    Case c;
    c.network.name = "districts";
    const auto series = [&](const char* name, const char* unit, auto value) {
        c.network.series.push_back(
            {.name = name, .unit = unit, .origin = "synthetic", .method = "sine", .source = ""});
        auto& v = c.series[name];
        for (int t = 0; t < c.network.time.periods; ++t) v.push_back(value(t * 2 * M_PI / 24));
    };
    series("load", "MW", [](double a) { return 2000 + 400 * std::sin(a); });
    series("baths", "MW", [](double a) { return 900 + 500 * std::cos(a); });
    series("sun", "per_unit", [](double a) { return std::max(0.0, -std::cos(a)); });
    series("wind", "per_unit", [](double a) { return 0.4 + 0.3 * std::sin(a / 3.7); });
    series("cop", "cop", [](double a) { return 3 + 0.5 * std::sin(a); });
    for (int i = 0; i < count; ++i) add_district(c.network, i);
    c.network.limits.push_back({.name = "co2", .kind = LimitKind::co2_cap, .value = 1e6 * count});
    return c;
}

double status_mb(const std::string& key) {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (double kb = 0; word == key && status >> kb) return kb / 1024;
    return 0;
}

struct Cost {
    double seconds = 0, peak_mb = 0;
};

/// Peak memory is counted above what was there before.
template <class F>
Cost measure(F&& work) {
    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << "5";
    const double before = status_mb("VmRSS:");
    const auto begin = std::chrono::steady_clock::now();
    work();
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return {seconds, status_mb("VmHWM:") - before};
}

lp::Problem by_triplets(const lp::Problem& p) {
    lp::ProblemBuilder builder;
    for (int i = 0; i < p.rows(); ++i)
        builder.add_row(p.row_lower[static_cast<std::size_t>(i)], p.row_upper[static_cast<std::size_t>(i)]);
    for (int j = 0; j < p.columns(); ++j) {
        const auto c = static_cast<std::size_t>(j);
        builder.add_column(p.cost[c], p.col_lower[c], p.col_upper[c]);
        for (auto k = p.start[c]; k < p.start[c + 1]; ++k)
            builder.add_entry(p.index[static_cast<std::size_t>(k)], j, p.value[static_cast<std::size_t>(k)]);
    }
    return builder.finish().value();
}

}  // namespace

int main() {
    const Case c = districts(9);
    if (const Errors errors = check(c.network, c.series); !errors.empty()) {
        fmt::print(stderr, "{} at {}\n", errors[0].code, errors[0].pointer);
        return 1;
    }
    lp::Problem problem, again;
    const Cost checked = measure([&] { (void)check(c.network, c.series); });
    const Cost ours = measure([&] { problem = build(index(c.network, c.series)).problem; });
    const Cost triplets = measure([&] { again = by_triplets(problem); });
    const double millions = problem.columns() / 1e6;
    fmt::print("{} rows x {} columns, {} entries\n", problem.rows(), problem.columns(), problem.entries());
    fmt::print("check    {:.3f} s\n", checked.seconds);
    fmt::print(
        "build    {:.3f} s, {:.0f} MB ({:.3f} s and {:.0f} MB per million variables; goal 0.5 s, 200 MB)\n",
        ours.seconds, ours.peak_mb, ours.seconds / millions, ours.peak_mb / millions);
    fmt::print("triplets {:.3f} s, {:.0f} MB\n", triplets.seconds, triplets.peak_mb);
    fmt::print("ratio to triplets: {:.2f} of the time, {:.2f} of the memory\n",
               ours.seconds / triplets.seconds, ours.peak_mb / triplets.peak_mb);
    return ours.seconds / millions <= 0.5 && ours.peak_mb / millions <= 200 ? 0 : 1;
}
