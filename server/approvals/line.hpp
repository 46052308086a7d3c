// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/approvals/approval.hpp"
#include "server/auth/role.hpp"

namespace dure::approvals {

/// A step of a line: whoever holds the role, or one person.
struct LineStep {
    Task task = Task::review;
    std::string title;
    std::optional<auth::Role> role;
    std::optional<std::string> account;
    std::int64_t days = 3;

    bool operator==(const LineStep&) const = default;
};

/// The institute's rule for a kind of document up to an amount. Schema ApprovalLineContent.
struct LineContent {
    std::string name, kind;
    std::optional<std::int64_t> most_krw;  ///< none: any amount
    bool delegated = false;
    std::string basis;
    std::vector<LineStep> steps;  ///< the last one approves

    bool operator==(const LineContent&) const = default;
};

struct Line {
    std::string id;
    LineContent content;
    bool fictitious = false;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

}  // namespace dure::approvals
