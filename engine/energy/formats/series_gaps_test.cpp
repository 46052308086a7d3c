// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/series_gaps.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

#include "engine/energy/formats/local_times.hpp"

namespace dure::energy {
namespace {

const Time kBerlinSpring{.start = "2030-03-31T00:00", .time_zone = "Europe/Berlin", .periods = 4};
const Time kBerlinAutumn{.start = "2030-10-27T01:00", .time_zone = "Europe/Berlin", .periods = 4};
const Time kYear{};

/// A row for each hour of an axis but those left out; the value is the number of the hour.
std::string rows(const Time& time, const std::vector<int>& without = {}) {
    const auto times = local_times(time);
    std::string text = "local_time,mw\n";
    for (int i = 0; i < time.periods; ++i)
        if (!std::ranges::count(without, i))
            text += times[static_cast<std::size_t>(i)] + "," + std::to_string(i) + "\n";
    return text;
}

std::vector<int> hours(int from, int to) {
    std::vector<int> list;
    for (int i = from; i < to; ++i) list.push_back(i);
    return list;
}

Checked<TimedSeries> read(const std::string& text, const Time& time, bool fill = false) {
    return read_timed_series(text, "s.csv", "mw", time, fill);
}

std::string told(const Errors& errors) {
    std::string all;
    for (const Error& e : errors) {
        all += (all.empty() ? "" : "; ") + e.code;
        for (const auto& [name, value] : e.params) all += " " + value;
    }
    return all;
}

TEST(SeriesGaps, MissingHoursAndEmptyCellsAreNamedAndNothingIsImported) {
    auto text = rows(kYear, {5, 6, 100});
    text.replace(text.find("2030-01-01T08:00+09:00,8"), 24, "2030-01-01T08:00+09:00, ");
    const auto series = read(text, kYear);
    ASSERT_FALSE(series);
    EXPECT_EQ(told(series.error()),
              "gaps.gap 2030-01-01T05:00+09:00 2030-01-01T06:00+09:00 2; "
              "gaps.gap 2030-01-01T08:00+09:00 2030-01-01T08:00+09:00 1; "
              "gaps.gap 2030-01-05T04:00+09:00 2030-01-05T04:00+09:00 1; gaps.ask 4 4 0");
}

TEST(SeriesGaps, ManyAreCounted) {
    std::vector<int> without;
    for (int i = 0; i < 40; ++i) without.push_back(24 * i + 5);
    const auto errors = read(rows(kYear, without), kYear).error();
    ASSERT_EQ(errors.size(), 32u);
    EXPECT_EQ(told({errors[30], errors[31]}), "gaps.more 10 10; gaps.ask 40 40 0");
}

TEST(SeriesGaps, OnRequestTheyAreFilledAndCounted) {
    auto without = hours(100, 103);                                    // three hours
    for (const int i : hours(24 * 14, 24 * 15)) without.push_back(i);  // a Tuesday
    const auto series = read(rows(kYear, without), kYear, true).value();
    EXPECT_EQ(series.straight, 3);
    EXPECT_EQ(series.like_day, 24);
    EXPECT_DOUBLE_EQ(series.values[101], 101);
    // Monday 14 and Friday 11 before, Wednesday 16 and Thursday 17 after.
    EXPECT_DOUBLE_EQ(series.values[24 * 14 + 6], 6 + 24 * (13 + 10 + 15 + 16) / 4.0);
    EXPECT_DOUBLE_EQ(series.values[24 * 15], 24 * 15);
}

TEST(SeriesGaps, WhatIsTooMuchIsRefusedAllTheSame) {
    EXPECT_EQ(told(read(rows(kYear, hours(1000, 1337)), kYear, true).error()),
              "gaps.too_long 2030-02-11T16:00+09:00 2030-02-25T16:00+09:00 337");
    std::vector<int> many;
    for (int i = 1; i < 8760; i += 18) many.push_back(i);
    EXPECT_EQ(told(read(rows(kYear, many), kYear, true).error()), "gaps.too_many 487 438");
    const Time day{.periods = 100};  // Tuesday to Saturday: four hours are not too many
    EXPECT_EQ(told(read(rows(day, hours(96, 100)), day, true).error()),
              "gaps.no_like_day 2030-01-05T00:00+09:00");
}

TEST(SeriesGaps, DaylightSavingHasAnHourLessAndAnHourTwice) {
    EXPECT_EQ(
        read("time,mw\n2030-03-31 00:00,0\n2030-03-31 01:00,1\n2030-03-31 03:00,2\n2030-03-31 04:00,3\n",
             kBerlinSpring)
            ->values,
        (std::vector<double>{0, 1, 2, 3}));
    EXPECT_EQ(told(read("time,mw\n2030-03-31 00:00,0\n2030-03-31 02:00,1\n", kBerlinSpring).error()),
              "gaps.no_such_hour 2030-03-31 02:00");
    EXPECT_EQ(
        read("time,mw\n2030-10-27T01:00,0\n2030-10-27T02:00,1\n2030-10-27T02:00,2\n2030-10-27T03:00,3\n",
             kBerlinAutumn)
            ->values,
        (std::vector<double>{0, 1, 2, 3}));
    EXPECT_EQ(read("time,mw\n2030-10-27T02:00+01:00,2\n2030-10-26T23:00Z,0\n2030-10-27T02:00+0200,1\n"
                   "2030-10-27T03:00+01:00,3\n",
                   kBerlinAutumn)
                  ->values,
              (std::vector<double>{0, 1, 2, 3}))
        << "with offsets, in any order";
    EXPECT_EQ(
        told(read("time,mw\n2030-10-27T01:00,0\n2030-10-27T02:00,1\n2030-10-27T03:00,3\n", kBerlinAutumn)
                 .error()),
        "gaps.gap 2030-10-27T02:00+01:00 2030-10-27T02:00+01:00 1; gaps.ask 1 1 0");
}

TEST(SeriesGaps, BadRowsAreNamedByTheirLine) {
    const Time day{.periods = 24};
    const struct {
        const char *row, *told;
    } cases[] = {
        {"2030-01-01T24:00,1", "gaps.bad_time 2030-01-01T24:00"},
        {"2030-02-30T00:00,1", "gaps.bad_time 2030-02-30T00:00"},
        {"noon,1", "gaps.bad_time noon"},
        {",1", "gaps.bad_time "},
        {"2030-01-01T01:00+99:00,1", "gaps.bad_time 2030-01-01T01:00+99:00"},
        {"2030-01-01T01:00:30,1", "gaps.bad_time 2030-01-01T01:00:30"},
        {"2030-01-01T01:30,1", "gaps.off_axis 2030-01-01T01:30"},
        {"2030-01-02T00:00,1", "gaps.outside 2030-01-02T00:00"},
        {"2030-01-01T00:00,1", "gaps.doubled 2030-01-01T00:00"},
        {"2030-01-01T01:00,many", "csv.bad_number mw many"},
    };
    for (const auto& c : cases) {
        const auto series = read(std::string("time,mw\n2030-01-01T00:00,0\n") + c.row + "\n", day, true);
        ASSERT_FALSE(series) << c.row;
        EXPECT_EQ(told(series.error()), c.told);
        EXPECT_EQ(series.error()[0].line, 3);
    }
}

TEST(SeriesGaps, WithoutTimesRowsGoInOrder) {
    const Time two{.periods = 2};
    EXPECT_EQ(read("mw\n1\n2\n3\n", two)->values, (std::vector<double>{1, 2, 3}))
        << "length is found by check()";
    EXPECT_EQ(read("n,mw\n1,1\n2,2\n", two)->values, (std::vector<double>{1, 2}));
    EXPECT_EQ(told(read("n,mw\n1,1\n2,\n", two).error()),
              "gaps.gap 2030-01-01T01:00+09:00 2030-01-01T01:00+09:00 1; gaps.ask 1 0 1");
}

TEST(SeriesGaps, AFileOfAnotherYearIsReadFromItsFirstHour) {
    const Time measured{.start = "2023-01-01T00:00", .periods = 24}, plan{.periods = 24};
    EXPECT_EQ(read(rows(measured), plan)->values.size(), 24u);
    EXPECT_EQ(told(read(rows(measured, {3}), plan).error()),
              "gaps.gap 2023-01-01T03:00+09:00 2023-01-01T03:00+09:00 1; gaps.ask 1 1 0");
}

RC_GTEST_PROP(SeriesGaps, WhatIsGivenStaysAndAStraightLineIsRestored, ()) {
    const Time month{.periods = 720};
    const auto without = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(1, 719));
    std::vector<int> few(without.begin(), without.begin() + static_cast<std::ptrdiff_t>(
                                                                std::min<std::size_t>(without.size(), 36)));
    const auto series = read(rows(month, few), month, true);
    RC_ASSERT(series.has_value());
    RC_ASSERT(series->straight + series->like_day == static_cast<int>(few.size()));
    for (int i = 0; i < 720; ++i)
        if (!std::ranges::count(few, i)) RC_ASSERT(series->values[static_cast<std::size_t>(i)] == i);
}

}  // namespace
}  // namespace dure::energy
