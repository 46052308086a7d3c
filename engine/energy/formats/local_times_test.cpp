// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/local_times.hpp"

#include <gtest/gtest.h>

namespace dure::energy {
namespace {

TEST(LocalTimes, CountInUtcAndShowTheZone) {
    EXPECT_EQ(local_times({.start = "2030-01-01T23:00", .periods = 2}),
              (std::vector<std::string>{"2030-01-01T23:00+09:00", "2030-01-02T00:00+09:00"}));
    const Time summer{
        .start = "2030-03-31T01:00", .time_zone = "Europe/Berlin", .periods = 3, .hours_per_period = 0.5};
    EXPECT_EQ(local_times(summer),
              (std::vector<std::string>{"2030-03-31T01:00+01:00", "2030-03-31T01:30+01:00",
                                        "2030-03-31T03:00+02:00"}));
    EXPECT_TRUE(local_times({.time_zone = "Asia/Daegu"}).empty());
}

}  // namespace
}  // namespace dure::energy
