// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/error.hpp"
#include "server/upkeep/health.hpp"
#include "server/upkeep/settings.hpp"

/// What comes in about the upkeep and what leaves, as the contract has it.
namespace dure::upkeep {

/// Without a value the fallback holds again.
struct NewValue {
    std::optional<std::string> value;
};
Checked<NewValue> decode_new_value(std::string_view json);

std::string encode(const Setting& setting);
std::string encode(const std::vector<Setting>& settings,
                   const std::vector<std::pair<std::string, std::string>>& options);
std::string encode(const std::vector<HealthCheck>& checks, const std::string& version, Instant now);

}  // namespace dure::upkeep
