// SPDX-License-Identifier: Apache-2.0
#include "engine/base/id.hpp"

#include <gtest/gtest.h>

#include <set>

namespace dure {
namespace {

Clock at(Instant& now) {
    return [&now] { return now; };
}
void all_ones(std::span<std::byte> bytes) {
    std::ranges::fill(bytes, std::byte{0xFF});
}
void zeros(std::span<std::byte> bytes) {
    std::ranges::fill(bytes, std::byte{0});
}

TEST(Id, HoldsTheMillisecondTheVersionAndTheVariant) {
    Instant now = 0x0191'2345'6789LL * kMillisecond + 999;
    EXPECT_EQ(IdMaker(at(now), zeros).next(), "01912345-6789-7000-8000-000000000000");
    EXPECT_EQ(IdMaker(at(now), all_ones).next(), "01912345-6789-77ff-bfff-ffffffffffff");
}

TEST(Id, EachSortsBehindTheOneBeforeAlsoWhenTheClockGoesBack) {
    Instant now = 1'800'000'000 * kSecond;
    IdMaker ids(at(now), all_ones);
    std::string last;
    for (int i = 0; i < 5000; ++i) {
        if (i == 1000) now -= kSecond;
        if (i == 3000) now += 3 * kSecond;
        const auto id = ids.next();
        ASSERT_GT(id, last);
        ASSERT_TRUE(is_id(id)) << id;
        last = id;
    }
}

TEST(Id, OtherTextsAreNotIds) {
    for (const auto* text :
         {"", "01912345-6789-7000-8000-00000000000", "01912345-6789-7000-8000-0000000000000",
          "01912345-6789-7000-8000-00000000000G", "01912345-6789-7000-8000-00000000000A",
          "0191234506789-7000-8000-000000000000", "01912345-6789-7000-8000-0000000000-0"}) {
        EXPECT_FALSE(is_id(text)) << text;
    }
}

}  // namespace
}  // namespace dure
