// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/energy/parameters.hpp"
#include "server/desks/energy/assumption_views.hpp"
#include "server/desks/energy/desk.hpp"
#include "server/desks/energy/records.hpp"

/// Where the numbers of plans come from, each change in the caller's transaction together with its audit
/// entry. The audit knows an assumption as <plan>:<address>.
namespace dure::desks::energy {

constexpr std::string_view kAssumption = "energy_assumption";  ///< record_kind of the audit

std::string assumption_id(const std::string& plan, const std::string& at);

/// Writes the value into the plan's model, where it changes, and what is known of it into its row. 422
/// assumption.reason_needed, assumption.is_series, assumption.low_above_high, assumption.unknown_source,
/// assumption.unknown_figure, and what check() finds in the value. `known`: the row as the caller matched it,
/// if there is one.
void change_assumption(db::Connection& c, const Desk& desk, const PlanRecord& plan,
                       const dure::energy::Parameter& parameter, const std::optional<AssumptionRecord>& known,
                       const AssumptionContent& content, const Who& who);

/// After the model was changed otherwise: what was known of a number held for its old value, so it loses
/// source and figure. `series`: names of those that have new values.
void forget_sources(db::Connection& c, const PlanRecord& plan, const dure::energy::Network& before,
                    const dure::energy::Network& after, std::span<const std::string> series, const Who& who);

/// Rows for a new plan. Errors: plan.unknown_source {code, at}, plan.unknown_figure {code, at}, with the
/// pointer given.
void bring_assumptions(db::Connection& c, const PlanRecord& plan,
                       std::span<const dure::energy::Assumption> list, const std::string& pointer);

/// What was known of another plan's numbers, for its copy.
void copy_assumptions(db::Connection& c, const PlanRecord& plan, std::span<const AssumptionRecord> list);

/// As files carry them, a figure without a code by its source; of addresses that the model has.
std::vector<dure::energy::Assumption> carried(const dure::energy::Network& network,
                                              const std::map<std::string, AssumptionRecord>& known);

/// Of the model that is computed; a number that differs from the plan's own has no source there.
Provenance provenance_of(const dure::energy::Network& plan, const dure::energy::Network& computed,
                         const std::map<std::string, AssumptionRecord>& known);

}  // namespace dure::desks::energy
