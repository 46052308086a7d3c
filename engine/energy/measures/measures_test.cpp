// SPDX-License-Identifier: Apache-2.0
// Measures and their numbers are made up for the tests; the target path is Daegu's.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/energy/measures/abatement.hpp"
#include "engine/energy/measures/gap.hpp"
#include "engine/energy/measures/status.hpp"

namespace dure::energy::measures {
namespace {

Day on(const char* text) {
    return *day_from(text);
}

Standing steady() {
    return {.begins = on("2026-01-01"),
            .ends = on("2030-12-31"),
            .milestones = {{"call", on("2026-03-01"), on("2026-02-20")}, {"survey", on("2027-06-30"), {}}},
            .years = {{2026, 100, {}}, {2027, 100, {}}}};
}

std::vector<std::string> codes(const Verdict& verdict) {
    std::vector<std::string> list;
    for (const Reason& reason : verdict.reasons) list.push_back(reason.code);
    return list;
}

TEST(Status, is_on_track_with_the_next_milestone_named) {
    const Verdict verdict = judge(steady(), on("2026-11-27"));
    EXPECT_EQ(verdict.status, Status::on_track);
    EXPECT_EQ(codes(verdict), (std::vector<std::string>{"next_milestone", "nothing_reported_yet"}));
    EXPECT_EQ(verdict.reasons[0].params, (Params{{"name", "survey"}, {"due", "2027-06-30"}}));
}

TEST(Status, is_late_the_day_after_a_milestone_and_at_risk_before_it) {
    EXPECT_EQ(codes(judge(steady(), on("2027-03-31"))).front(), "next_milestone");
    auto reported = steady();
    reported.years[0].actual = 100;
    EXPECT_EQ(judge(reported, on("2027-05-30")).status, Status::on_track);
    EXPECT_EQ(judge(reported, on("2027-05-31")).status, Status::at_risk);
    EXPECT_EQ(judge(reported, on("2027-06-30")).status, Status::at_risk);
    const Verdict late = judge(reported, on("2027-07-01"));
    EXPECT_EQ(late.status, Status::late);
    EXPECT_EQ(late.reasons[0].params, (Params{{"name", "survey"}, {"due", "2027-06-30"}, {"days", "1"}}));
}

TEST(Status, weighs_what_was_reported_against_what_was_expected) {
    auto one = steady();
    const auto with = [&](double actual) {
        one.years[0].actual = actual;
        return judge(one, on("2027-01-10"));
    };
    EXPECT_EQ(with(90).status, Status::on_track);
    EXPECT_EQ(with(89.9).status, Status::at_risk);
    EXPECT_EQ(with(70).status, Status::at_risk);
    EXPECT_EQ(with(69.9).status, Status::late);
    EXPECT_EQ(with(69.9).reasons[0].code, "saving_far_short");
    one.years[0].actual.reset();
    EXPECT_EQ(judge(one, on("2027-04-01")).reasons[0].code, "actual_missing");
}

TEST(Status, names_every_reason) {
    Standing bare{.begins = on("2026-01-01"), .ends = on("2030-12-31"), .has_owner = false};
    bare.budget = 100;
    bare.spent = 150;
    const Verdict verdict = judge(bare, on("2026-06-01"));
    EXPECT_EQ(verdict.status, Status::at_risk);
    EXPECT_EQ(codes(verdict),
              (std::vector<std::string>{"over_budget", "no_owner", "no_milestones", "no_expectation"}));
    EXPECT_EQ(verdict.reasons[0].params, (Params{{"percent", "150"}}));
}

TEST(Status, ends) {
    auto one = steady();
    EXPECT_EQ(judge(one, on("2025-12-31")).status, Status::planned);
    one.milestones[1].done = on("2027-06-01");
    one.years = {{2026, 100, 120}};
    EXPECT_EQ(judge(one, on("2031-01-01")).status, Status::done);
    one.milestones.push_back({"report", on("2031-02-01"), {}});
    EXPECT_EQ(codes(judge(one, on("2031-01-01"))).front(), "ended_open");
    one.cancelled = true;
    EXPECT_EQ(judge(one, on("2031-01-01")).status, Status::cancelled);
}

TEST(Day, reads_days_only) {
    for (const char* bad : {"", "2026", "2026-13-01", "2026-02-30", "2026-2-03", "26-02-03", "2026-02-03x",
                            "+026-02-03", "2026/02/03", "2026- 2-03", "0000-01-01"})
        EXPECT_FALSE(day_from(bad)) << bad;
    EXPECT_EQ(text_of(on("2024-02-29")), "2024-02-29");
}

TEST(Abatement, is_the_annual_cost_of_a_tonne) {
    // 1000 over 10 years at 10 %: 162.745 a year; + 20 − 1 MWh · 100 = 82.745; over 2 t: 41.373.
    const Option pump{.id = "pump",
                      .investment = 1000,
                      .lifetime_years = 10,
                      .yearly_cost = 20,
                      .energy_saved_mwh = 1,
                      .energy_price = 100,
                      .co2_saved_t = 2};
    // Without investment: 5 − 3 · 100 = −295 over 1 t.
    const Option lamp{
        .id = "lamp", .yearly_cost = 5, .energy_saved_mwh = 3, .energy_price = 100, .co2_saved_t = 1};
    const Option talk{.id = "talk", .yearly_cost = 5};
    const Curve curve = abatement_curve({pump, lamp, talk}, 0.1).value();
    ASSERT_EQ(curve.steps.size(), 2U);
    EXPECT_EQ(curve.steps[0].id, "lamp");
    EXPECT_EQ(curve.steps[0].cost_per_t, -295);
    EXPECT_NEAR(curve.steps[1].cost_per_t, 41.3727, 1e-4);
    EXPECT_EQ(curve.steps[1].cumulative_t, 3);
    EXPECT_TRUE(curve.negative_costs);
    EXPECT_EQ(curve.left_out, std::vector<std::string>{"talk"});
}

TEST(Abatement, refuses_what_has_no_answer) {
    EXPECT_EQ(abatement_curve({{.id = "a", .investment = 1, .co2_saved_t = 1}}, 0.05).error(),
              (Error{.code = "measure.no_lifetime", .params = {{"id", "a"}}}));
    EXPECT_EQ(abatement_curve({}, -1).error().code, "measure.bad_discount_rate");
}

TEST(Abatement, warns_of_overlaps_in_common_years) {
    const auto option = [](const char* id, const char* use, int from, int to) {
        return Option{.id = id, .sector = "homes", .end_use = use, .first_year = from, .last_year = to};
    };
    const auto found = overlaps_of({option("a", "heat", 2026, 2030), option("b", "heat", 2029, 2035),
                                    option("c", "light", 2026, 2030), option("d", "heat", 2036, 2040)});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].first, "a");
    EXPECT_EQ(found[0].second, "b");
    EXPECT_EQ(found[0].from_year, 2029);
    EXPECT_EQ(found[0].to_year, 2030);
}

TEST(Gap, closes_year_by_year_on_the_way_to_the_target) {
    // Daegu: 8.97 Mt in 2018, −45 % in 2030: 4.9335. Half way, in 2024: 6.95175.
    const std::vector<YearValue> targets = {
        {2018, 8.97e6}, {2030, 8.97e6 * 0.55}, {2040, 8.97e6 * 0.3}, {2050, 0}};
    const std::vector<Contribution> measures = {{"a", "homes", "heat", {{2024, 1e6}, {2030, 3e6}}},
                                                {"b", "homes", "heat", {{2024, 0.5e6}}},
                                                {"c", "industry", "motors", {{2030, 2e6}}}};
    const auto years = gap_to_target(targets, {{2018, 8.97e6}}, measures, 2018, 2050).value();
    ASSERT_EQ(years.size(), 33U);
    EXPECT_EQ(years[0].needed, 0);
    EXPECT_EQ(years[0].closed_percent, 100);
    const GapYear& half = years[6];
    EXPECT_NEAR(half.target, 6.95175e6, 1e-3);
    EXPECT_NEAR(half.needed, 2.01825e6, 1e-3);
    EXPECT_NEAR(half.total, 1.5e6, 1e-9);
    EXPECT_NEAR(half.without_overlap, 1e6, 1e-9);
    EXPECT_NEAR(half.left, 0.51825e6, 1e-3);
    EXPECT_NEAR(half.left_without_overlap, 1.01825e6, 1e-3);
    EXPECT_NEAR(half.closed_percent, 100 * 1.5 / 2.01825, 1e-9);
    EXPECT_EQ(years[12].left, 0);
    EXPECT_EQ(years[12].closed_percent, 100);
}

TEST(Gap, names_the_year_that_is_not_there) {
    const auto error = [](std::vector<YearValue> targets, std::vector<YearValue> reference, int from,
                          int to) {
        return gap_to_target(std::move(targets), std::move(reference), {}, from, to).error();
    };
    EXPECT_EQ(error({}, {{2018, 1}}, 2020, 2030).code, "measure.no_target");
    EXPECT_EQ(error({{2018, 1}, {2030, 0}}, {{2018, 1}}, 2018, 2031).params, (Params{{"year", "2031"}}));
    EXPECT_EQ(error({{2018, 1}, {2030, 0}}, {{2019, 1}, {2030, 1}}, 2018, 2030).code,
              "measure.reference_too_short");
    EXPECT_EQ(error({{2018, 1}, {2018, 0}}, {{2018, 1}}, 2018, 2018).code, "measure.doubled_year");
    EXPECT_EQ(error({{2018, 1}}, {{2018, 1}}, 2019, 2018).code, "measure.bad_years");
}

RC_GTEST_PROP(Gap, one_more_measure_never_opens_it, ()) {
    const auto number = [](int most) { return *rc::gen::inRange(0, most) * 1.0; };
    std::vector<Contribution> measures;
    const int count = *rc::gen::inRange(0, 6);
    for (int n = 0; n < count; ++n)
        measures.push_back({std::to_string(n),
                            n % 2 ? "homes" : "industry",
                            "heat",
                            {{2025, number(300)}, {2030, number(300)}}});
    const std::vector<YearValue> targets = {{2018, number(2000)}, {2030, number(1000)}};
    const auto before = gap_to_target(targets, {{2018, 1000}}, measures, 2018, 2030).value();
    measures.push_back({"new", "homes", "heat", {{2025, number(300)}}});
    const auto after = gap_to_target(targets, {{2018, 1000}}, measures, 2018, 2030).value();
    for (std::size_t i = 0; i < before.size(); ++i) {
        RC_ASSERT(after[i].left <= before[i].left);
        RC_ASSERT(after[i].left_without_overlap <= before[i].left_without_overlap);
        RC_ASSERT(after[i].without_overlap <= after[i].total + 1e-9);
        RC_ASSERT(after[i].closed_percent >= before[i].closed_percent - 1e-9);
        RC_ASSERT(after[i].closed_percent <= 100 + 1e-9);
    }
}

RC_GTEST_PROP(Abatement, is_in_order_and_adds_up, ()) {
    std::vector<Option> options;
    const int count = *rc::gen::inRange(1, 8);
    double sum = 0;
    for (int n = 0; n < count; ++n) {
        const double co2 = *rc::gen::inRange(1, 100) * 1.0;
        options.push_back({.id = std::to_string(n),
                           .investment = *rc::gen::inRange(0, 1000) * 1.0,
                           .lifetime_years = 10,
                           .energy_saved_mwh = *rc::gen::inRange(0, 10) * 1.0,
                           .energy_price = 50,
                           .co2_saved_t = co2});
        sum += co2;
    }
    const Curve cheap = abatement_curve(options, 0.02).value(), dear = abatement_curve(options, 0.08).value();
    RC_ASSERT(std::ranges::is_sorted(cheap.steps, {}, &Step::cost_per_t));
    RC_ASSERT(std::abs(cheap.steps.back().cumulative_t - sum) < 1e-9);
    for (const Step& step : cheap.steps) {
        const auto other = std::ranges::find(dear.steps, step.id, &Step::id);
        RC_ASSERT(other->cost_per_t >= step.cost_per_t - 1e-9);  // a higher rate never makes it cheaper
    }
}

RC_GTEST_PROP(Status, time_alone_never_mends_an_open_milestone, ()) {
    auto one = steady();
    one.years.clear();
    const auto today = on("2027-05-01") + std::chrono::days(*rc::gen::inRange(0, 400));
    const auto later = today + std::chrono::days(*rc::gen::inRange(0, 400));
    const auto before = judge(one, today).status, after = judge(one, later).status;
    if (before == Status::late) RC_ASSERT(after == Status::late);
}

}  // namespace
}  // namespace dure::energy::measures
