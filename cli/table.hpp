// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace dure::cli {

/// Rows of texts as columns in a terminal: the first column to the left, the others to the right, Hangul two
/// cells wide.
std::string as_columns(const std::vector<std::vector<std::string>>& rows);

}  // namespace dure::cli
