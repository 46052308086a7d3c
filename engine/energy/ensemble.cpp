// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/ensemble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/energy/outcome.hpp"

namespace dure::energy {
namespace {

/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): the same numbers everywhere, unlike the library's
/// distributions.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15ULL;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(unit() * static_cast<double>(n)); }

  private:
    std::uint64_t state_;
};

/// Numbers in [0, 1), one a sample.
std::vector<double> quantiles(Random& random, std::size_t n, Sampling sampling) {
    std::vector<double> values(n);
    for (double& value : values) value = random.unit();
    if (sampling == Sampling::monte_carlo) return values;
    std::vector<std::size_t> stratum(n);
    std::iota(stratum.begin(), stratum.end(), std::size_t{0});
    for (std::size_t i = n; i > 1; --i) std::swap(stratum[i - 1], stratum[random.below(i)]);
    for (std::size_t i = 0; i < n; ++i)
        values[i] = (static_cast<double>(stratum[i]) + values[i]) / static_cast<double>(n);
    return values;
}

double at_quantile(const Uncertain& u, double q) {
    const double range = u.high - u.low;
    if (u.shape == Shape::uniform || range <= 0) return u.low + q * range;
    const double mode = std::clamp(1.0, u.low, u.high), rise = (mode - u.low) / range;
    return q < rise ? u.low + std::sqrt(q * range * (mode - u.low))
                    : u.high - std::sqrt((1 - q) * range * (u.high - mode));
}

/// Calls with every capacity that may be chosen: kind, name, and whether it is a store's energy.
template <class N, class Visit>
void each_choice(N& network, const Visit& visit) {
    for (auto& g : network.generators)
        if (g.p_nom.extendable) visit("generator", g.name, g.p_nom, false);
    for (auto& l : network.links)
        if (l.p_nom.extendable) visit("link", l.name, l.p_nom, false);
    for (auto& s : network.stores) {
        if (s.p_nom && s.p_nom->extendable) visit("store", s.name, *s.p_nom, false);
        if (!s.max_hours && s.e_nom.extendable) visit("store", s.name, s.e_nom, true);
    }
    for (auto& l : network.lines)
        if (l.s_nom.extendable) visit("line", l.name, l.s_nom, false);
}

const TechnologyResult* find(const Plan& plan, std::string_view kind, std::string_view name) {
    const auto found = std::ranges::find_if(
        plan.technologies, [&](const TechnologyResult& t) { return t.kind == kind && t.name == name; });
    return found == plan.technologies.end() ? nullptr : &*found;
}

std::optional<double> regret_of(const Network& design, const SeriesValues& series,
                                std::span<const Variation> changes, double best, const lp::Options& options) {
    // What may be chosen is chosen already.
    std::vector<Variation> kept;
    for (const Variation& change : changes)
        if (change.kind != VariationKind::maximum_capacity) kept.push_back(change);
    const auto varied = vary(design, series, kept);
    if (!varied) return std::nullopt;
    const auto operated = plan(varied->network, varied->series, options);
    if (!operated || operated->status != lp::Status::optimal) return std::nullopt;
    return std::max(0.0, operated->total_cost - best);
}

}  // namespace

std::vector<std::vector<Variation>> draws(const EnsembleSpec& spec) {
    const auto n = static_cast<std::size_t>(std::max(spec.samples, 0));
    std::vector<std::vector<Variation>> all(n);
    for (std::size_t p = 0; p < spec.parameters.size(); ++p) {
        const Uncertain& u = spec.parameters[p];
        // Each parameter has numbers of its own: one more changes none of the others.
        Random random(static_cast<std::uint64_t>(spec.seed) * 0x2545f4914f6cdd1dULL + p);
        const auto q = quantiles(random, n, spec.sampling);
        for (std::size_t i = 0; i < n; ++i) all[i].push_back({u.kind, u.target, at_quantile(u, q[i])});
    }
    if (spec.weather_years.empty()) return all;
    const std::size_t years = spec.weather_years.size();
    Random random(static_cast<std::uint64_t>(spec.seed) * 0x2545f4914f6cdd1dULL + 0x77ea);
    const auto q = quantiles(random, n, spec.sampling);
    for (std::size_t i = 0; i < n; ++i) {
        const auto year = std::min(static_cast<std::size_t>(q[i] * static_cast<double>(years)), years - 1);
        all[i].push_back({VariationKind::weather_year, spec.weather_years[year], 0});
    }
    return all;
}

Errors check(const EnsembleSpec& spec, const Network& network, const SeriesValues& series) {
    Errors errors;
    for (std::size_t p = 0; p < spec.parameters.size(); ++p) {
        const Uncertain& u = spec.parameters[p];
        const std::string at = fmt::format("/parameters/{}", p);
        if (u.low > u.high)
            errors.push_back(
                {.code = "ensemble.low_above_high",
                 .params = {{"low", fmt::format("{:g}", u.low)}, {"high", fmt::format("{:g}", u.high)}},
                 .file = {},
                 .pointer = at + "/low"});
        for (const auto& [field, value] : {std::pair{"/low", u.low}, std::pair{"/high", u.high}}) {
            const auto tried = vary(network, series, std::vector{Variation{u.kind, u.target, value}});
            if (tried) continue;
            Error error = tried.error().front();
            const bool of_target = error.pointer.ends_with("/target");
            error.pointer = at + (of_target ? "/target" : field);
            errors.push_back(std::move(error));
            if (of_target) break;
        }
    }
    for (std::size_t y = 0; y < spec.weather_years.size(); ++y) {
        const std::string& year = spec.weather_years[y];
        const std::string at = fmt::format("/weather_years/{}", y);
        if (std::ranges::find(spec.weather_years, year) != spec.weather_years.begin() + static_cast<long>(y))
            errors.push_back(
                {.code = "ensemble.doubled_year", .params = {{"name", year}}, .file = {}, .pointer = at});
        const auto tried =
            vary(network, series, std::vector{Variation{VariationKind::weather_year, year, 0}});
        if (tried) continue;
        errors.push_back(tried.error().front());
        errors.back().pointer = at;
    }
    return errors;
}

std::vector<SampleTechnology> sample_technologies(const Network& network) {
    std::vector<SampleTechnology> all;
    each_choice(network, [&](const char* kind, const std::string& name, const Capacity&, bool) {
        if (all.empty() || all.back().kind != kind || all.back().name != name) all.push_back({kind, name});
    });
    return all;
}

Network with_design(const Network& network, const Plan& plan) {
    Network fixed = network;
    each_choice(fixed, [&](const char* kind, const std::string& name, Capacity& c, bool energy) {
        const TechnologyResult* chosen = find(plan, kind, name);
        if (!chosen) return;
        // A hair more than the optimum, so that the optimum itself is not lost to rounding.
        const double size = energy ? chosen->energy_capacity_mwh.value_or(0) : chosen->capacity_mw;
        c.nominal = size * (1 + 1e-9) + 1e-9;
        c.extendable = false;
        c.minimum = 0;
        c.maximum = std::nullopt;
    });
    return fixed;
}

SampleResult solve_sample(const Network& network, const SeriesValues& series, int number,
                          std::span<const Variation> changes, const Network* design,
                          const lp::Options& options) {
    SampleResult r{.number = number};
    const auto varied = vary(network, series, changes);
    if (!varied) return r;
    const auto best = plan(varied->network, varied->series, options);
    if (!best) return r;
    keep_outcome(network, *best, r);
    if (r.status != lp::Status::optimal) return r;
    if (design) r.regret = regret_of(*design, series, changes, best->total_cost, options);
    return r;
}

}  // namespace dure::energy
