// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/desks/network/cluster.hpp"

/// How the register of clusters has grown, told from the days of joining and leaving. Invented clusters are
/// counted apart from real ones.
namespace dure::desks::network {

struct GrowthPoint {
    std::string day;  ///< from this day on
    std::int64_t clusters = 0, countries = 0;
    std::int64_t fictitious_clusters = 0, fictitious_countries = 0;
};

struct CountryCount {
    std::string country;
    std::int64_t clusters = 0, fictitious = 0;
};

/// Schema NetworkGrowth.
struct Growth {
    std::vector<GrowthPoint> points;  ///< one a day on which a cluster joined or left, ascending, up to today
    std::vector<CountryCount> countries;  ///< with members today, by code
};

Growth growth_of(const std::vector<Cluster>& clusters, const std::string& today);

std::string encode(const Growth&);

}  // namespace dure::desks::network
