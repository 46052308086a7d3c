// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/approvals/approval_codec.hpp"
#include "server/approvals/policy.hpp"
#include "server/people/place.hpp"

/// Approvals as lists show them: only what the reader may read.
namespace dure::approvals {

/// What waits for the reader, what they drafted, decided, are to know of, and all of these.
enum class Box { waiting, mine, done, reference, all };

struct ListQuery {
    Box box = Box::all;
    std::string part;  ///< of the title or the drafter's name
    std::optional<State> state;
    std::optional<std::string> kind;
    std::optional<Desk> desk;
    bool overdue = false;
    people::Order order = people::Order::updated_down;
    std::optional<people::Place> after;
    int limit = 50;
};

struct Listed {
    Approval approval;  ///< without rounds, readers and comments
    std::optional<std::string> waiting_for;
    std::optional<Instant> due;
};

/// One more than the limit where there is a next page.
std::vector<Listed> list_approvals(db::Connection& c, const Reader& reader, const ListQuery& query,
                                   Instant now);
CountsView count_waiting(db::Connection& c, const Reader& reader, Instant now);

}  // namespace dure::approvals
