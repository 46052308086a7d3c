// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/reminder.hpp"

#include <gtest/gtest.h>

#include "server/db/system.hpp"
#include "server/db/testing.hpp"

namespace dure::approvals {
namespace {

constexpr Instant kHour = 3600 * kSecond;

class Reminders : public db::testing::EachDatabase {
  protected:
    /// A document that has waited for `holder` since its due instant 1000.
    void SetUp() override {
        db().write([](db::Connection& c) {
            for (const char* id : {"drafter", "holder", "deputy"})
                c.execute(
                    "INSERT INTO account (id, email, email_folded, name, name_key, search, password_hash, "
                    "created, updated) VALUES ($1, $1, $1, $1, $1, $1, '', 1, 1)",
                    id);
            c.execute(
                "INSERT INTO deputy (id, account, deputy, valid_from, valid_until, created, updated)"
                " VALUES ('d', 'holder', 'deputy', 1, $1, 1, 1)",
                30 * kHour);
            c.execute(
                "INSERT INTO approval_line (id, name, name_key, kind, delegated, basis, created, updated)"
                " VALUES ('l', 'L', 'L', 'document', 0, '', 1, 1)");
            c.execute(
                "INSERT INTO approval (id, kind, desk, title, name_key, search, body, drafter, state, round,"
                " created, updated) VALUES ('a', 'document', 'general', 'Paper', '', '', '', 'drafter',"
                " 'submitted', 1, 1, 1)");
            c.execute(
                "INSERT INTO approval_round (approval, round, line, line_name, delegated, title, body, "
                "record,"
                " content_hash, outcome, submitted)"
                " VALUES ('a', 1, 'l', 'L', 0, 'Paper', '', 'null', '', 'submitted', 1)");
            c.execute(
                "INSERT INTO approval_step (approval, round, position, task, title, account, days, state, "
                "due)"
                " VALUES ('a', 1, 1, 'approval', 'Head', 'holder', 1, 'current', 1000)");
        });
    }

    std::vector<std::string> told_at(Instant now) {
        std::vector<std::string> told;
        const Kinds kinds;
        IdMaker ids(db::system_clock(), db::system_random());
        const Office office{db(), [now] { return now; }, ids, kinds,
                            [&](db::Connection&, const Notice& notice) {
                                EXPECT_EQ(notice.news, News::overdue);
                                EXPECT_EQ(notice.title, "Paper");
                                told.push_back(notice.account);
                            }};
        db().write([&](db::Connection& c) { remind(c, office); });
        return told;
    }

    using List = std::vector<std::string>;
};
DURE_ON_EACH_DATABASE(Reminders);

TEST_P(Reminders, TellTheHolderAndTheirDeputiesOnceADay) {
    EXPECT_EQ(told_at(999), List{}) << "not yet due";
    EXPECT_EQ(told_at(2000), (List{"holder", "deputy"}));
    EXPECT_EQ(told_at(kHour), List{}) << "told today already";
    EXPECT_EQ(told_at(25 * kHour), (List{"holder", "deputy"}));
    EXPECT_EQ(told_at(50 * kHour), List{"holder"}) << "nobody stands in any more";
}

}  // namespace
}  // namespace dure::approvals
