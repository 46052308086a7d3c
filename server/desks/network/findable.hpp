// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/finder/box.hpp"

/// What the search box finds of the network.
namespace dure::desks::network {

finder::Kind findable_clusters(Clock clock);
finder::Kind findable_meetings();
/// As far as they consented, as the directory finds them.
finder::Kind findable_members(Clock clock);
/// The taxonomy as it stands, read again when it changed.
finder::TaxonomySource current_terms();

}  // namespace dure::desks::network
