// SPDX-License-Identifier: Apache-2.0
#include "server/audit/audit.hpp"

#include "server/db/testing.hpp"

namespace dure::audit {
namespace {

class Audit : public db::testing::EachDatabase {
  protected:
    void change(const std::string& record, const std::string& actor, std::optional<std::string> before,
                std::optional<std::string> after) {
        db().write([&](db::Connection& c) {
            audit::record(c, {.at = 1'700'000'000 * kSecond,
                              .actor = actor,
                              .action = "replace_plan",
                              .record_kind = "energy_plan",
                              .record_id = record,
                              .before = std::move(before),
                              .after = std::move(after),
                              .request_id = "r-1"});
        });
    }
    std::vector<Recorded> entries(const Filter& filter) {
        return db().read([&](db::Connection& c) { return list(c, filter); });
    }
};
DURE_ON_EACH_DATABASE(Audit);

TEST_P(Audit, TellsWhoChangedWhatNewestFirst) {
    change("a", "kim", std::nullopt, R"({"name":"대구"})");
    change("b", "lee", R"({"name":"1"})", R"({"name":"2"})");
    change("a", "", R"({"name":"대구"})", std::nullopt);

    const auto of_a = entries({.record_kind = "energy_plan", .record_id = "a"});
    ASSERT_EQ(of_a.size(), 2U);
    EXPECT_GT(of_a[0].number, of_a[1].number);
    EXPECT_EQ(of_a[0].entry.actor, "");
    EXPECT_EQ(of_a[0].entry.after, std::nullopt);
    EXPECT_EQ(of_a[1].entry.actor, "kim");
    EXPECT_EQ(of_a[1].entry.after, R"({"name":"대구"})");
    EXPECT_EQ(of_a[1].entry.at, 1'700'000'000 * kSecond);
    EXPECT_EQ(entries({.actor = "lee"}).size(), 1U);
}

TEST_P(Audit, PagesByNumber) {
    for (int i = 0; i < 5; ++i) change(std::to_string(i), "kim", std::nullopt, "{}");
    const auto first = entries({.limit = 3});
    ASSERT_EQ(first.size(), 3U);
    const auto rest = entries({.below = first.back().number, .limit = 3});
    ASSERT_EQ(rest.size(), 2U);
    EXPECT_EQ(rest.back().entry.record_id, "0");
}

TEST_P(Audit, AChangeThatFailsLeavesNoEntry) {
    EXPECT_THROW(db().write([](db::Connection& c) {
        audit::record(c, {.action = "x", .record_kind = "k", .record_id = "i"});
        throw std::logic_error("no");
    }),
                 std::logic_error);
    EXPECT_TRUE(entries({}).empty());
}

}  // namespace
}  // namespace dure::audit
