// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/growth.hpp"

#include <map>
#include <set>

#include "server/codec/codec.hpp"

namespace dure::desks::network {

BOOST_DESCRIBE_STRUCT(GrowthPoint, (), (day, clusters, countries, fictitious_clusters, fictitious_countries))
BOOST_DESCRIBE_STRUCT(CountryCount, (), (country, clusters, fictitious))
BOOST_DESCRIBE_STRUCT(Growth, (), (points, countries))

namespace {

GrowthPoint point_on(const std::vector<Cluster>& clusters, const std::string& day) {
    GrowthPoint point{.day = day};
    std::set<std::string> real, invented;
    for (const Cluster& one : clusters) {
        if (standing(one.content, day) != Standing::member) continue;
        ++(one.fictitious ? point.fictitious_clusters : point.clusters);
        (one.fictitious ? invented : real).insert(one.content.country);
    }
    point.countries = static_cast<std::int64_t>(real.size());
    point.fictitious_countries = static_cast<std::int64_t>(invented.size());
    return point;
}

}  // namespace

Growth growth_of(const std::vector<Cluster>& clusters, const std::string& today) {
    std::set<std::string> days;
    std::map<std::string, CountryCount> countries;
    for (const Cluster& one : clusters) {
        for (const ClusterPeriod& period : one.content.periods) {
            days.insert(period.joined);
            if (period.left) days.insert(*period.left);
        }
        if (standing(one.content, today) != Standing::member) continue;
        CountryCount& count = countries[one.content.country];
        count.country = one.content.country;
        ++(one.fictitious ? count.fictitious : count.clusters);
    }
    Growth growth;
    for (const std::string& day : days)
        if (day <= today) growth.points.push_back(point_on(clusters, day));
    for (auto& [code, count] : countries) growth.countries.push_back(std::move(count));
    return growth;
}

std::string encode(const Growth& growth) {
    return codec::encode(growth);
}

}  // namespace dure::desks::network
