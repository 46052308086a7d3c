// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/actor.hpp"
#include "server/desks/energy/ensemble_views.hpp"
#include "server/desks/energy/records.hpp"

/// What leaves the energy desk of ensembles, with the operations that the reader may do on each.
namespace dure::desks::energy {

EnsembleSummary present(const EnsembleRecord& ensemble, const auth::Actor& reader);
/// `results` are the samples', by number, and `ranges` the near-optimal ones when they are there: all JSON.
EnsembleDetails present(const EnsembleRecord& ensemble, const dure::energy::Network& network,
                        std::vector<std::string> results, const std::optional<std::string>& ranges,
                        const auth::Actor& reader);

/// The version, and what it shows of its samples and its job: "1.17.running".
std::string tag_of(const EnsembleRecord& ensemble);

}  // namespace dure::desks::energy
