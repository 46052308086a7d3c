// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/board/board.hpp"

/// What a board may decide: values in, values out.
namespace dure::board {

bool has_quorum(const Rule& rule, std::int64_t members, std::int64_t attending);
/// The fewest that make the quorum.
std::int64_t quorum_of(const Rule& rule, std::int64_t members);

/// `chair`: how the chair voted, where that is known.
bool carries(const Rule& rule, Majority majority, const Tally& tally, std::int64_t attending,
             std::optional<Choice> chair);

}  // namespace dure::board
