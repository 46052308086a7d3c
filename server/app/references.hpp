// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "server/people/references.hpp"

namespace dure::app {

/// Every column of the program that refers to an organisation. Whoever adds one names it here, so that
/// merging two records takes it along.
std::vector<people::Reference> organisation_references();

}  // namespace dure::app
