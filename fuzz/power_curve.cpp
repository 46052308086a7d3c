// SPDX-License-Identifier: Apache-2.0
// Any bytes as a power curve: an answer that holds its own rules, or errors; never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/energy/weather/wind.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto curve = dure::energy::read_power_curve(text, "fuzz.csv");
    if (!curve) {
        if (curve.error().empty()) std::abort();
        return 0;
    }
    if (!dure::energy::check_power_curve(*curve)) std::abort();
    for (double wind = -1; wind < 40; wind += 0.7) {
        const double share = dure::energy::power_share(*curve, wind);
        if (!(share >= 0 && share <= 1)) std::abort();
    }
    return 0;
}
