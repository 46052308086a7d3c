// SPDX-License-Identifier: Apache-2.0
#include "engine/base/korean_holidays.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace dure {
namespace {

using namespace std::chrono;

std::string written(year_month_day d) {
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(static_cast<int>(d.year())) + "-" + two(static_cast<unsigned>(d.month())) + "-" +
           two(static_cast<unsigned>(d.day()));
}

/// The days of a holiday, or those given back for it, joined by blanks.
std::string days_of(int year, std::string_view english, bool substitute = false) {
    std::string joined;
    const auto holidays = korean_holidays(year).value();
    for (const auto& h : holidays)
        if (h.english == english && h.substitute == substitute)
            joined += (joined.empty() ? "" : " ") + written(h.day);
    return joined;
}

std::string substitutes(int year) {
    std::string joined;
    const auto holidays = korean_holidays(year).value();
    for (const auto& h : holidays)
        if (h.substitute) joined += (joined.empty() ? "" : " ") + written(h.day).substr(5);
    return joined;
}

TEST(KoreanHolidays, LunarDaysAreThePublishedOnes) {
    const struct {
        int year;
        const char *seollal, *chuseok;
    } published[] = {{2020, "01-25", "10-01"}, {2021, "02-12", "09-21"}, {2022, "02-01", "09-10"},
                     {2023, "01-22", "09-29"}, {2024, "02-10", "09-17"}, {2025, "01-29", "10-06"},
                     {2026, "02-17", "09-25"}};
    for (const auto& p : published) {
        const auto middle = [&](const char* name) { return days_of(p.year, name).substr(16, 5); };
        EXPECT_EQ(middle("Seollal"), p.seollal) << p.year;
        EXPECT_EQ(middle("Chuseok"), p.chuseok) << p.year;
    }
    EXPECT_EQ(days_of(2023, "Buddha's Birthday"), "2023-05-27");
    EXPECT_EQ(days_of(2024, "Buddha's Birthday"), "2024-05-15");
    EXPECT_EQ(days_of(2025, "Buddha's Birthday"), "2025-05-05");
    EXPECT_EQ(days_of(2025, "Chuseok"), "2025-10-05 2025-10-06 2025-10-07");
}

TEST(KoreanHolidays, DaysAreGivenBackAsTheDecreeSaysInEachYear) {
    const struct {
        int year;
        const char* days;
    } published[] = {
        {2013, ""},
        {2014, "09-10"},
        {2015, "09-29"},
        {2016, "02-10"},
        {2017, "01-30 10-06"},
        {2018, "05-07 09-26"},
        {2019, "05-06"},
        {2020, "01-27"},
        {2021, "08-16 10-04 10-11"},
        {2022, "09-12 10-10"},
        {2023, "01-24 05-29"},
        {2024, "02-12 05-06"},
        {2025, "03-03 05-06 10-08"},
        {2026, "03-02 05-25 08-17 10-05"},
    };
    for (const auto& p : published) EXPECT_EQ(substitutes(p.year), p.days) << p.year;
}

TEST(KoreanHolidays, TheListFollowsTheLawOfItsYear) {
    EXPECT_EQ(days_of(2012, "Hangul Day"), "");
    EXPECT_EQ(days_of(2013, "Hangul Day"), "2013-10-09");
    EXPECT_EQ(days_of(2005, "Arbor Day"), "2005-04-05");
    EXPECT_EQ(days_of(2006, "Arbor Day"), "");
    EXPECT_EQ(days_of(2007, "Constitution Day"), "2007-07-17");
    EXPECT_EQ(days_of(2008, "Constitution Day"), "");
    EXPECT_EQ(days_of(2027, "Memorial Day", true), "") << "a Sunday, but Memorial Day is not given back";
}

TEST(KoreanHolidays, EveryYearIsWhole) {
    for (int year = kFirstHolidayYear; year <= kLastHolidayYear; ++year) {
        const auto holidays = korean_holidays(year).value();
        EXPECT_TRUE(std::ranges::is_sorted(holidays, {}, &PublicHoliday::day)) << year;
        EXPECT_EQ(std::ranges::count(holidays, "설날", &PublicHoliday::korean) -
                      std::ranges::count_if(holidays,
                                            [](const auto& h) { return h.korean == "설날" && h.substitute; }),
                  3)
            << year;
        for (const auto& h : holidays) {
            EXPECT_EQ(static_cast<int>(h.day.year()), year);
            if (!h.substitute) continue;
            const weekday w{sys_days(h.day)};
            EXPECT_TRUE(w != Saturday && w != Sunday) << written(h.day);
            EXPECT_EQ(std::ranges::count(holidays, h.day, &PublicHoliday::day), 1) << written(h.day);
        }
    }
}

TEST(KoreanHolidays, OtherYearsAreRefused) {
    for (const int year : {1999, 2051, -1}) EXPECT_EQ(korean_holidays(year).error().code, "holidays.year");
}

}  // namespace
}  // namespace dure
