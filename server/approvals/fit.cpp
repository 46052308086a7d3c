// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/fit.hpp"

#include <algorithm>

namespace dure::approvals {
namespace {

constexpr std::int64_t kDaysOfExtraStep = 3;

bool may_hold(const LineStep& step, const std::string& account, const auth::RoleSet& roles) {
    return step.account ? *step.account == account : roles.has(*step.role);
}

std::string below(std::size_t index, std::string_view member) {
    return "/steps/" + std::to_string(index) + std::string(member);
}

/// What is wrong with the people, whatever the line says.
Errors check_people(std::span<const ChosenStep> chosen, const std::string& drafter, const Holders& holders) {
    Errors errors;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const auto refuse = [&](std::string code) {
            errors.push_back({.code = std::move(code), .pointer = below(i, "/account")});
        };
        const auto same = [&](const ChosenStep& other) { return other.account == chosen[i].account; };
        if (!holders.contains(chosen[i].account)) refuse("account.unknown_id");
        if (chosen[i].account == drafter) refuse("approval.oneself");
        if (std::ranges::any_of(chosen.first(i), same)) refuse("approval.twice");
    }
    return errors;
}

/// Why a step that decides does not fit.
Error why_not(const LineStep& wanted, const ChosenStep& one, const Holders& holders, std::size_t index) {
    const Params title{{"title", wanted.title}};
    if (wanted.task != Task::approval)
        return {.code = "approval.step_missing", .params = title, .pointer = "/steps"};
    if (!may_hold(wanted, one.account, holders.at(one.account)))
        return {.code = "approval.not_holder", .params = title, .pointer = below(index, "/account")};
    return {.code = "approval.not_last", .pointer = below(index, "/task")};
}

}  // namespace

Checked<std::vector<Step>> fit(const LineContent& line, std::span<const ChosenStep> chosen,
                               const std::string& drafter, const Holders& holders) {
    Errors errors = check_people(chosen, drafter, holders);
    if (!errors.empty()) return std::unexpected(std::move(errors));
    std::vector<Step> steps;
    auto wanted = line.steps.begin();
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const ChosenStep& one = chosen[i];
        // A further step may have the task of the line's next: the holder tells them apart, and of the last
        // of the chosen the line's last.
        const bool fits = wanted != line.steps.end() && one.task == wanted->task &&
                          may_hold(*wanted, one.account, holders.at(one.account)) &&
                          (wanted + 1 != line.steps.end() || i + 1 == chosen.size());
        if (!fits && one.task == Task::approval) errors.push_back(why_not(*wanted, one, holders, i));
        steps.push_back({.position = static_cast<std::int64_t>(i) + 1,
                         .task = one.task,
                         .title = fits ? wanted->title : one.title,
                         .account = one.account,
                         .days = fits ? wanted->days : kDaysOfExtraStep});
        if (fits) ++wanted;
    }
    if (errors.empty() && wanted != line.steps.end())
        errors.push_back(
            {.code = "approval.step_missing", .params = {{"title", wanted->title}}, .pointer = "/steps"});
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return steps;
}

}  // namespace dure::approvals
