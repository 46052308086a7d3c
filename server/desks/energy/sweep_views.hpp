// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/sweep.hpp"
#include "server/auth/actor.hpp"
#include "server/codec/reader.hpp"
#include "server/desks/energy/change_views.hpp"
#include "server/desks/energy/records.hpp"

/// Sweeps and tornados as they come in and leave.
namespace dure::desks::energy {

enum class SweepKind { sweep, tornado };

/// Schema NewSweep. A tornado takes its ranges from the plan's assumptions.
struct NewSweep {
    std::optional<std::string> label, scenario;
    SweepKind kind = SweepKind::sweep;
    std::vector<dure::energy::SweptParameter> parameters;
};

/// Schema SweepSpec: what is computed. left_out: addresses of assumptions without low and high.
struct SweepSpec {
    std::vector<dure::energy::SweptParameter> parameters;
    std::vector<dure::energy::Ranged> ranges;
    std::vector<std::string> left_out;
};

struct SweepSummary {
    std::string id, plan, plan_name;
    std::int64_t number = 0;
    std::string label;
    SweepKind kind = SweepKind::sweep;
    std::optional<std::string> scenario, scenario_name;
    std::string status;
    std::optional<std::string> job;
    std::string owner, owner_name, currency;
    std::int64_t points = 0, done = 0, version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};

struct SweepTechnology {
    std::string kind, name, label_ko, label_en;
};

struct SweepDetails : SweepSummary {
    SweepSpec specification;
    std::vector<ParameterName> names;  ///< of all addresses in the specification
    std::vector<SweepTechnology> technologies;
    std::vector<codec::RawJson> results;
};

struct SweepPage {
    std::vector<SweepSummary> items;
    std::optional<std::string> next_cursor;
};

Checked<NewSweep> decode_new_sweep(std::string_view json);
SweepSpec decode_sweep_spec(std::string_view json);
std::string encode(const SweepSpec& spec);
std::string encode(const SweepDetails& view);
std::string encode(const SweepPage& page);
/// Schema SweepPoint.
std::string encode(const dure::energy::PointResult& result, std::span<const dure::energy::Change> changes);

std::string_view name_of(SweepKind kind);
SweepKind sweep_kind(std::string_view name);

SweepSummary present(const SweepRecord& one, const auth::Actor& reader);
SweepDetails present(const SweepRecord& one, const dure::energy::Network& network,
                     std::vector<std::string> results, const auth::Actor& reader);
/// Changes with every point that comes.
std::string tag_of(const SweepRecord& one);

/// The changes of every point, in their order.
std::vector<std::vector<dure::energy::Change>> points_of(SweepKind kind, const SweepSpec& spec);

}  // namespace dure::desks::energy
