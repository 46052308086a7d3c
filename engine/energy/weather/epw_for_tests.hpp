// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <chrono>
#include <iterator>
#include <string>
#include <string_view>

namespace dure::energy::testing {

/// An invented year in EPW: 10 °C, 3.5 m/s, and 500 W/m² from 8 to 17 o'clock, half of it diffuse.
inline std::string small_epw(bool leap) {
    using namespace std::chrono;
    std::string text =
        "LOCATION,Nowhere,-,KOR,Invented,000000,35.5,128.5,9.0,50.0\nDESIGN CONDITIONS,0\n"
        "TYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\nHOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\n"
        "COMMENTS 1,invented\nCOMMENTS 2,\nDATA PERIODS,1,1,Data,Friday,1/1,12/31\n";
    const int y = leap ? 2020 : 2021;
    for (auto day = sys_days(year(y) / January / 1); day < sys_days(year(y + 1) / January / 1);
         day += days(1)) {
        const year_month_day date(day);
        for (int hour = 1; hour <= 24; ++hour) {
            const int light = hour > 8 && hour <= 17 ? 500 : 0;
            fmt::format_to(std::back_inserter(text),
                           "{},{},{},{},0,*,10.0,5.0,70,101325,0,0,300,{},{},{},0,0,0,0,180,3.5\n", y,
                           static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), hour,
                           light, light / 2, light / 2);
        }
    }
    return text;
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace dure::energy::testing
