// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "server/db/testing.hpp"

namespace dure::db {
namespace {

class Postgresql : public ::testing::Test {
  protected:
    void SetUp() override {
        if (testing::engines().size() < 2) GTEST_SKIP() << "DURE_TEST_POSTGRESQL is not set";
        home_ = std::make_unique<testing::TestDatabase>("postgresql");
        database_ = Database::open({.url = home_->url(), .readers = 1});
        migrate(*database_);
    }
    Database& db() { return *database_; }
    /// What an operator or a restarted server does to our connections.
    void end_process(std::int64_t id) {
        Database::open({.url = home_->url()})->read([&](Connection& c) {
            c.query("SELECT pg_terminate_backend(CAST($1 AS INTEGER), 5000)", id);
        });
    }
    static std::int64_t process_of(Connection& c) {
        return c.query_one("SELECT pg_backend_pid()")->integer(0);
    }

    std::unique_ptr<testing::TestDatabase> home_;

  private:
    std::unique_ptr<Database> database_;
};

TEST_F(Postgresql, AConnectionLostWhileIdleIsReplacedUnnoticed) {
    const auto process = db().read(process_of);
    end_process(process);
    EXPECT_NE(db().write(process_of), process);
}

TEST_F(Postgresql, AFinishedReadIsOverForTheServerSoonEvenWhenNobodyAsksAgain) {
    const auto process = db().read(process_of);
    const auto other = Database::open({.url = home_->url()});
    const auto state = [&] {
        return other->read([&](Connection& c) {
            return c.query_one("SELECT state FROM pg_stat_activity WHERE pid = CAST($1 AS INTEGER)", process)
                ->text(0);
        });
    };
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (state() != "idle" && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    EXPECT_EQ(state(), "idle");
    EXPECT_EQ(db().read(process_of), process);
}

TEST_F(Postgresql, EachReadSeesWhatWasWrittenBeforeIt) {
    const auto other = Database::open({.url = home_->url()});
    const auto count = [&] {
        return db().read(
            [](Connection& c) { return c.query_one("SELECT count(*) FROM setting")->integer(0); });
    };
    const auto before = count();
    for (int i = 1; i <= 20; ++i) {
        other->write([&](Connection& c) {
            c.execute("INSERT INTO setting (name, value, updated) VALUES ($1, '', 0)", std::to_string(i));
        });
        EXPECT_EQ(count(), before + i);
    }
}

TEST_F(Postgresql, AConnectionLostInATransactionIsAnErrorThatSaysSoAndTheNextOneWorks) {
    try {
        db().write([&](Connection& c) {
            end_process(process_of(c));
            c.execute("INSERT INTO setting (name, value, updated) VALUES ('a', '', 0)");
        });
        ADD_FAILURE() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::unavailable);
        EXPECT_NE(std::string(error.what()).find("connection was lost"), std::string::npos) << error.what();
    }
    db().write(
        [](Connection& c) { c.execute("INSERT INTO setting (name, value, updated) VALUES ('a', '', 0)"); });
}

TEST_F(Postgresql, ATableThatGrewAtOnceIsCountedForItsPlans) {
    constexpr std::string_view columns[] = {"name", "value", "updated"};
    const auto known = [&] {
        return db().read([](Connection& c) {
            return c
                .query_one(
                    "SELECT CAST(reltuples AS BIGINT) FROM pg_class WHERE oid = CAST('setting' AS regclass)")
                ->integer(0);
        });
    };
    std::int64_t next = 0;
    const auto put = [&](std::int64_t count) {
        std::vector<std::vector<Value>> rows;
        for (; count > 0; --count) rows.push_back({std::to_string(next++), std::string(), std::int64_t{0}});
        db().write([&](Connection& c) { c.insert_many("setting", columns, rows); });
    };
    const std::int64_t before = known();
    put(900);
    EXPECT_EQ(known(), before);
    put(900);
    EXPECT_NEAR(static_cast<double>(known()), 1'800, 50);
    put(1'000);
    EXPECT_NEAR(static_cast<double>(known()), 1'800, 50);
    put(4'500);
    EXPECT_NEAR(static_cast<double>(known()), 7'300, 50);
}

TEST_F(Postgresql, TwoThatCheckTheSameRuleDoNotBothBreakIt) {
    // At most one setting may exist: each looks, sees none, and writes its own. Only one may get through
    // unseen.
    int attempts = 0;
    db().write([&](Connection& c) {
        ++attempts;
        const auto count = c.query_one("SELECT COUNT(*) FROM setting")->integer(0);
        if (attempts == 1) {
            db().write([](Connection& other) {
                if (other.query_one("SELECT COUNT(*) FROM setting")->integer(0) > 0) return;
                other.execute("INSERT INTO setting (name, value, updated) VALUES ('theirs', '', 0)");
            });
        }
        if (count == 0) c.execute("INSERT INTO setting (name, value, updated) VALUES ('ours', '', 0)");
    });
    EXPECT_EQ(attempts, 2);
    EXPECT_EQ(db().read([](Connection& c) { return c.query_one("SELECT name FROM setting")->text(0); }),
              "theirs");
}

TEST_F(Postgresql, MoreDifferentStatementsThanAreKeptPreparedStillWork) {
    db().read([](Connection& c) {
        for (int i = 0; i < 1500; ++i) {
            EXPECT_EQ(c.query_one("SELECT $1 + " + std::to_string(i), 1)->integer(0), i + 1);
        }
    });
}

}  // namespace
}  // namespace dure::db
