// SPDX-License-Identifier: Apache-2.0
// Any bytes as a table of monthly sums: twelve sums that a year can be calibrated to, or errors; never a
// crash.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/energy/formats/monthly_sums.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dure::energy;
    const auto sums = read_monthly_sums({reinterpret_cast<const char*>(data), size}, "fuzz.csv");
    if (!sums) {
        if (sums.error().empty()) std::abort();
        return 0;
    }
    const auto made = calibrate_to_months(2030, std::vector<double>(8760, 1), *sums);
    if (!made || !std::ranges::all_of(made->values, [](double v) { return v >= 0 && std::isfinite(v); }))
        std::abort();
    return 0;
}
