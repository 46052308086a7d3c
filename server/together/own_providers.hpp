// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/together/providers.hpp"

/// What this folder itself tells: tasks and mentions.
namespace dure::together {

/// Open tasks that are due within a week or have no day yet.
Waits waiting_tasks();
/// How many mentions are unread.
Waits waiting_mentions();
Calendar task_days();

}  // namespace dure::together
