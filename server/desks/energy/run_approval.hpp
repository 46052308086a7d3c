// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/approvals/kinds.hpp"
#include "server/auth/guard.hpp"
#include "server/desks/energy/desk.hpp"

/// A run's result approved as the plan of the centre.
namespace dure::desks::energy {

inline constexpr std::string_view kRunApproval = "energy_run";

/// What an approval of a run stands for: its plan, number and result.
approvals::Kind run_kind();

/// The routes of a run's approval. What the arguments refer to outlives them.
std::vector<auth::Operation> run_approval_operations(const Desk& desk, const approvals::Office& office);

}  // namespace dure::desks::energy
