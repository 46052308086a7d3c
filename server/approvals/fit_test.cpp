// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/fit.hpp"

#include <gtest/gtest.h>

namespace dure::approvals {
namespace {

using auth::Role;

// A planner reviews, the director decides.
const LineContent kLine{.name = "Line",
                        .kind = "document",
                        .steps = {{.task = Task::review, .title = "Team", .role = Role::planner, .days = 2},
                                  {.task = Task::approval, .title = "Head", .role = Role::director}}};
const Holders kHolders = {{"plan", {Role::planner}},
                          {"plan2", {Role::planner}},
                          {"money", {Role::finance_officer}},
                          {"head", {Role::director}},
                          {"drafter", {Role::planner}}};

std::vector<std::string> refused(const std::vector<ChosenStep>& chosen, const LineContent& line = kLine) {
    const auto steps = fit(line, chosen, "drafter", kHolders);
    std::vector<std::string> found;
    if (!steps)
        for (const Error& error : steps.error()) found.push_back(error.pointer + " " + error.code);
    return found;
}

TEST(Fit, TheLinesStepsAreMetInOrder) {
    const auto steps = fit(
        kLine,
        std::vector<ChosenStep>{
            {Task::review, "", "plan"}, {Task::agreement, "Money", "money"}, {Task::approval, "", "head"}},
        "drafter", kHolders);
    ASSERT_TRUE(steps);
    ASSERT_EQ(steps->size(), 3u);
    EXPECT_EQ(steps->at(0).title, "Team");
    EXPECT_EQ(steps->at(0).days, 2);
    EXPECT_EQ(steps->at(1).title, "Money") << "a further agreement keeps its own title";
    EXPECT_EQ(steps->at(2).title, "Head");
}

TEST(Fit, BadChoicesAreNamed) {
    struct Case {
        std::string reason;
        std::vector<ChosenStep> chosen;
        std::vector<std::string> refused;
    };
    const Case cases[] = {
        {"nothing chosen", {}, {"/steps approval.step_missing"}},
        {"the review is left out", {{Task::approval, "", "head"}}, {"/steps approval.step_missing"}},
        {"nobody decides", {{Task::review, "", "plan"}}, {"/steps approval.step_missing"}},
        {"the wrong one decides",
         {{Task::review, "", "plan"}, {Task::approval, "", "money"}},
         {"/steps/1/account approval.not_holder"}},
        {"two decide",
         {{Task::review, "", "plan"}, {Task::approval, "", "plan2"}, {Task::approval, "", "head"}},
         {"/steps/1/account approval.not_holder"}},
        {"something after the decision",
         {{Task::review, "", "plan"}, {Task::approval, "", "head"}, {Task::review, "", "money"}},
         {"/steps/1/task approval.not_last"}},
        {"the drafter reviews",
         {{Task::review, "", "drafter"}, {Task::approval, "", "head"}},
         {"/steps/0/account approval.oneself"}},
        {"one person twice",
         {{Task::review, "", "plan"}, {Task::review, "", "plan"}, {Task::approval, "", "head"}},
         {"/steps/1/account approval.twice"}},
        {"someone who is not of the institute",
         {{Task::review, "", "nobody"}, {Task::approval, "", "head"}},
         {"/steps/0/account account.unknown_id"}},
    };
    for (const auto& [reason, chosen, expected] : cases) EXPECT_EQ(refused(chosen), expected) << reason;
}

TEST(Fit, AStepOfOnePersonIsTheirs) {
    LineContent line = kLine;
    line.steps[0] = {.task = Task::agreement, .title = "Money", .account = "money"};
    EXPECT_EQ(refused({{Task::agreement, "", "money"}, {Task::approval, "", "head"}}, line),
              std::vector<std::string>());
    EXPECT_EQ(refused({{Task::agreement, "", "plan"}, {Task::approval, "", "head"}}, line),
              std::vector<std::string>{"/steps approval.step_missing"});
}

}  // namespace
}  // namespace dure::approvals
