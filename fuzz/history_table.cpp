// SPDX-License-Identifier: Apache-2.0
// Tables for forecasts: what is read is finite and in order, and forecasting it answers or refuses.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/energy/forecast/history_table.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dure::energy::forecast;
    const auto table = read_history_table({reinterpret_cast<const char*>(data), size}, "fuzz.csv");
    if (!table) {
        if (table.error().empty()) std::abort();
        return 0;
    }
    if (!std::ranges::is_sorted(table->history, {}, &Sample::year)) std::abort();
    for (const Sample& one : table->history)
        if (!std::isfinite(one.value)) std::abort();
    const auto forecast = by_trend(table->history, {.to_year = 2210});
    if (forecast && forecast->years.empty()) std::abort();
    by_drivers(table->history, table->drivers, {.to_year = 2210});
    return 0;
}
