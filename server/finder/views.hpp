// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/finder/box.hpp"

/// What leaves, as the contract has it.
namespace dure::finder {

/// Schema FoundPage.
std::string encode(const std::vector<Group>& groups);

}  // namespace dure::finder
