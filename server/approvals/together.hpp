// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/kinds.hpp"
#include "server/together/providers.hpp"

/// What this folder tells the pages that gather from all desks. `office` outlives it.
namespace dure::approvals {

together::Waits waiting_approvals(const Office& office);
/// The last days of steps that wait for the reader.
together::Calendar approval_days(const Office& office);

}  // namespace dure::approvals
