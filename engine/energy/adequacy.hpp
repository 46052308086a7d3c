// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/energy/network.hpp"
#include "engine/energy/plan.hpp"

namespace dure::energy {

/// What a technology is counted with in the hours that are hardest to serve.
struct FirmCapacity {
    std::string kind, name;
    double capacity_mw = 0;
    double credit = 0;  ///< share of it that is counted; an assumption, see reserve_of
    double firm_mw = 0;
};

struct Reserve {
    double peak_mw = 0;      ///< the highest hour of the loads of electricity
    double firm_mw = 0;      ///< all of `firm`
    double own_firm_mw = 0;  ///< without what is imported
    double margin = 0;       ///< firm_mw / peak_mw − 1
    std::vector<FirmCapacity> firm;
};

/// The year's hours of highest residual demand, whose mean availability is a technology's credit.
inline constexpr int kPeakHours = 100;
/// A store counts with what it can give for so long.
inline constexpr double kFirmHours = 4;

/// The planning reserve margin of electricity: firm capacity ÷ peak − 1. Credits are assumptions: of
/// generators and links, the mean availability (times efficiency) in the kPeakHours periods of highest
/// residual demand, which is what the loads leave after all that own plants could give whose availability is
/// a series; of stores, what the full store gives for kFirmHours, at most its power. Hours of highest demand
/// instead would credit sun with noons that it has served already. None where nobody needs electricity.
/// By hours of highest net load as ReEDS does (Brown et al., NREL/TP-6A20-74111, 2020).
std::optional<Reserve> reserve_of(const Network& network, const SeriesValues& series, const Plan& plan);

/// The chosen capacities operated in another weather year.
struct YearOfWeather {
    std::string year;  ///< as weather_years() names it; empty: the network's own
    lp::Status status = lp::Status::limit;
    double shed_mwh = 0;
    double shed_share = 0;  ///< of demand
    double shed_hours = 0;  ///< in which anything is shed
    double largest_mw = 0;
    double total_cost = 0;
};

/// Loss of load by the capacities that the plan chose in every weather year that the series hold. Yearly
/// limits do not count there (they bind the plan, not an emergency), and a bus without a value of lost load
/// sheds at kEmergency. Empty without other years, or when stopped.
std::vector<YearOfWeather> other_years(const Network& network, const SeriesValues& series, const Plan& plan,
                                       const lp::Options& options = {});
inline constexpr double kEmergency = 100'000;  ///< currency per MWh

}  // namespace dure::energy
