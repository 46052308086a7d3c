// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/jobs/queue.hpp"
#include "server/together/providers.hpp"

namespace dure::app {

/// How many of the reader's own jobs failed during the last week and were not tried again. `queue` outlives
/// it.
together::Waits waiting_jobs(const jobs::Queue& queue);

}  // namespace dure::app
