// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/forecast/history_table.hpp"

#include <gtest/gtest.h>

namespace dure::energy::forecast {
namespace {

TEST(HistoryTable, reads_years_values_and_drivers) {
    const auto table =
        read_history_table("\xEF\xBB\xBF연도,값 (GWh),people\n2011,\"1,200.5\",10\n2010,1100,\n2012,,12\n",
                           "t.csv")
            .value();
    EXPECT_EQ(table.unit, "GWh");
    EXPECT_EQ(table.history, (std::vector<Sample>{{2010, 1100}, {2011, 1200.5}}));
    ASSERT_EQ(table.drivers.size(), 1U);
    EXPECT_EQ(table.drivers[0].values, (std::vector<Sample>{{2011, 10}, {2012, 12}}));
}

TEST(HistoryTable, names_what_is_bad) {
    const struct {
        const char *text, *code;
        int line;
    } table[] = {{"", "csv.empty", 0},
                 {"a,b\n1,2\n", "forecast.no_column", 1},
                 {"year,x\n2010,2\n", "forecast.no_column", 1},
                 {"year,value\nten,2\n", "forecast.bad_year", 2},
                 {"year,value\n2010.5,2\n", "forecast.bad_year", 2},
                 {"year,value\n99,2\n", "forecast.bad_year", 2},
                 {"year,value\n2010,2\n2010,3\n", "forecast.doubled_year", 3},
                 {"year,value\n2010,two\n", "forecast.bad_number", 2},
                 {"year,value\n2010,1e999\n", "forecast.bad_number", 2},
                 {"year,value,d\n2010,2,nan\n", "forecast.bad_number", 2},
                 {"year,value\n2010\n", "csv.wrong_count", 2}};
    for (const auto& [text, code, line] : table) {
        const auto read = read_history_table(text, "t.csv");
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().at(0).code, code) << text;
        EXPECT_EQ(read.error().at(0).line, line) << text;
    }
}

}  // namespace
}  // namespace dure::energy::forecast
