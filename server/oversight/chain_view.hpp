// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "server/audit/chain.hpp"

namespace dure::oversight {

/// Schema AuditChain: what a verification found, and where the chain ends.
std::string encode(const audit::Verdict& verdict, const std::optional<audit::Checkpoint>& end, Instant now);

}  // namespace dure::oversight
