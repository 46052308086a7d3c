// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/monthly_sums.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/energy/formats/typical_year.hpp"

namespace dure::energy {
namespace {

constexpr MonthlySums kSums = {1450, 1300, 1250, 1150, 1100, 1200, 1400, 1450, 1200, 1100, 1150, 1350};
constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

std::string table_of(const MonthlySums& sums) {
    std::string text = "month,mwh\n";
    for (std::size_t m = 0; m < 12; ++m) text += std::to_string(m + 1) + "," + std::to_string(sums[m]) + "\n";
    return text;
}

MonthlySums sums_of(int year, const std::vector<double>& values) {
    MonthlySums sums{};
    std::size_t t = 0;
    for (std::size_t m = 0; m < 12; ++m) {
        const int hours = 24 * (kDays[m] + (m == 1 && hours_of_year(year) == 8784 ? 1 : 0));
        for (int h = 0; h < hours; ++h) sums[m] += values[t++];
    }
    EXPECT_EQ(t, values.size());
    return sums;
}

TEST(MonthlySums, ATableOfTwelveRowsIsRead) {
    EXPECT_EQ(read_monthly_sums(table_of(kSums), "m.csv").value(), kSums);
    EXPECT_EQ(
        read_monthly_sums(
            "note;mwh;month\nx;5;12\n;1;1\n;1;2\n;1;3\n;1;4\n;1;05\n;1;6\n;1;7\n;1;8\n;1;9\n;1;10\n;1; 11 \n",
            "m.csv")
            .value()[11],
        5);
}

TEST(MonthlySums, BadTablesAreNamed) {
    const auto with = [](std::size_t month, const std::string& row) {
        std::string text = "month,mwh\n";
        for (std::size_t m = 1; m <= 12; ++m) text += m == month ? row : std::to_string(m) + ",1\n";
        return text;
    };
    const struct {
        std::string text, code, first_param;
        int line;
    } cases[] = {
        {"", "csv.empty", "", 0},
        {"month,gwh\n1,1\n", "csv.unknown_column", "mwh", 1},
        {with(3, ""), "months.missing", "3", 0},
        {with(3, "13,1\n"), "months.bad_month", "13", 4},
        {with(3, "March,1\n"), "months.bad_month", "March", 4},
        {with(3, "-3,1\n"), "months.bad_month", "-3", 4},
        {with(3, "2,1\n"), "months.doubled", "2", 4},
        {with(3, "3,-1\n"), "months.negative", "3", 4},
        {with(3, "3,1e13\n"), "months.too_large", "3", 4},
        {with(3, "3,\n"), "csv.empty_cell", "mwh", 4},
        {with(3, "3,many\n"), "csv.bad_number", "mwh", 4},
        {with(3, "3,nan\n"), "csv.not_finite", "mwh", 4},
        {with(3, "3,\"1,5\"\n"), "csv.decimal_comma", "mwh", 4},
        {table_of({}), "months.all_zero", "", 0},
    };
    for (const auto& c : cases) {
        const auto read = read_monthly_sums(c.text, "m.csv");
        ASSERT_FALSE(read) << c.text;
        const Error& e = read.error()[0];
        EXPECT_EQ(e.code, c.code) << c.text;
        if (!c.first_param.empty()) {
            EXPECT_EQ(e.params.at(0).second, c.first_param) << c.text;
        }
        if (c.line > 0) {
            EXPECT_EQ(e.line, c.line) << c.text;
        }
    }
    const auto two = read_monthly_sums(with(3, "").substr(0, 30), "m.csv");
    EXPECT_EQ(two.error().back().code, "months.missing");
}

TEST(MonthlySums, ALoadMeetsTheSumsWithoutStepsAtMonthEnds) {
    const auto load = typical_electricity(2030, typical_temperature(2030, {}, 1), 15'000);
    const auto made = calibrate_to_months(2030, load, kSums).value();
    EXPECT_TRUE(made.smooth);
    // From one hour to the next the factor changes by less than a thousandth, over the end of the year too.
    for (std::size_t t = 0; t < load.size(); ++t) {
        const std::size_t next = (t + 1) % load.size();
        EXPECT_NEAR(made.values[next] / load[next] / (made.values[t] / load[t]), 1, 1e-3) << t;
    }
}

TEST(MonthlySums, SumsThatJumpAreMetInSteps) {
    MonthlySums sums = kSums;
    sums[6] = 0;
    const std::vector<double> flat(8760, 1);
    const auto made = calibrate_to_months(2030, flat, sums).value();
    EXPECT_FALSE(made.smooth);
    EXPECT_EQ(made.values[24 * 195], 0);
    EXPECT_NEAR(made.values[24 * 10], 1450 / 744.0, 1e-12) << "one factor a month";
}

TEST(MonthlySums, ASumWithoutAShapeIsRefused) {
    auto shape = std::vector<double>(8760, 1);
    std::fill(shape.begin(), shape.begin() + 31 * 24, 0);
    const auto made = calibrate_to_months(2030, shape, kSums);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error()[0].code, "months.no_shape");
    EXPECT_EQ(made.error()[0].params[0].second, "1");
}

RC_GTEST_PROP(MonthlySums, EveryMonthIsExactAndNothingIsNegative, ()) {
    const int year = *rc::gen::element(2028, 2030);
    MonthlySums sums{};
    for (double& s : sums) s = *rc::gen::inRange(0, 4) == 0 ? 0 : *rc::gen::inRange(1, 1'000'000) / 7.0;
    const auto seed = static_cast<std::uint64_t>(*rc::gen::inRange(1, 50));
    const auto load = typical_electricity(year, typical_temperature(year, {}, seed), 1e6);
    const auto made = calibrate_to_months(year, load, sums);
    RC_ASSERT(made.has_value());
    const auto met = sums_of(year, made->values);
    for (std::size_t m = 0; m < 12; ++m) RC_ASSERT(std::abs(met[m] - sums[m]) <= 1e-9 * sums[m]);
    RC_ASSERT(std::ranges::all_of(made->values, [](double v) { return v >= 0; }));
}

}  // namespace
}  // namespace dure::energy
