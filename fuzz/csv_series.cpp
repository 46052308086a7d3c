// SPDX-License-Identifier: Apache-2.0
// CSV series: every row that is read is as long as the header, and every value is finite.
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/energy/formats/csv_series.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto table = dure::energy::read_csv_table(text, "fuzz.csv");
    if (!table) {
        if (table.error().empty()) std::abort();
        return 0;
    }
    for (const auto& row : table->rows) {
        if (row.size() != table->header.size()) std::abort();
    }
    const auto columns = dure::energy::read_csv_series(text, "fuzz.csv", table->header);
    if (!columns) return 0;
    for (const auto& [name, values] : *columns) {
        for (const double v : values) {
            if (!std::isfinite(v)) std::abort();
        }
    }
    return 0;
}
