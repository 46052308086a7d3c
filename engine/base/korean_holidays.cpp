// SPDX-License-Identifier: Apache-2.0
#include "engine/base/korean_holidays.hpp"

#include <unicode/calendar.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace dure {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// From which year a holiday is given back, and whether a Saturday counts as free.
struct GivenBack {
    int from = 9999;
    bool on_saturday = true;
};

struct FixedHoliday {
    unsigned month, day;
    std::string_view korean, english;
    int first_year = 0, last_year = 9999;
    GivenBack back = {};
};

constexpr FixedHoliday kFixedHolidays[] = {
    {1, 1, "새해 첫날", "New Year's Day"},
    {3, 1, "3·1절", "Independence Movement Day", 0, 9999, {2021}},
    {4, 5, "식목일", "Arbor Day", 0, 2005},
    {5, 5, "어린이날", "Children's Day", 0, 9999, {2014}},
    {6, 6, "현충일", "Memorial Day"},
    {7, 17, "제헌절", "Constitution Day", 0, 2007},
    {8, 15, "광복절", "Liberation Day", 0, 9999, {2021}},
    {10, 3, "개천절", "National Foundation Day", 0, 9999, {2021}},
    {10, 9, "한글날", "Hangul Day", 2013, 9999, {2021}},
    {12, 25, "성탄절", "Christmas Day", 0, 9999, {2023}},
};

/// Days of the lunar calendar, looked for within days of the year that hold them for sure.
struct LunarHoliday {
    int month, day;
    std::chrono::month_day from, to;
    std::string_view korean, english;
    bool with_neighbours;
    GivenBack back;
};

constexpr LunarHoliday kLunarHolidays[] = {
    {1, 1, std::chrono::January / 19, std::chrono::February / 23, "설날", "Seollal", true, {2014, false}},
    {4,
     8,
     std::chrono::April / 24,
     std::chrono::June / 2,
     "부처님오신날",
     "Buddha's Birthday",
     false,
     {2023}},
    {8, 15, std::chrono::September / 5, std::chrono::October / 12, "추석", "Chuseok", true, {2014, false}},
};

struct Found {
    PublicHoliday holiday;
    GivenBack back;
};

class LunarCalendar {
  public:
    LunarCalendar() {
        UErrorCode status = U_ZERO_ERROR;
        calendar_.reset(icu::Calendar::createInstance(icu::TimeZone::createTimeZone("Asia/Seoul"),
                                                      icu::Locale("ko", "KR", nullptr, "calendar=dangi"),
                                                      status));
        if (U_FAILURE(status) || std::string_view(calendar_->getType()) != "dangi")
            throw std::runtime_error("ICU has no Dangi calendar");
    }
    bool is(sys_days day, int lunar_month, int lunar_day) {
        UErrorCode status = U_ZERO_ERROR;
        calendar_->setTime(static_cast<double>(day.time_since_epoch().count()) * 86'400'000.0 + kNoonInSeoul,
                           status);
        const int month = calendar_->get(UCAL_MONTH, status), of_month = calendar_->get(UCAL_DATE, status),
                  leap = calendar_->get(UCAL_IS_LEAP_MONTH, status);
        if (U_FAILURE(status)) throw std::runtime_error("ICU cannot compute a lunar day");
        return leap == 0 && month + 1 == lunar_month && of_month == lunar_day;
    }

  private:
    static constexpr double kNoonInSeoul = 3 * 3'600'000.0;
    std::unique_ptr<icu::Calendar> calendar_;
};

void add_lunar_holidays(int year, std::vector<Found>& found) {
    LunarCalendar calendar;
    for (const LunarHoliday& h : kLunarHolidays) {
        const std::chrono::year y(year);
        const sys_days last = y / h.to;
        sys_days day = y / h.from;
        while (day <= last && !calendar.is(day, h.month, h.day)) day += days(1);
        if (day > last) throw std::runtime_error("a lunar holiday lies outside its days");
        for (int beside = h.with_neighbours ? -1 : 0; beside <= (h.with_neighbours ? 1 : 0); ++beside)
            found.push_back({{day + days(beside), h.korean, h.english}, h.back});
    }
}

/// One day given back for each day that was free anyway: the first one after it that is not free.
void add_substitutes(int year, std::vector<Found>& found) {
    using std::chrono::weekday;
    const auto count = found.size();
    const auto holidays_on = [&](sys_days day) {
        return std::ranges::count_if(found, [&](const Found& f) { return sys_days(f.holiday.day) == day; });
    };
    std::optional<sys_days> before;
    for (std::size_t i = 0; i < count; ++i) {
        const Found one = found[i];
        const sys_days day = one.holiday.day;
        const weekday w(day);
        const bool was_free =
            w == std::chrono::Sunday || (one.back.on_saturday && w == std::chrono::Saturday) ||
            std::count_if(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count),
                          [&](const Found& f) { return sys_days(f.holiday.day) == day; }) > 1;
        if (year < one.back.from || !was_free || before == day) continue;
        before = day;
        sys_days given = day + days(1);
        while (holidays_on(given) > 0 || weekday(given) == std::chrono::Sunday ||
               weekday(given) == std::chrono::Saturday)
            given += days(1);
        found.push_back({{given, one.holiday.korean, one.holiday.english, true}, {}});
    }
}

}  // namespace

Expected<std::vector<PublicHoliday>> korean_holidays(int year) {
    if (year < kFirstHolidayYear || year > kLastHolidayYear)
        return fail("holidays.year", {{"year", std::to_string(year)},
                                      {"from", std::to_string(kFirstHolidayYear)},
                                      {"to", std::to_string(kLastHolidayYear)}});
    std::vector<Found> found;
    for (const FixedHoliday& h : kFixedHolidays)
        if (year >= h.first_year && year <= h.last_year)
            found.push_back({{std::chrono::year(year) / static_cast<int>(h.month) / static_cast<int>(h.day),
                              h.korean, h.english},
                             h.back});
    add_lunar_holidays(year, found);
    const auto by_day = [](const Found& a, const Found& b) { return a.holiday.day < b.holiday.day; };
    std::ranges::stable_sort(found, by_day);
    add_substitutes(year, found);
    std::ranges::stable_sort(found, by_day);
    std::vector<PublicHoliday> holidays;
    for (const Found& f : found) holidays.push_back(f.holiday);
    return holidays;
}

}  // namespace dure
