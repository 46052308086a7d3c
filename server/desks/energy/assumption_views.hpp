// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/network.hpp"
#include "server/auth/actor.hpp"
#include "server/desks/energy/records.hpp"

/// What comes in about assumptions and what leaves.
namespace dure::desks::energy {

/// Schema PlanAssumptionContent.
struct AssumptionContent {
    std::optional<double> value;                ///< none: as it is
    std::optional<std::string> source, figure;  ///< ids
    std::optional<std::int64_t> price_year;
    std::optional<double> low, high;
    std::string note_ko, note_en, reason;
};

/// Schema PlanAssumption: a number of the model with what is known of it.
struct AssumptionView {
    std::string at, list, name, field, label_ko, label_en, unit;
    std::optional<double> value;
    std::optional<std::string> series;
    bool counts = false, sourced = false;
    std::optional<std::string> source, source_code, source_document, source_publisher, source_link;
    std::optional<std::string> figure, figure_code;
    std::optional<double> figure_value;
    std::optional<std::string> figure_unit, figure_period;
    std::optional<std::int64_t> price_year;
    std::optional<double> low, high;
    std::string note_ko, note_en, reason;
    std::optional<std::string> changed_by, updated;
    std::int64_t version = 0;
    std::vector<std::string> actions;
};

/// Schema PlanAssumptionList.
struct AssumptionList {
    std::string currency;
    std::int64_t price_year = 0, assumptions = 0, without_source = 0;
    std::vector<AssumptionView> items;
};

Checked<AssumptionContent> decode_assumption(std::string_view json);
std::string encode(const AssumptionView& view);
std::string encode(const AssumptionList& list);

AssumptionList present_assumptions(const PlanRecord& plan, const dure::energy::Network& network,
                                   const std::map<std::string, AssumptionRecord>& known,
                                   const auth::Actor& reader);

}  // namespace dure::desks::energy
