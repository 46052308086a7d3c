// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/finder/kind.hpp"

namespace dure::board {

/// What the search box finds of the board's meetings: their agendas, proposals and minutes.
finder::Kind findable_meetings();

}  // namespace dure::board
