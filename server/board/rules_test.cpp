// SPDX-License-Identifier: Apache-2.0
#include "server/board/rules.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dure::board {
namespace {

TEST(Quorum, IsTheFractionOrMoreThanIt) {
    const Rule more{}, at_least{.quorum_more_than = false},
        two_thirds{.quorum_numerator = 2, .quorum_denominator = 3, .quorum_more_than = false};
    struct Case {
        Rule rule;
        std::int64_t members, attending;
        bool met;
    };
    const Case cases[] = {{more, 6, 3, false},       {more, 6, 4, true},      {more, 7, 4, true},
                          {at_least, 6, 3, true},    {at_least, 7, 3, false}, {two_thirds, 9, 6, true},
                          {two_thirds, 9, 5, false}, {more, 1, 1, true},      {at_least, 0, 0, false}};
    for (const auto& [rule, members, attending, met] : cases)
        EXPECT_EQ(has_quorum(rule, members, attending), met) << members << ' ' << attending;
    EXPECT_EQ(quorum_of(more, 6), 4);
    EXPECT_EQ(quorum_of(at_least, 6), 3);
}

TEST(Majority, OfThosePresentCountsAbstentionsAndOfVotesCastDoesNot) {
    const Rule present{}, cast{.majority_of = MajorityOf::cast};
    struct Case {
        std::string what;
        Rule rule;
        Majority majority;
        Tally tally;
        std::int64_t attending;
        bool carried;
    };
    const Case cases[] = {
        {"half of those present is not enough", present, Majority::simple, {3, 2, 1}, 6, false},
        {"but more than half of the votes", cast, Majority::simple, {3, 2, 1}, 6, true},
        {"more than half", present, Majority::simple, {4, 2, 0}, 6, true},
        {"two thirds exactly", present, Majority::two_thirds, {4, 2, 0}, 6, true},
        {"less than two thirds", present, Majority::two_thirds, {4, 2, 1}, 7, false},
        {"two thirds of the votes", cast, Majority::two_thirds, {4, 2, 1}, 7, true},
        {"nobody voted", cast, Majority::simple, {0, 0, 5}, 5, false},
        {"a tie", cast, Majority::simple, {2, 2, 0}, 4, false},
    };
    for (const auto& [what, rule, majority, tally, attending, carried] : cases)
        EXPECT_EQ(carries(rule, majority, tally, attending, std::nullopt), carried) << what;
}

TEST(Majority, TheChairDecidesATieWhereTheRuleSaysSo) {
    const Rule rule{.chair_decides_ties = true};
    EXPECT_TRUE(carries(rule, Majority::simple, {2, 2, 0}, 4, Choice::yes));
    EXPECT_FALSE(carries(rule, Majority::simple, {2, 2, 0}, 4, Choice::no));
    EXPECT_FALSE(carries(rule, Majority::simple, {2, 2, 0}, 4, std::nullopt));
    EXPECT_FALSE(carries(rule, Majority::simple, {2, 1, 1}, 4, Choice::yes)) << "that is no tie";
}

// One vote more for never makes a carried item fail; one more member present never makes a failed one carry.
RC_GTEST_PROP(MajorityProperty, IsMonotone, ()) {
    const Rule rule{.majority_of = *rc::gen::element(MajorityOf::present, MajorityOf::cast)};
    const auto majority = *rc::gen::element(Majority::simple, Majority::two_thirds);
    const Tally tally{*rc::gen::inRange(0, 9), *rc::gen::inRange(0, 9), *rc::gen::inRange(0, 9)};
    const std::int64_t attending = tally.sum() + *rc::gen::inRange(0, 3);
    const bool before = carries(rule, majority, tally, attending, std::nullopt);
    const Tally more{tally.yes + 1, tally.no, tally.abstain};
    if (before) RC_ASSERT(carries(rule, majority, more, attending + 1, std::nullopt));
    if (!before) RC_ASSERT(!carries(rule, majority, tally, attending + 1, std::nullopt));
}

}  // namespace
}  // namespace dure::board
