// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/energy/ensemble.hpp"
#include "engine/energy/near_optimal.hpp"
#include "server/codec/reader.hpp"

/// Schemas of ensembles, one struct each.
namespace dure::desks::energy {

/// Schema EnsembleSpec: what is drawn, and which ranges are wanted.
struct EnsembleWish : dure::energy::EnsembleSpec {
    std::vector<double> slacks;  ///< shares of cost for near-optimal ranges; empty: none
};

struct NewEnsemble : EnsembleWish {
    std::optional<std::string> label;
};

struct EnsembleSummary {
    std::string id, plan, plan_name;
    std::int64_t number = 0;
    std::string label;
    std::string status;  ///< of its job
    std::optional<std::string> job;
    std::string owner, owner_name, currency;
    std::int64_t samples = 0, done = 0;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};

struct EnsembleTechnology {
    std::string kind, name, label_ko, label_en;
};

struct EnsembleDetails : EnsembleSummary {
    EnsembleWish specification;
    std::vector<EnsembleTechnology> technologies;
    std::vector<codec::RawJson> results;  ///< schema Sample, by number
    std::optional<std::vector<dure::energy::NearOptimal>> ranges;
};

struct EnsemblePage {
    std::vector<EnsembleSummary> items;
    std::optional<std::string> next_cursor;
};

Checked<NewEnsemble> decode_new_ensemble(std::string_view json);
Checked<EnsembleWish> decode_wish(std::string_view json);
Checked<std::vector<dure::energy::NearOptimal>> decode_ranges(std::string_view json);

std::string encode(const EnsembleWish&);
std::string encode(const EnsembleDetails&);
std::string encode(const EnsemblePage&);
std::string encode(const std::vector<dure::energy::NearOptimal>&);
/// Schema Sample.
std::string encode(const dure::energy::SampleResult&, std::span<const dure::energy::Variation> drawn);

}  // namespace dure::desks::energy
