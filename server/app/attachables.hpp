// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/kinds.hpp"
#include "server/files/kinds.hpp"

namespace dure::app {

/// Adds what files can belong to. `approvals` outlives it.
void add_attachables(files::Kinds& kinds, const approvals::Office& approvals);

}  // namespace dure::app
