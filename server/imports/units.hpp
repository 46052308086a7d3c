// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace dure::imports {

/// What a number in `from` is multiplied with to be one in `to`: "kW" to "MW" is 0.001, "백만원" to "KRW"
/// 1e6. None: they are no units of one kind, or not known.
std::optional<double> factor_between(std::string_view from, std::string_view to);

/// Whether a text in brackets is a unit at all.
bool is_unit(std::string_view text);

}  // namespace dure::imports
