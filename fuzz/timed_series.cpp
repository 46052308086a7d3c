// SPDX-License-Identifier: Apache-2.0
// A table of a series with times: what is read has as many values as the axis, all finite, with and without
// filling; what is refused says why.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/energy/formats/series_gaps.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    dure::energy::Time time;
    time.start = "2030-03-30T00:00";
    time.periods = 48;
    if (data[0] & 1) time.time_zone = "Europe/Berlin";
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const auto read = dure::energy::read_timed_series(text, "fuzz.csv", "value", time, (data[0] & 2) != 0);
    if (!read) {
        if (read.error().empty()) std::abort();
        return 0;
    }
    // Without times rows go in order, whatever their number; only a table with times is filled.
    if (read->straight + read->like_day > 0 && read->values.size() != 48) std::abort();
    for (const double value : read->values)
        if (!std::isfinite(value)) std::abort();
    return 0;
}
