// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/growth.hpp"

#include <gtest/gtest.h>

namespace dure::desks::network {
namespace {

Cluster cluster(const std::string& country, std::vector<ClusterPeriod> periods, bool fictitious = false) {
    Cluster one;
    one.content.country = country;
    one.content.periods = std::move(periods);
    one.fictitious = fictitious;
    return one;
}

TEST(Growth, HasAPointForEachDayOnWhichSomethingChanged) {
    const auto growth = growth_of(
        {cluster("KR", {{"2018-11-01", std::nullopt}}), cluster("FR", {{"2018-11-01", "2022-03-01"}}),
         cluster("FR", {{"2020-01-01", std::nullopt}}), cluster("DK", {{"2019-05-01", std::nullopt}}, true),
         cluster("NO", {{"2027-01-01", std::nullopt}})},
        "2026-11-26");
    ASSERT_EQ(growth.points.size(), 4u) << "what is still to come is no point";
    EXPECT_EQ(growth.points[0].day, "2018-11-01");
    EXPECT_EQ(growth.points[0].clusters, 2);
    EXPECT_EQ(growth.points[1].fictitious_clusters, 1);
    EXPECT_EQ(growth.points[1].clusters, 2) << "an invented cluster is not counted among the real ones";
    EXPECT_EQ(growth.points[2].clusters, 3);
    EXPECT_EQ(growth.points[2].countries, 2) << "a second cluster of a country";
    EXPECT_EQ(growth.points[3].clusters, 2);
    EXPECT_EQ(growth.points[3].countries, 2);
    ASSERT_EQ(growth.countries.size(), 3u);
    EXPECT_EQ(growth.countries[0].country, "DK");
    EXPECT_EQ(growth.countries[0].fictitious, 1);
    EXPECT_EQ(growth.countries[1].clusters, 1);
}

TEST(Growth, OfNothingIsNothing) {
    EXPECT_TRUE(growth_of({}, "2026-11-26").points.empty());
}

}  // namespace
}  // namespace dure::desks::network
