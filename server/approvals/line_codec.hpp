// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/approvals/line.hpp"

namespace dure::approvals {

/// Schema ApprovalLine.
struct LineView : LineContent {
    std::string id;
    bool fictitious = false;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};
struct LineList {
    std::vector<LineView> items;
};

/// Someone who may be in a step or read. Schema ApprovalPerson.
struct PersonView {
    std::string account, name;
    std::vector<auth::Role> roles;
};
struct PeopleList {
    std::vector<PersonView> items;
};
/// The line that holds for a document, with who may be in each of its steps. Schema ApprovalRoute.
struct RouteStepView : LineStep {
    std::vector<PersonView> people;
};
struct RouteView {
    std::string line, name, basis;
    bool delegated = false, fictitious = false;
    std::vector<RouteStepView> steps;
};

/// Codes beside the codec's: approval_line.last_approves, approval_line.one_approves,
/// approval_line.role_or_account.
Checked<LineContent> decode_line(std::string_view json);
/// The same of an array; for files of examples.
Checked<std::vector<LineContent>> decode_lines(std::string_view json);
std::string encode(const LineContent&);
std::string encode(const LineView&);
std::string encode(const LineList&);
std::string encode(const PeopleList&);
std::string encode(const RouteView&);

}  // namespace dure::approvals
