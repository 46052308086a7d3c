// SPDX-License-Identifier: Apache-2.0
// Tables for the decomposition: what is read is complete, not negative, and its parts add up.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/energy/formats/change_table.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dure::energy;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto file = read_change_table(text, "fuzz.csv");
    if (!file) {
        if (file.error().empty()) std::abort();
        return 0;
    }
    const auto& t = file->table;
    const std::size_t sectors = t.periods.size() * t.sectors.size();
    if (t.periods.size() < 2 || t.activity.size() != sectors || t.energy.size() != sectors * t.fuels.size())
        std::abort();
    if (!std::ranges::all_of(t.energy,
                             [](double v) { return v >= 0 && v < 1e150 && (v == 0 || v > 1e-150); }) ||
        !std::ranges::all_of(t.activity, [](double v) { return v < 1e150 && (v == 0 || v > 1e-150); }))
        return 0;
    const auto change = decompose(t, 0, t.periods.size() - 1, Quantity::energy);
    if (change && !(std::abs(change->residual) <= 1e-9 * std::max(change->start, change->end))) std::abort();
    return 0;
}
