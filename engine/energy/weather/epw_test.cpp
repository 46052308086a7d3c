// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/epw.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/energy/weather/epw_for_tests.hpp"

namespace dure::energy {
namespace {

using testing::replaced;
using testing::small_epw;

TEST(Epw, ReadsPlaceAndHours) {
    const auto weather = read_epw(small_epw(false), "w.epw");
    ASSERT_TRUE(weather);
    EXPECT_EQ(weather->place.city, "Nowhere");
    EXPECT_EQ(weather->place.longitude_deg, 128.5);
    EXPECT_EQ(weather->place.utc_offset_hours, 9);
    ASSERT_EQ(weather->hours.size(), 8760u);
    EXPECT_TRUE(weather->gaps.empty());
    const auto& noon = weather->hours[12];
    EXPECT_EQ(noon.hour, 12) << "the row of hour 13 is the hour that begins at 12";
    EXPECT_EQ(noon.global_w_m2, 500);
    EXPECT_EQ(noon.wind_m_s, 3.5);
    EXPECT_EQ(weather->hours.back().month, 12);
}

TEST(Epw, TakesALeapDayAndLinesThatEndInCarriageReturns) {
    auto text = small_epw(true);
    ASSERT_EQ(read_epw(text, "w.epw")->hours.size(), 8784u);
    for (std::size_t at = 0; (at = text.find('\n', at)) != text.npos; at += 2) text.insert(at, "\r");
    EXPECT_EQ(read_epw(text, "w.epw")->hours.size(), 8784u);
}

TEST(Epw, NamesWhatTheFileDoesNotGive) {
    const auto text = replaced(small_epw(false), "2021,1,1,2,0,*,10.0", "2021,1,1,2,0,*,99.9");
    const auto weather = read_epw(text, "w.epw");
    ASSERT_TRUE(weather);
    EXPECT_EQ(weather->gaps, (std::vector<WeatherGap>{{WeatherColumn::temperature, 1, 10}}));
    EXPECT_TRUE(std::isnan(weather->hours[1].temperature_c));
}

TEST(Epw, RefusesWithTheLine) {
    struct Bad {
        const char *from, *to, *code;
        int line;
    };
    for (const auto& bad : {
             Bad{"LOCATION,", "PLACE,", "epw.no_location", 1},
             Bad{"128.5", "328.5", "epw.out_of_range", 1},
             Bad{"DATA PERIODS", "PERIODS", "epw.no_data_periods", 8768},
             Bad{"2021,1,1,2,0,*,10.0", "2021,1,1,2,0,*,warm", "epw.bad_number", 10},
             Bad{"2021,1,1,2,0,*,10.0", "2021,1,1,2,0,*,nan", "epw.bad_number", 10},
             Bad{"2021,1,1,2,0,*,10.0", "2021,1,1,2,0,*,-80", "epw.out_of_range", 10},
             Bad{"2021,1,1,2,0", "2021,1,1,25,0", "epw.out_of_range", 10},
             Bad{"2021,1,1,2,0", "2021,1,1,2.5,0", "epw.not_whole", 10},
             Bad{"2021,1,1,2,0", "2021,1.2,1,2,0", "epw.not_whole", 10},
             Bad{"2021,1,1,2,0", "1e300,1,1,2,0", "epw.out_of_range", 10},
             Bad{"2021,1,1,2,0", "2021,1,1,5,0", "epw.wrong_hour", 10},
         }) {
        const auto weather = read_epw(replaced(small_epw(false), bad.from, bad.to), "w.epw");
        ASSERT_FALSE(weather) << bad.to;
        EXPECT_EQ(weather.error()[0].code, bad.code) << bad.to;
        EXPECT_EQ(weather.error()[0].line, bad.line) << bad.to;
    }
    const auto halved = read_epw(replaced(small_epw(false), "2021,1,1,2,0", "2021,1,1,2.5,0"), "w.epw");
    ASSERT_FALSE(halved);
    EXPECT_EQ(halved.error().size(), 1u) << "the hour after a bad one is no error";
    const auto text = small_epw(false);
    auto lost = text;
    const auto row = lost.find("2021,1,1,2,");
    lost.erase(row, lost.find('\n', row) + 1 - row);
    const auto without = read_epw(lost, "w.epw");
    ASSERT_FALSE(without);
    EXPECT_EQ(without.error()[0].code, "epw.wrong_hour");
    EXPECT_EQ(without.error()[0].line, 10);
    EXPECT_EQ(without.error().size(), 1u) << "one lost hour is one error";
    EXPECT_EQ(read_epw(text.substr(0, text.rfind("2021,12,31,24")), "w.epw").error()[0].code,
              "epw.wrong_rows");
    EXPECT_EQ(read_epw("", "w.epw").error()[0].code, "epw.no_location");
    EXPECT_EQ(read_epw(text.substr(0, text.find("2021,1,1,1,")) + "1,2\n", "w.epw").error()[0].code,
              "epw.few_fields");
}

}  // namespace
}  // namespace dure::energy
