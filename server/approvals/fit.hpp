// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>

#include "engine/base/error.hpp"
#include "server/approvals/line.hpp"

namespace dure::approvals {

/// A step as the drafter names it.
struct ChosenStep {
    Task task = Task::review;
    std::string title;
    std::string account;
};

/// Who may be in a step: the institute's active people with the roles they hold now.
using Holders = std::map<std::string, auth::RoleSet>;

/// The steps of a round, when the chosen ones fit the line: each of the line's steps in its order with one
/// who may hold it, further reviews and agreements anywhere before the last. Errors, with pointers below
/// /steps: approval.step_missing {title}, approval.not_holder {title}, approval.not_last (something follows
/// the decision), approval.twice, approval.oneself, account.unknown_id.
Checked<std::vector<Step>> fit(const LineContent& line, std::span<const ChosenStep> chosen,
                               const std::string& drafter, const Holders& holders);

}  // namespace dure::approvals
