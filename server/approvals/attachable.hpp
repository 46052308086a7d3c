// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/kinds.hpp"
#include "server/files/kinds.hpp"

namespace dure::approvals {

/// Files of documents: seen by whoever sees the document, changed by its drafter as long as the document may
/// be changed: what was handed in stays as it was. `office` outlives it.
files::Kind attachable_approvals(const Office& office);

}  // namespace dure::approvals
