// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/lp/ipm/form.hpp"

namespace dure::lp::ipm {

/// Where the iterations begin: every variable well inside its bounds and near the size of the right side,
/// duals of the size of the costs, y = 0. Residuals need not vanish.
Point start_point(const Form& form);

}  // namespace dure::lp::ipm
