// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/energy/centre/measure_described.hpp"
#include "server/desks/energy/centre/measure_resource.hpp"

/// How what leaves of measures is written: included by presenters alone.
namespace dure::desks::energy {

BOOST_DESCRIBE_STRUCT(ReasonView, (), (weight, code, params))
BOOST_DESCRIBE_STRUCT(MeasureYearView, (MeasureYear), (expected_toe, actual_toe))
BOOST_DESCRIBE_STRUCT(MeasureSummary, (),
                      (id, title, language, responsible, sector, end_use, begins, ends, currency, price_year,
                       budget, spent, status, reasons, judged_on, most_t, most_mwh, most_toe, most_year,
                       fictitious, owner_name, version, created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(MeasureView, (MeasureSummary),
                      (summary, budget_source, investment, lifetime_years, yearly_cost, energy_price,
                       cost_source, method, method_source, years, milestones, evidence, cancelled,
                       cancel_reason))

using codec::encode;

}  // namespace dure::desks::energy
