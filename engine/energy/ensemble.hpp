// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/energy/plan.hpp"
#include "engine/energy/vary.hpp"

/// Uncertainty as many plans: each sample draws the uncertain assumptions within their low and high and plans
/// the year anew. A sample is a function of network, specification and its number alone, so that samples may
/// be computed in any order, on any machine, and again.
namespace dure::energy {

enum class Shape {
    uniform,
    triangular,  ///< between low and high with its mode where the plan stands (1 of a factor), clamped
};
enum class Sampling {
    monte_carlo,
    latin_hypercube,  ///< McKay, Beckman, Conover, Technometrics 21 (1979): one draw in each of n strata
};

/// An assumption of which only a range is known; the values mean what they do in a Variation.
struct Uncertain {
    VariationKind kind = VariationKind::demand_factor;
    std::string target;
    double low = 1, high = 1;
    Shape shape = Shape::uniform;
};

struct EnsembleSpec {
    std::vector<Uncertain> parameters;
    /// Years as weather_years() names them, and "" for the one that the network has: each sample has one of
    /// them, each equally often. Empty: only the network's own.
    std::vector<std::string> weather_years;
    int samples = 200;
    std::int64_t seed = 1;
    Sampling sampling = Sampling::latin_hypercube;
    /// Also what each sample costs with the capacities of the plan as it stands, operated as well as can be.
    bool regret = false;
};

/// The changes of every sample, in their order: one a parameter, then the weather year where there are such.
/// The same on every machine.
std::vector<std::vector<Variation>> draws(const EnsembleSpec& spec);

/// Errors: those of vary() for the lows and highs, with pointers like /parameters/0/high;
/// `ensemble.low_above_high`, `ensemble.doubled_year`.
Errors check(const EnsembleSpec& spec, const Network& network, const SeriesValues& series);

struct SampleCapacity {
    double mw = 0;
    std::optional<double> mwh;  ///< of stores
};

struct SampleResult {
    int number = 0;
    lp::Status status = lp::Status::limit;
    double total_cost = 0, co2_t = 0, shed_mwh = 0;
    std::optional<double> self_sufficiency, renewable_share;
    /// What the plan's own capacities cost beyond the sample's best; none: not asked for, or they cannot keep
    /// to the limits.
    std::optional<double> regret;
    std::vector<SampleCapacity> capacities;  ///< as sample_technologies() names them
};

struct SampleTechnology {
    std::string kind, name;
};

/// The technologies whose capacity is chosen, in the order of the samples' capacities.
std::vector<SampleTechnology> sample_technologies(const Network& network);

/// The network with every capacity that can be chosen fixed at what the plan chose.
Network with_design(const Network& network, const Plan& plan);

/// One sample, of a specification that check() found nothing in. `design` is with_design of the plan as it
/// stands, when regret is wanted. A sample that the solver gives up on has status `limit`: it takes nothing
/// from the others.
SampleResult solve_sample(const Network& network, const SeriesValues& series, int number,
                          std::span<const Variation> changes, const Network* design,
                          const lp::Options& options);

}  // namespace dure::energy
