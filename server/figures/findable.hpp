// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/finder/kind.hpp"

/// What the one search box finds here: documents, and what is measured. Figures themselves are too many.
namespace dure::figures {

finder::Kind findable_sources();
finder::Kind findable_indicators();

}  // namespace dure::figures
