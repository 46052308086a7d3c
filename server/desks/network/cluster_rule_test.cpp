// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/cluster_rule.hpp"

#include <gtest/gtest.h>

namespace dure::desks::network {
namespace {

using people::OrganisationKind;

const ClusterRule kRule{.min_members = 15, .min_fte = 0.5, .min_kinds = 2};

ClusterFigures on(std::string day, std::optional<std::int64_t> members, std::optional<double> fte,
                  std::vector<OrganisationKind> kinds) {
    return {.on = std::move(day), .members = members, .fte = fte, .kinds = std::move(kinds)};
}

TEST(ClusterRule, IsMetAtItsBoundsAndMissedJustBelow) {
    const std::vector kinds{OrganisationKind::company, OrganisationKind::university};
    EXPECT_EQ(validate(kRule, {on("2026-01-01", 15, 0.5, kinds)}, {}).verdict, Verdict::met);
    EXPECT_EQ(validate(kRule, {on("2026-01-01", 14, 0.5, kinds)}, {}).verdict, Verdict::not_met);
    EXPECT_EQ(validate(kRule, {on("2026-01-01", 15, 0.49, kinds)}, {}).verdict, Verdict::not_met);
    EXPECT_EQ(validate(kRule, {on("2026-01-01", 15, 0.5, {OrganisationKind::company})}, {}).verdict,
              Verdict::not_met);
}

TEST(ClusterRule, WhatNobodySaidIsUnknownAndNotZero) {
    const Validation nothing = validate(kRule, {}, {});
    EXPECT_EQ(nothing.verdict, Verdict::unknown);
    for (const Finding& one : nothing.findings) EXPECT_FALSE(one.found);
    // One criterion that is missed decides, whatever the others are.
    EXPECT_EQ(validate(kRule, {on("2026-01-01", 3, std::nullopt, {})}, {}).verdict, Verdict::not_met);
}

TEST(ClusterRule, TheLatestDeclaredFigureGoesBeforeTheCount) {
    const auto result = validate(
        kRule,
        {on("2026-03-01", 20, std::nullopt, {}), on("2024-01-01", 10, 1.0, {OrganisationKind::company})},
        {.members = 4, .kinds = 3});
    EXPECT_EQ(result.findings[0].found, 20);
    EXPECT_EQ(result.findings[0].on, "2026-03-01");
    EXPECT_EQ(result.findings[1].found, 1.0) << "said in 2024 and not since";
    EXPECT_EQ(result.findings[2].basis, Basis::declared);
    const auto only_counted = validate(kRule, {}, {.members = 4, .kinds = 3});
    EXPECT_EQ(only_counted.findings[0].basis, Basis::counted);
    EXPECT_EQ(only_counted.findings[0].verdict, Verdict::not_met);
    EXPECT_EQ(only_counted.findings[2].verdict, Verdict::met);
    EXPECT_EQ(only_counted.findings[1].verdict, Verdict::unknown) << "nobody counts a management's hours";
}

TEST(ClusterStanding, FollowsTheDaysOfThePeriods) {
    ClusterProfile cluster;
    EXPECT_EQ(standing(cluster, "2026-01-01"), Standing::candidate);
    cluster.periods = {{"2019-11-01", "2021-02-01"}, {"2024-10-24", std::nullopt}};
    EXPECT_EQ(standing(cluster, "2019-10-31"), Standing::candidate);
    EXPECT_EQ(standing(cluster, "2019-11-01"), Standing::member);
    EXPECT_EQ(standing(cluster, "2021-02-01"), Standing::former) << "the day of leaving is the first without";
    EXPECT_EQ(standing(cluster, "2024-10-24"), Standing::member);
    cluster.periods = {{"2018-11", "2020"}};
    EXPECT_EQ(standing(cluster, "2018-10-31"), Standing::candidate);
    EXPECT_EQ(standing(cluster, "2018-11-01"), Standing::member) << "of a month, from its first day on";
    EXPECT_EQ(standing(cluster, "2020-01-01"), Standing::former);
}

}  // namespace
}  // namespace dure::desks::network
