// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/live_lane.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <thread>

namespace dure::desks::energy {
namespace {

using Entered = LiveLane::Entered;
using namespace std::chrono_literals;

/// Enters in a thread of its own and says how it went; a turn is given back at once.
std::future<Entered> entering(LiveLane& lane, std::string person, bool settled = false) {
    return std::async(std::launch::async, [&lane, person = std::move(person), settled] {
        return lane.enter(person, settled).entered();
    });
}

bool waits(std::future<Entered>& one) {
    return one.wait_for(30ms) == std::future_status::timeout;
}

TEST(LiveLane, OnlyTheNewestRequestOfAPersonWaits) {
    LiveLane lane(4);
    std::optional<LiveLane::Turn> turn(lane.enter("a", false));
    ASSERT_EQ(turn->entered(), Entered::turn);
    auto older = entering(lane, "a");
    ASSERT_TRUE(waits(older));
    auto newer = entering(lane, "a");
    EXPECT_EQ(older.get(), Entered::superseded);
    ASSERT_TRUE(waits(newer));
    EXPECT_FALSE(turn->stop().stop_requested());
    turn.reset();
    EXPECT_EQ(newer.get(), Entered::turn);
}

TEST(LiveLane, LettingTheSliderGoStopsOnlyOnesOwnTurn) {
    LiveLane lane(4);
    std::optional<LiveLane::Turn> turn(lane.enter("a", false));
    auto other = entering(lane, "b", true);
    ASSERT_TRUE(waits(other));
    EXPECT_FALSE(turn->stop().stop_requested());
    auto own = entering(lane, "a", true);
    ASSERT_TRUE(waits(own));
    EXPECT_TRUE(turn->stop().stop_requested());
    turn.reset();
    EXPECT_EQ(other.get(), Entered::turn);
    EXPECT_EQ(own.get(), Entered::turn);
}

TEST(LiveLane, WhoAskedFirstIsServedFirstHoweverOftenTheyAskAgain) {
    LiveLane lane(4);
    std::optional<LiveLane::Turn> turn(lane.enter("x", false));
    auto first = entering(lane, "a");
    ASSERT_TRUE(waits(first));
    std::promise<void> b_may_go;
    auto second = std::async(std::launch::async, [&] {
        const auto held = lane.enter("b", false);
        b_may_go.get_future().wait();
        return held.entered();
    });
    ASSERT_TRUE(waits(second));
    auto again = entering(lane, "a");
    EXPECT_EQ(first.get(), Entered::superseded);
    turn.reset();
    EXPECT_EQ(again.get(), Entered::turn);  // while b still holds the lane it could not have come second
    b_may_go.set_value();
    EXPECT_EQ(second.get(), Entered::turn);
}

TEST(LiveLane, TooManyPeopleAreTurnedAwayAtOnce) {
    LiveLane lane(1);
    std::optional<LiveLane::Turn> turn(lane.enter("a", false));
    auto waiting = entering(lane, "b");
    ASSERT_TRUE(waits(waiting));
    EXPECT_EQ(lane.enter("c", false).entered(), Entered::crowded);
    turn.reset();
    EXPECT_EQ(waiting.get(), Entered::turn);
    EXPECT_EQ(lane.enter("c", false).entered(), Entered::turn);
}

}  // namespace
}  // namespace dure::desks::energy
