// SPDX-License-Identifier: Apache-2.0
#include "cli/hourly_csv.hpp"

#include <fmt/format.h>

#include <chrono>
#include <iterator>

namespace dure::cli {

std::string hourly_csv(int year, std::span<const HourlyColumn> columns) {
    using namespace std::chrono;
    std::string csv = "local_time";
    for (const auto& c : columns) csv += fmt::format(",{}", c.name);
    csv += '\n';
    for (std::size_t t = 0; t < columns[0].values.size(); ++t) {
        const year_month_day day(sys_days(std::chrono::year(year) / January / 1) + days(t / 24));
        fmt::format_to(std::back_inserter(csv), "{}-{:02}-{:02}T{:02}:00", year,
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), t % 24);
        for (const auto& c : columns)
            fmt::format_to(std::back_inserter(csv), ",{:.{}f}", c.values[t], c.decimals);
        csv += '\n';
    }
    return csv;
}

}  // namespace dure::cli
