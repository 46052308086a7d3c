// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/board/board.hpp"
#include "server/db/database.hpp"

/// Mails to the members of the board, in the transaction of what they tell of.
namespace dure::board {

/// When and where the board meets: to all who were convened but the one who did it.
void tell_convened(db::Connection& c, const Meeting& meeting, const std::string& by, Instant now);
/// That it does not meet: to those who were convened.
void tell_cancelled(db::Connection& c, const Meeting& meeting, const std::string& by, Instant now);

}  // namespace dure::board
