// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "server/desks/energy/change_views.hpp"

namespace dure::desks::energy {

/// Schema ScenarioContent.
struct ScenarioContent {
    std::string name, description;
    std::optional<std::string> parent;
    std::vector<dure::energy::Change> changes;
};

/// Schema Scenario.
struct ScenarioView {
    std::string id, plan;
    std::optional<std::string> parent;
    std::string name, description;
    std::vector<ChangeView> changes;
    std::string owner, owner_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};

/// Schema ScenarioList.
struct ScenarioList {
    std::vector<ScenarioView> items;
};

Checked<ScenarioContent> decode_scenario(std::string_view json);
std::vector<dure::energy::Change> decode_changes(std::string_view json);
std::string encode(const std::vector<dure::energy::Change>& changes);
std::string encode(const ScenarioContent& content);
std::string encode(const ScenarioView& view);
std::string encode(const ScenarioList& list);

}  // namespace dure::desks::energy
