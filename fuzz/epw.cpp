// SPDX-License-Identifier: Apache-2.0
// Any bytes as a weather file: an answer or errors with their lines, never a crash; every year that is read
// has a PV yield.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/energy/weather/photovoltaic.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto weather = dure::energy::read_epw(text, "fuzz.epw");
    if (!weather) {
        if (weather.error().empty() || weather.error().size() > 101) std::abort();
        return 0;
    }
    for (const double pu : dure::energy::photovoltaic(*weather, {}))
        if (pu < 0 || pu > 1) std::abort();
    return 0;
}
