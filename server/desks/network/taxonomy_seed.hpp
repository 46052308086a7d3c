// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "engine/search/taxonomy.hpp"
#include "server/desks/network/desk.hpp"

namespace dure::desks::network {

/// taxonomy/terms.tsv, as the program carries it.
std::string_view embedded_terms();
/// The same, read.
const std::vector<search::TaxonomyTerm>& built_in_terms();

/// Puts the program's terms into the tables of a database that never had any.
void seed_taxonomy(const Desk& desk);

}  // namespace dure::desks::network
