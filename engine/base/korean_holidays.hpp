// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace dure {

/// A public holiday of the Republic of Korea other than a Sunday.
struct PublicHoliday {
    std::chrono::year_month_day day;
    std::string_view korean, english;
    bool substitute = false;  ///< a working day given because the holiday fell on a day that was free anyway
};

constexpr int kFirstHolidayYear = 2000, kLastHolidayYear = 2050;

/// The public holidays of a year in the order of their days (two of one day: two entries), after the decree
/// on holidays of public offices (관공서의 공휴일에 관한 규정) as it was amended
///  - 2005 and 2006: Arbor Day (until 2005) and Constitution Day (until 2007) are holidays no more;
///  - 2012: Hangul Day is one again, from 2013;
///  - 2013 (substitute days, article 3): from 2014 for Seollal and Chuseok (Sunday or another holiday) and
///    Children's Day (Saturday too);
///  - 2021: from 2021 for the national days 1 March, 15 August, 3 and 9 October (Saturday too);
///  - 2023: from 2023 for Buddha's Birthday and Christmas (Saturday too).
/// What was or will be amended after 2023 is not in it; temporary holidays and election days are not
/// computed. Lunar days are those of ICU's Dangi calendar; the institute of astronomy publishes the binding
/// ones year by year. Error: holidays.year {year, from, to}.
Expected<std::vector<PublicHoliday>> korean_holidays(int year);

}  // namespace dure
