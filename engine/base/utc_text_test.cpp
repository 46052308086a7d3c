// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utc_text.hpp"

#include <gtest/gtest.h>

namespace dure {
namespace {

TEST(UtcText, IsRfc3339WithMicroseconds) {
    EXPECT_EQ(utc_text(Instant{0}), "1970-01-01T00:00:00.000000Z");
    EXPECT_EQ(utc_text(Instant{1'795'474'387'123'456}), "2026-11-23T22:53:07.123456Z");
    EXPECT_EQ(utc_text(Instant{-1}), "1969-12-31T23:59:59.999999Z");
}

}  // namespace
}  // namespace dure
