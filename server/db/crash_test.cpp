// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <set>
#include <thread>

#include "server/db/maintenance.hpp"
#include "server/db/testing.hpp"
#include "server/db/testing_child.hpp"

namespace dure::db {
namespace {

constexpr int kRounds = 20;
constexpr const char* kEdit = "INSERT INTO setting (name, value, updated) VALUES ($1, '', $2)";

class ACrash : public testing::EachDatabase {
  protected:
    /// Edits of two rows each, reported once they are committed, until the process dies.
    void edit_for_ever(std::int64_t first, const testing::ChildProcess::Report& report) {
        const auto database = Database::open({.url = url(), .readers = 1});
        for (std::int64_t n = first;; ++n) {
            database->write([&](Connection& c) {
                c.execute(kEdit, "a" + std::to_string(n), n);
                c.execute(kEdit, "b" + std::to_string(n), n);
            });
            report(n);
        }
    }
    std::multiset<std::int64_t> kept() {
        std::multiset<std::int64_t> numbers;
        for (const Row& row :
             db().read([](Connection& c) { return c.query("SELECT updated FROM setting"); })) {
            numbers.insert(row.integer(0));
        }
        return numbers;
    }
};
DURE_ON_EACH_DATABASE(ACrash);

TEST_P(ACrash, LosesNoEditThatWasAcknowledgedAndKeepsNoHalfOne) {
    std::set<std::int64_t> acknowledged;
    for (std::int64_t round = 0; round < kRounds; ++round) {
        testing::ChildProcess writer([&](const auto& report) { edit_for_ever(round * 1'000'000, report); });
        acknowledged.insert(writer.next());
        std::this_thread::sleep_for(std::chrono::microseconds(1000 + 3571 * round));
        for (const auto n : writer.kill()) acknowledged.insert(n);
    }
    EXPECT_FALSE(acknowledged.contains(-1)) << "a writer did not come to write";
    EXPECT_GT(acknowledged.size(), std::size_t{kRounds});
    const auto rows = kept();
    for (const auto n : acknowledged) EXPECT_EQ(rows.count(n), 2U) << n;
    for (const auto n : rows) EXPECT_EQ(rows.count(n), 2U) << n;
    EXPECT_TRUE(check(db()).empty());
    RecordProperty("acknowledged", static_cast<int>(acknowledged.size()));
}

}  // namespace
}  // namespace dure::db
