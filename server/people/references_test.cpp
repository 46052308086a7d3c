// SPDX-License-Identifier: Apache-2.0
#include "server/people/references.hpp"

#include <gtest/gtest.h>

#include "server/db/testing.hpp"

namespace dure::people {
namespace {

class References : public db::testing::EachDatabase {
  protected:
    void SetUp() override {
        db().write([](db::Connection& c) {
            c.execute(
                "CREATE TABLE member (id TEXT PRIMARY KEY, organisation TEXT, cluster TEXT,"
                " UNIQUE (organisation, cluster))");
            for (const auto& [id, organisation, cluster] :
                 {std::tuple("1", "a", "x"), std::tuple("2", "a", "y"), std::tuple("3", "b", "x")})
                c.execute("INSERT INTO member (id, organisation, cluster) VALUES ($1, $2, $3)", id,
                          organisation, cluster);
        });
    }
    std::string rows() {
        std::string text;
        db().read([&](db::Connection& c) {
            for (const auto& row : c.query("SELECT id, organisation FROM member ORDER BY id"))
                text += row.text(0) + row.text(1) + ' ';
        });
        return text;
    }
    static Reference member(std::string clash = {}) {
        return reference_by({.name = "member",
                             .table = "member",
                             .versioned = false,
                             .unique_with = std::vector<std::string>{"cluster"},
                             .clash = std::move(clash)});
    }
};
DURE_ON_EACH_DATABASE(References);

TEST_P(References, ARowThatWouldBeThereTwiceStaysAndTheRestGoAndComeBack) {
    const Reference reference = member();
    const auto moved = db().write(
        [&](db::Connection& c) { return reference.redirect(c, {.from = "a", .to = "b", .at = 1}).value(); });
    EXPECT_EQ(moved, std::vector<std::string>{"2"});
    EXPECT_EQ(rows(), "1a 2b 3b ");
    db().write([&](db::Connection& c) {
        EXPECT_TRUE(reference.take_back(c, {.from = "b", .to = "a", .at = 2}, moved));
    });
    EXPECT_EQ(rows(), "1a 2a 3b ");
}

TEST_P(References, AClashCanRefuse) {
    db().write([&](db::Connection& c) {
        const auto moved = member("member.both").redirect(c, {.from = "a", .to = "b", .at = 1});
        ASSERT_FALSE(moved);
        EXPECT_EQ(moved.error().code, "member.both");
        EXPECT_EQ(member().count(c, "a"), 2);
    });
    EXPECT_EQ(rows(), "1a 2a 3b ");
}

TEST_P(References, ARowThatWentOnIsNotTakenBack) {
    db().write([&](db::Connection& c) {
        const auto back = member().take_back(c, {.from = "b", .to = "a", .at = 2}, {"2"});
        ASSERT_FALSE(back);
        EXPECT_EQ(back.error().code, "people.moved_on");
    });
}

}  // namespace
}  // namespace dure::people
