// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/codec/codec.hpp"
#include "server/desks/energy/centre/measure.hpp"

/// How measures are written: included by codecs and presenters alone.
namespace dure::desks::energy {

BOOST_DESCRIBE_ENUM(Sector, residential, commercial, public_buildings, industry, transport, supply)
BOOST_DESCRIBE_ENUM(EndUseKind, space_heating, hot_water, cooling, lighting, appliances, motors, process_heat,
                    vehicles, power_supply, heat_supply, other)
BOOST_DESCRIBE_STRUCT(MeasureYear, (), (year, expected_mwh, expected_t, actual_mwh, actual_t, actual_source))
BOOST_DESCRIBE_STRUCT(MeasureMilestone, (), (name, due, done))
BOOST_DESCRIBE_STRUCT(MeasureEvidence, (), (title, note, link))
BOOST_DESCRIBE_STRUCT(MeasureContent, (),
                      (title, language, summary, responsible, sector, end_use, begins, ends, currency,
                       price_year, budget, spent, budget_source, investment, lifetime_years, yearly_cost,
                       energy_price, cost_source, method, method_source, years, milestones, evidence,
                       cancelled, cancel_reason))

// Declared wherever these are described, so that every source file reads and writes them alike.
std::span<const codec::Rule> json_rules(const MeasureYear*);
std::span<const codec::Rule> json_rules(const MeasureMilestone*);
std::span<const codec::Rule> json_rules(const MeasureEvidence*);
std::span<const codec::Rule> json_rules(const MeasureContent*);
void json_check(const MeasureYear&, codec::Reader& reader);
void json_check(const MeasureMilestone&, codec::Reader& reader);
void json_check(const MeasureEvidence&, codec::Reader& reader);
void json_check(const MeasureContent&, codec::Reader& reader);

}  // namespace dure::desks::energy

namespace dure::energy::measures {

BOOST_DESCRIBE_ENUM(Status, planned, on_track, at_risk, late, done, cancelled)

}  // namespace dure::energy::measures
