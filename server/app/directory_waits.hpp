// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/together/providers.hpp"

/// What the directory and the accounts tell the pages that gather from all desks.
namespace dure::app {

/// How many pairs of organisations may be one, for those who keep the directory.
together::Waits waiting_doubles();
/// When the reader's own roles end.
together::Calendar role_days();

}  // namespace dure::app
