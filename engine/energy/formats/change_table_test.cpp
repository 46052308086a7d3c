// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/change_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dure::energy {
namespace {

using ::testing::ElementsAre;

constexpr std::string_view kWhole =
    "year,sector,fuel,activity (bn KRW),energy_tj,CO2 [t]\n"
    "2020,industry,gas,12,32,2\n"
    "2020,industry,power,,10,0\n"
    "2010,industry,gas,10,30,3\n"
    "2010,industry,power,10,5,0\n";

TEST(ChangeTable, ReadsHeadingsUnitsAndAnActivityGivenOnce) {
    const auto file = read_change_table(kWhole, "t.csv");
    ASSERT_TRUE(file.has_value()) << file.error()[0].code;
    EXPECT_THAT(file->table.periods, ElementsAre("2010", "2020"));
    EXPECT_THAT(file->table.fuels, ElementsAre("gas", "power"));
    EXPECT_THAT(file->table.activity, ElementsAre(10, 12));
    EXPECT_THAT(file->table.energy, ElementsAre(30, 5, 32, 10));
    EXPECT_THAT(file->table.emissions, ElementsAre(3, 0, 2, 0));
    EXPECT_EQ(file->activity_unit, "bn KRW");
    EXPECT_EQ(file->energy_unit, "tj");
    EXPECT_EQ(file->emissions_unit, "t");
}

TEST(ChangeTable, ReadsKoreanHeadingsWithoutFuelOrEmissions) {
    const auto file = read_change_table(
        "연도;부문;활동량;에너지 (천toe)\n2014;산업;1;2\n2015;산업;1;3\n2014;수송;1;2\n2015;수송;1;3\n",
        "t.csv");
    ASSERT_TRUE(file.has_value()) << file.error()[0].code;
    EXPECT_EQ(file->energy_unit, "천toe");
    EXPECT_TRUE(file->table.emissions.empty());
    EXPECT_EQ(file->table.fuels.size(), 1U);
}

TEST(ChangeTable, NamesEveryFaultWithItsLine) {
    struct Case {
        std::string_view text, code;
        int line;
    };
    const Case cases[] = {
        {"", "csv.empty", 0},
        {"year,sector,energy\n1,a,2\n", "change.no_column", 1},
        {"year,period,sector,activity,energy\n1,1,a,1,2\n", "change.doubled_column", 1},
        {"year,sector,activity,energy\n1,a,1,2\n2,a,1,x\n", "csv.bad_number", 3},
        {"year,sector,activity,energy\n1,a,1,2\n2,a,-1,1\n", "change.negative", 3},
        {"year,sector,activity,energy\n1,a,1,2\n2,,1,1\n", "csv.empty_cell", 3},
        {"year,sector,activity,energy\n1,a,1,2\n1,a,1,3\n2,a,1,1\n", "change.doubled_row", 3},
        {"year,sector,fuel,activity,energy\n1,a,f,1,2\n1,a,g,2,3\n2,a,f,1,1\n2,a,g,1,1\n",
         "change.activity_differs", 3},
        {"year,sector,activity,energy\n1,a,1,2\n2,a,1,1\n2,b,1,1\n", "change.missing", 0},
        {"year,sector,activity,energy\n1,a,1,2\n2,a,,1\n", "change.missing_activity", 0},
        {"year,sector,activity,energy\n1,a,1,2\n", "change.one_period", 0},
    };
    for (const auto& c : cases) {
        const auto file = read_change_table(c.text, "t.csv");
        ASSERT_FALSE(file.has_value()) << c.text;
        EXPECT_EQ(file.error()[0].code, c.code) << c.text;
        EXPECT_EQ(file.error()[0].line, c.line) << c.text;
    }
}

}  // namespace
}  // namespace dure::energy
