// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dure::imports {

/// Letters and digits alone, folded: equal for two ways of writing a heading or a choice.
std::string bare(std::string_view text);

/// A name and what it stands for.
using Named = std::pair<std::string, std::string>;

/// What the nearest name stands for, if no more than a third of its letters are wrong; else empty.
std::string nearest(std::string_view text, const std::vector<Named>& names);

}  // namespace dure::imports
