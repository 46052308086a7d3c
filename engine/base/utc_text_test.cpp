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

TEST(UtcText, IsReadBack) {
    for (const Instant instant : {Instant{0}, Instant{1'795'474'387'123'456}, Instant{951'868'799'000'001}})
        EXPECT_EQ(instant_from(utc_text(instant)), instant);
    EXPECT_EQ(instant_from("2026-11-24T07:53:07.123456+09:00"), Instant{1'795'474'387'123'456});
    EXPECT_EQ(instant_from("2026-11-23T22:53:07Z"), Instant{1'795'474'387'000'000});
    EXPECT_EQ(instant_from("2026-11-23T22:53:07.1234567891Z"), Instant{1'795'474'387'123'456});
}

TEST(UtcText, ThatIsNoInstantIsRefused) {
    for (const char* text : {"", "2026", "2026-11-23", "2026-11-23T22:53:07", "2026-11-23T22:53Z",
                             "2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-23T24:00:00Z",
                             "2026-11-23T22:60:00Z", "2026-11-23T22:53:60Z", "2026-11-23T22:53:07.Z",
                             "2026-11-23T22:53:07ZZ", "2026-11-23T22:53:07+9:00", "2026-11-23T22:53:07+24:00",
                             "1969-12-31T23:59:59Z", "2O26-11-23T22:53:07Z", "-026-11-23T22:53:07Z"})
        EXPECT_FALSE(instant_from(text)) << text;
}

}  // namespace
}  // namespace dure
