// SPDX-License-Identifier: Apache-2.0
#include "server/audit/chain.hpp"

#include <gmock/gmock.h>

#include <thread>

#include "server/audit/audit.hpp"
#include "server/audit/sealer.hpp"
#include "server/db/system.hpp"
#include "server/db/testing.hpp"

namespace dure::audit {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

class Chain : public db::testing::EachDatabase {
  protected:
    void change(const std::string& name) {
        db().write([&](db::Connection& c) {
            audit::record(c, {.at = 1'700'000'000 * kSecond,
                              .actor = "kim",
                              .action = "replace_person",
                              .record_kind = "person",
                              .record_id = "p-1",
                              .before = R"({"name":"?"})",
                              .after = R"({"name":")" + name + "\"}",
                              .request_id = "r-1"});
        });
    }
    void sealed(int entries) {
        for (int i = 0; i < entries; ++i) change("김" + std::to_string(i));
        seal_all(db(), db::system_random());
    }
    Checkpoint taken() {
        return db().read([](db::Connection& c) { return checkpoint(c, 5 * kSecond).value(); });
    }
    Verdict judged(const std::optional<Checkpoint>& against = {}) {
        return db().read([&](db::Connection& c) { return verify(c, against); });
    }
    std::vector<std::string> codes(const std::optional<Checkpoint>& against = {}) {
        std::vector<std::string> codes;
        for (const auto& finding : judged(against).findings) codes.push_back(finding.code);
        return codes;
    }
    void tamper(const std::string& sql) {
        db().write([&](db::Connection& c) { ASSERT_EQ(c.execute(sql), 1) << sql; });
    }
    void erase_one(std::int64_t number) {
        const auto erased = db().write([&](db::Connection& c) {
            return erase(c, number, {.at = 9, .actor = "lee", .request_id = "r-2"}, db::system_random());
        });
        ASSERT_TRUE(erased) << erased.error().code;
    }
};
DURE_ON_EACH_DATABASE(Chain);

TEST_P(Chain, HoldsOverSeveralBatches) {
    EXPECT_EQ(db().read([](db::Connection& c) { return checkpoint(c, 0).has_value(); }), false);
    sealed(3);
    sealed(2);
    change("waits");
    const auto verdict = judged(taken());
    EXPECT_THAT(verdict.findings, IsEmpty());
    EXPECT_EQ(verdict.sealed, 5);
    EXPECT_EQ(verdict.waiting, 1);
}

TEST_P(Chain, SealsNoMoreThanAskedAtOnce) {
    for (int i = 0; i < 3; ++i) change("x");
    const auto some = [&] {
        return db().write([](db::Connection& c) { return seal(c, db::system_random(), 2); });
    };
    EXPECT_EQ(some(), 2);
    EXPECT_EQ(some(), 1);
    EXPECT_EQ(some(), 0);
    EXPECT_THAT(codes(), IsEmpty());
}

TEST_P(Chain, FindsAnyChangedByteOfAnyColumn) {
    sealed(4);
    const std::string third = " WHERE chain_number = 3";
    const auto blob = [&](const std::string& column) {
        return GetParam() == "sqlite"
                   ? column + " = CAST(x'00' || substr(" + column + ", 2) AS BLOB)"
                   : column + " = set_byte(" + column + ", 1, (get_byte(" + column + ", 1) + 1) % 256)";
    };
    for (const std::string& change :
         {std::string("number = 1000"), std::string("at = at + 1"), std::string("actor = 'kin'"),
          std::string("actor = NULL"), std::string("action = 'replace_persom'"),
          std::string("record_kind = 'persom'"), std::string("record_id = 'p-2'"),
          std::string("before = '{\"name\":\"!\"}'"), std::string("before = NULL"),
          std::string("after = '{\"name\":\"김3\"}'"), std::string("request_id = 'r-2'"),
          std::string("chain_number = 100"), std::string("chain_number = NULL"), blob("chain_hash"),
          blob("salt"), blob("content_digest"), std::string("salt = NULL")}) {
        const auto whole = db().read([&](db::Connection& c) {
            auto row = c.query_one(
                "SELECT number, at, actor, action, record_kind, record_id, before, after, "
                "request_id, chain_number, chain_hash, salt, content_digest "
                "FROM audit_entry" +
                third);
            return std::move(*row).take();
        });
        tamper("UPDATE audit_entry SET " + change + third);
        EXPECT_THAT(codes(), Not(IsEmpty())) << change;
        db().write([&](db::Connection& c) {
            c.execute("DELETE FROM audit_entry WHERE number = $1 OR number = 1000", whole[0]);
            c.execute(
                R"(INSERT INTO audit_entry (number, at, actor, action, record_kind, record_id, before, after,
                         request_id, chain_number, chain_hash, salt, content_digest)
                         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))",
                whole[0], whole[1], whole[2], whole[3], whole[4], whole[5], whole[6], whole[7], whole[8],
                whole[9], whole[10], whole[11], whole[12]);
        });
        ASSERT_THAT(codes(), IsEmpty()) << "mended after " << change;
    }
}

TEST_P(Chain, FindsARemovedEntryInTheMiddle) {
    sealed(4);
    tamper("DELETE FROM audit_entry WHERE chain_number = 2");
    EXPECT_THAT(codes(), Contains("audit.gap"));
}

TEST_P(Chain, FindsARemovedLastEntryByTheCheckpoint) {
    sealed(4);
    const auto before = taken();
    tamper("DELETE FROM audit_entry WHERE chain_number = 4");
    EXPECT_THAT(codes(), IsEmpty()) << "the rest is a chain of its own";
    EXPECT_EQ(codes(before), std::vector<std::string>{"audit.removed"});
    sealed(1);
    EXPECT_EQ(codes(before), std::vector<std::string>{"audit.rewritten"}) << "another took its place";
}

TEST_P(Chain, FindsAChainRewrittenFromTheStartByTheCheckpoint) {
    sealed(3);
    const auto before = taken();
    db().write([](db::Connection& c) {
        c.execute(
            "UPDATE audit_entry SET actor = 'x', chain_number = NULL, chain_hash = NULL, salt = NULL, "
            "content_digest = NULL");
    });
    seal_all(db(), db::system_random());
    EXPECT_THAT(codes(), IsEmpty());
    EXPECT_EQ(codes(before), std::vector<std::string>{"audit.rewritten"});
}

TEST_P(Chain, HoldsWhenContentsAreErased) {
    sealed(3);
    const auto before = taken();
    erase_one(2);
    db().read([](db::Connection& c) {
        EXPECT_EQ(list(c, {.below = 3, .limit = 1}).at(0).entry.after, std::nullopt);
    });
    seal_all(db(), db::system_random());
    const auto verdict = judged(before);
    EXPECT_THAT(verdict.findings, IsEmpty());
    EXPECT_EQ(verdict.erased, 1);
    EXPECT_EQ(verdict.sealed, 4) << "the erasure is an entry too";
}

TEST_P(Chain, AnErasureNeedsItsEntryOnceAndAnEntryThatIsThere) {
    sealed(1);
    erase_one(1);
    const auto again = [&](std::int64_t number) {
        return db()
            .write([&](db::Connection& c) { return erase(c, number, {}, db::system_random()); })
            .error()
            .code;
    };
    EXPECT_EQ(again(1), "audit.erased_already");
    EXPECT_EQ(again(99), "audit.no_such_entry");
    tamper("DELETE FROM audit_entry WHERE action = 'erase_audit_content'");
    EXPECT_THAT(codes(), Contains("audit.unexplained_erasure"));
}

TEST_P(Chain, IsSealedWithinASecondWhileOthersWrite) {
    const Sealer sealer(db(), db::system_random(), std::chrono::milliseconds(20));
    std::vector<std::jthread> writers;
    for (int w = 0; w < 4; ++w)
        writers.emplace_back([this] {
            for (int i = 0; i < 20; ++i) change("together");
        });
    writers.clear();
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const auto verdict = judged();
    EXPECT_THAT(verdict.findings, IsEmpty());
    EXPECT_EQ(verdict.sealed, 80);
    EXPECT_EQ(verdict.waiting, 0);
}

TEST(CheckpointFile, IsReadAsItWasWritten) {
    const Checkpoint written{.number = 7, .count = 6, .hash = std::string(64, 'a'), .at = 12};
    const auto read = read_checkpoint(to_json(written));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->number, 7);
    EXPECT_EQ(read->count, 6);
    EXPECT_EQ(read->hash, written.hash);
    EXPECT_EQ(read->at, 12);
}

TEST(CheckpointFile, RefusesWhatIsNone) {
    const std::string hash(64, 'a');
    const std::pair<std::string, std::string> cases[] = {
        {"", "json.empty"},
        {"[]", "json.wrong_type"},
        {"{", "json.malformed"},
        {R"({"number":1,"count":1,"at":0})", "json.missing"},
        {R"({"number":0,"count":1,"at":0,"hash":")" + hash + "\"}", "json.too_small"},
        {R"({"number":1,"count":1.5,"at":0,"hash":")" + hash + "\"}", "json.not_an_integer"},
        {R"({"number":1,"count":1,"at":0,"hash":"abc"})", "json.bad_format"},
        {R"({"number":1,"count":1,"at":0,"hash":")" + std::string(64, 'A') + "\"}", "json.bad_format"},
    };
    for (const auto& [text, code] : cases) {
        const auto read = read_checkpoint(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().front().code, code) << text;
    }
}

}  // namespace
}  // namespace dure::audit
