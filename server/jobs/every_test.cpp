// SPDX-License-Identifier: Apache-2.0
#include "server/jobs/every.hpp"

#include <gtest/gtest.h>

#include <future>
#include <stdexcept>

namespace dure::jobs {
namespace {

using std::chrono::milliseconds;

TEST(Every, GoesOnAfterAFailure) {
    std::promise<void> third;
    int times = 0;
    const Every every("test", milliseconds(1), [&] {
        if (++times == 3) third.set_value();
        throw std::runtime_error("away");
    });
    EXPECT_EQ(third.get_future().wait_for(std::chrono::seconds(20)), std::future_status::ready);
}

TEST(Every, EndsWithoutWaitingForTheNextTime) {
    std::promise<void> done;
    const auto began = std::chrono::steady_clock::now();
    {
        const Every every("test", std::chrono::minutes(10), [&] { done.set_value(); });
        done.get_future().wait();
    }
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::minutes(1));
}

}  // namespace
}  // namespace dure::jobs
