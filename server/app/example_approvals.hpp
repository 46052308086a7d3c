// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "server/approvals/kinds.hpp"

namespace dure::app {

/// Puts the fictitious lines of `approval_lines.json`, beside the example's folder, into the database once.
/// Nothing where there is no such file.
void seed_example_approvals(const std::filesystem::path& folder, const approvals::Office& office);

}  // namespace dure::app
