// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/measures/abatement.hpp"

#include <algorithm>
#include <tuple>

#include "engine/energy/capital.hpp"

namespace dure::energy::measures {

std::vector<Overlap> overlaps_of(const std::vector<Option>& options) {
    std::vector<Overlap> found;
    for (std::size_t i = 0; i < options.size(); ++i)
        for (std::size_t j = i + 1; j < options.size(); ++j) {
            const Option &a = options[i], &b = options[j];
            const int from = std::max(a.first_year, b.first_year), to = std::min(a.last_year, b.last_year);
            if (a.sector == b.sector && a.end_use == b.end_use && from <= to)
                found.push_back({a.id, b.id, from, to});
        }
    return found;
}

Expected<Curve> abatement_curve(const std::vector<Option>& options, double discount_rate) {
    if (!(discount_rate > -1)) return fail("measure.bad_discount_rate");
    Curve curve;
    for (const Option& option : options) {
        if (option.investment != 0 && !(option.lifetime_years > 0))
            return fail("measure.no_lifetime", {{"id", option.id}});
        if (!(option.co2_saved_t > 0)) {
            curve.left_out.push_back(option.id);
            continue;
        }
        const double repaid =
            option.investment == 0 ? 0 : option.investment * annuity(option.lifetime_years, discount_rate);
        const double cost = repaid + option.yearly_cost - option.energy_saved_mwh * option.energy_price;
        curve.steps.push_back({.id = option.id,
                               .annual_cost = cost,
                               .cost_per_t = cost / option.co2_saved_t,
                               .co2_saved_t = option.co2_saved_t});
        curve.negative_costs = curve.negative_costs || cost < 0;
    }
    std::ranges::sort(curve.steps, {}, [](const Step& s) { return std::tie(s.cost_per_t, s.id); });
    double sum = 0;
    for (Step& step : curve.steps) step.cumulative_t = sum += step.co2_saved_t;
    curve.overlaps = overlaps_of(options);
    return curve;
}

}  // namespace dure::energy::measures
