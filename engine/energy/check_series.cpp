// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/energy/findings.hpp"

namespace dure::energy {
void check_series(const Network& network, const SeriesValues& series, Findings& findings) {
    for (std::size_t i = 0; i < network.series.size(); ++i) {
        const SeriesInfo& info = network.series[i];
        const std::string pointer = fmt::format("/series/{}", i);
        if (!is_unit(info.unit))
            findings.add(pointer + "/unit", "energy.unknown_unit", {{"unit", info.unit}});
        const auto found = series.find(info.name);
        if (found == series.end()) {
            findings.add(pointer, "energy.series_without_values", {{"name", info.name}});
            continue;
        }
        const auto& values = found->second;
        if (network.time.periods >= 1 && values.size() != static_cast<std::size_t>(network.time.periods))
            findings.add(pointer, "energy.series_length",
                         {{"name", info.name},
                          {"length", std::to_string(values.size())},
                          {"periods", std::to_string(network.time.periods)}});
        const auto bad = std::ranges::find_if_not(values, [](double v) { return std::isfinite(v); });
        if (bad != values.end())
            findings.add(pointer, "energy.series_not_finite",
                         {{"name", info.name}, {"period", std::to_string(bad - values.begin())}});
    }
}

}  // namespace dure::energy
