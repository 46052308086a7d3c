// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/explain.hpp"

#include <algorithm>

#include "engine/energy/network_for_tests.hpp"

namespace dure::energy::testing {
namespace {

const ConflictPart* find(const std::vector<ConflictPart>& parts, std::string_view pointer) {
    const auto found = std::ranges::find(parts, pointer, &ConflictPart::pointer);
    return found == parts.end() ? nullptr : &*found;
}

/// Four hours of 100 MW: coal at 1 t/MWh without end, sun that can be built up to 30 MW and shines always,
/// and a third plant that has nothing to do with it.
Sketch coal_and_sun(double cap_t) {
    Sketch s(4);
    s.network.carriers = {{.name = "coal", .co2_t_per_mwh = 1}, {.name = "sun", .renewable = true}};
    s.bus("city");
    s.bus("heat", "heat");
    s.load("load", "city", 100.0);
    s.load("baths", "heat", 10.0);
    s.generator("coal", "city", fixed(1000), 20.0).carrier = "coal";
    Capacity sun = extendable(1);
    sun.maximum = 30;
    s.generator("sun", "city", sun, 0.0).carrier = "sun";
    Capacity boiler = extendable(1);
    boiler.maximum = 50;
    s.generator("boiler", "heat", boiler, 5.0);
    s.limit(LimitKind::co2_cap, cap_t);
    return s;
}

TEST(Explain, says_nothing_of_what_can_be_planned) {
    const Sketch s = coal_and_sun(400);
    EXPECT_TRUE(explain(s.network, s.values).empty());
}

TEST(Explain, names_the_least_set_and_how_far_each_must_give_way) {
    // 280 t are the least, for 70 MW of coal in four hours.
    const Sketch s = coal_and_sun(200);
    const auto parts = explain(s.network, s.values);
    ASSERT_EQ(parts.size(), 3u);
    const auto* cap = find(parts, "/limits/0");
    const auto* sun = find(parts, "/generators/1/p_nom/maximum");
    const auto* city = find(parts, "/buses/0");
    ASSERT_TRUE(cap && sun && city);
    EXPECT_EQ(cap->kind, ConflictKind::limit);
    EXPECT_NEAR(cap->relaxed.value_or(0), 280, 0.01);
    EXPECT_NEAR(sun->relaxed.value_or(0), 50, 0.01);
    EXPECT_NEAR(city->missed_mwh, 80, 0.01);
    EXPECT_FALSE(city->surplus);
    EXPECT_TRUE(cap->helps && sun->helps && city->helps);
}

TEST(Explain, what_it_proposes_makes_a_plan_possible) {
    for (const auto& part : explain(coal_and_sun(200).network, {})) {
        Sketch s = coal_and_sun(200);
        if (part.kind == ConflictKind::limit) s.network.limits[0].value = *part.relaxed;
        if (part.kind == ConflictKind::maximum) s.network.generators[1].p_nom.maximum = *part.relaxed;
        if (part.kind == ConflictKind::balance) s.network.buses[0].value_of_lost_load = 5000;
        EXPECT_EQ(s.solved().status, lp::Status::optimal) << part.pointer;
    }
}

TEST(Explain, leaves_out_a_limit_that_others_make_hopeless) {
    // 60 % of renewables cannot come from 30 MW of sun; the cap alone would be no trouble.
    Sketch s = coal_and_sun(390);
    s.limit(LimitKind::renewable_share, 0.6);
    const auto parts = explain(s.network, s.values);
    ASSERT_EQ(parts.size(), 2u);
    const auto* share = find(parts, "/limits/1");
    const auto* sun = find(parts, "/generators/1/p_nom/maximum");
    ASSERT_TRUE(share && sun);
    EXPECT_NEAR(share->relaxed.value_or(0), 0.3, 1e-4);
    EXPECT_NEAR(sun->relaxed.value_or(0), 60, 0.01);
}

TEST(Explain, says_when_a_part_alone_does_not_help) {
    // Two shares that the sun cannot give: each alone leaves the other.
    Sketch s = coal_and_sun(400);
    s.limit(LimitKind::renewable_share, 0.6);
    s.limit(LimitKind::self_sufficiency, 2);
    const auto parts = explain(s.network, s.values);
    ASSERT_FALSE(parts.empty());
    for (const auto& part : parts)
        EXPECT_TRUE(part.kind != ConflictKind::limit || !part.relaxed) << part.pointer;
}

TEST(Explain, finds_the_hours_that_cannot_be_served) {
    Sketch s(72);
    s.bus("city");
    std::vector<double> need(72, 50);
    need[10] = need[11] = 90;
    need[60] = 95;
    s.load("load", "city", s.series("need", "MW", need));
    s.generator("plant", "city", fixed(80), 10.0);
    const auto parts = explain(s.network, s.values);
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_EQ(parts[0].pointer, "/buses/0");
    EXPECT_NEAR(parts[0].missed_mwh, 35, 0.01);
    EXPECT_NEAR(parts[0].missed_mw, 15, 0.01);
    ASSERT_EQ(parts[0].windows.size(), 2u);
    EXPECT_EQ(parts[0].windows[0].from, 10);
    EXPECT_EQ(parts[0].windows[0].to, 12);
    EXPECT_NEAR(parts[0].windows[0].missed_mwh, 20, 0.01);
    EXPECT_EQ(parts[0].windows[1].from, 60);
    // Either of the two is a conflict by itself.
    EXPECT_NE(parts[0].windows[0].needed, parts[0].windows[1].needed);
}

TEST(Explain, tells_a_surplus_from_a_shortage) {
    Sketch s(3);
    s.bus("city");
    s.load("load", "city", 50.0);
    s.generator("reactor", "city", fixed(80), 10.0).p_min_pu = 0.9;
    const auto parts = explain(s.network, s.values);
    ASSERT_EQ(parts.size(), 1u);
    EXPECT_TRUE(parts[0].surplus);
    EXPECT_NEAR(parts[0].missed_mwh, 3 * 22, 0.01);
}

}  // namespace
}  // namespace dure::energy::testing
