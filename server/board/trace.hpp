// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "server/board/board.hpp"

/// What the audit says of the board before and after, as JSON.
namespace dure::board {

std::string trace_of(const Meeting& meeting);
std::string trace_of(const Member& member);
std::string trace_of(const Item& item);
/// Without a choice: the vote was secret.
std::string trace_of_vote(const Item& item, const std::string& member, std::optional<Choice> choice);

}  // namespace dure::board
