// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/flow.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace dure::approvals {
namespace {

Round round_of(std::size_t steps) {
    Round round{.number = 1};
    for (std::size_t i = 0; i < steps; ++i)
        round.steps.push_back({.position = static_cast<std::int64_t>(i) + 1,
                               .task = i + 1 == steps ? Task::approval : Task::review,
                               .account = "p" + std::to_string(i),
                               .days = 2});
    begin(round, 1000);
    return round;
}

std::vector<StepState> states(const Round& round) {
    std::vector<StepState> found;
    for (const Step& step : round.steps) found.push_back(step.state);
    return found;
}

using enum StepState;
using States = std::vector<StepState>;

TEST(Flow, GoesFromStepToStepAndEndsApproved) {
    Round round = round_of(3);
    EXPECT_EQ(states(round), (States{current, waiting, waiting}));
    EXPECT_EQ(round.steps[0].due, 1000 + 2 * 24 * 3600 * kSecond);
    decide(round, {.account = "p0", .at = 2000});
    EXPECT_EQ(states(round), (States{approved, current, waiting}));
    EXPECT_FALSE(untouched(round));
    decide(round, {.account = "other", .account_name = "O", .at = 3000});
    EXPECT_TRUE(round.steps[1].by_deputy());
    decide(round, {.account = "p2", .note = "good", .at = 4000});
    EXPECT_EQ(states(round), (States{approved, approved, approved}));
    EXPECT_EQ(round.outcome, State::approved);
    EXPECT_EQ(round.ended, 4000);
    EXPECT_THROW(decide(round, {.account = "p2"}), std::logic_error);
}

TEST(Flow, ARejectionEndsTheRoundAndSkipsTheRest) {
    Round round = round_of(3);
    decide(round, {.approve = false, .account = "p0", .note = "why", .at = 2000});
    EXPECT_EQ(states(round), (States{rejected, skipped, skipped}));
    EXPECT_EQ(round.outcome, State::rejected);
    EXPECT_EQ(current_step(round), nullptr);
}

TEST(Flow, ARecallSkipsWhatIsUndecided) {
    Round round = round_of(2);
    recall(round, 9);
    EXPECT_EQ(states(round), (States{skipped, skipped}));
    EXPECT_EQ(round.outcome, State::recalled);
}

// Whatever is decided in whatever order: never an approved round with an undecided step, never two current.
RC_GTEST_PROP(FlowProperty, AnApprovedRoundHasNoUndecidedStep, ()) {
    Round round = round_of(*rc::gen::inRange<std::size_t>(1, 9));
    const auto rulings = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12));
    for (const int ruling : rulings) {
        if (!current_step(round)) break;
        if (ruling == 0)
            recall(round, 5);
        else
            decide(round, {.approve = ruling > 1, .account = "x", .at = 5});
        const auto count = std::ranges::count(round.steps, current, &Step::state);
        RC_ASSERT(count == (round.ended ? 0 : 1));
        const bool all = std::ranges::all_of(round.steps, [](const Step& s) { return s.state == approved; });
        RC_ASSERT((round.outcome == State::approved) == all);
        for (const Step& step : round.steps)
            RC_ASSERT(step.decided_by.has_value() == (step.state == approved || step.state == rejected));
    }
}

}  // namespace
}  // namespace dure::approvals
