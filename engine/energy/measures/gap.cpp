// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/measures/gap.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace dure::energy::measures {
namespace {

Expected<std::vector<YearValue>> in_order(std::vector<YearValue> path) {
    std::ranges::sort(path, {}, &YearValue::year);
    for (std::size_t i = 1; i < path.size(); ++i)
        if (path[i].year == path[i - 1].year)
            return fail("measure.doubled_year", {{"year", std::to_string(path[i].year)}});
    return path;
}

std::optional<double> on(const std::vector<YearValue>& path, int year) {
    const auto next = std::ranges::lower_bound(path, year, {}, &YearValue::year);
    if (next == path.end()) return std::nullopt;
    if (next->year == year) return next->value;
    if (next == path.begin()) return std::nullopt;
    const YearValue& before = *std::prev(next);
    return before.value + (next->value - before.value) * (year - before.year) / (next->year - before.year);
}

double saved_in(const Contribution& one, int year) {
    double sum = 0;
    for (const YearValue& value : one.saved)
        if (value.year == year) sum += value.value;
    return sum;
}

}  // namespace

Expected<std::vector<GapYear>> gap_to_target(std::vector<YearValue> given_targets,
                                             std::vector<YearValue> given_reference,
                                             const std::vector<Contribution>& contributions, int from,
                                             int to) {
    if (from > to) return fail("measure.bad_years");
    const auto targets = in_order(std::move(given_targets));
    if (!targets) return std::unexpected(targets.error());
    const auto reference = in_order(std::move(given_reference));
    if (!reference) return std::unexpected(reference.error());
    if (targets->empty()) return fail("measure.no_target");
    std::vector<GapYear> years;
    for (int year = from; year <= to; ++year) {
        const auto target = on(*targets, year);
        if (!target) return fail("measure.target_too_short", {{"year", std::to_string(year)}});
        const auto without =
            reference->size() == 1 ? std::optional(reference->front().value) : on(*reference, year);
        if (!without) return fail("measure.reference_too_short", {{"year", std::to_string(year)}});
        GapYear one{.year = year, .reference = *without, .target = *target};
        one.needed = std::max(0.0, *without - *target);
        std::map<std::pair<std::string, std::string>, double> largest;
        for (const Contribution& contribution : contributions) {
            const double saved = saved_in(contribution, year);
            one.saved.push_back(saved);
            one.total += saved;
            double& most = largest[{contribution.sector, contribution.end_use}];
            most = std::max(most, saved);
        }
        for (const auto& [use, saved] : largest) one.without_overlap += saved;
        one.left = std::max(0.0, one.needed - one.total);
        one.left_without_overlap = std::max(0.0, one.needed - one.without_overlap);
        one.closed_percent = one.needed > 0 ? 100 * (one.needed - one.left) / one.needed : 100;
        years.push_back(std::move(one));
    }
    return years;
}

}  // namespace dure::energy::measures
