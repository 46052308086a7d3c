// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/files/kinds.hpp"

namespace dure::board {

/// Files of meetings: papers and reports. Seen by whoever sees the meeting, changed by whoever keeps it.
files::Kind attachable_meetings();

}  // namespace dure::board
