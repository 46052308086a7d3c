// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/time.hpp"
#include "server/files/kinds.hpp"

namespace dure::desks::network {

/// Files of clusters: seen and changed by whoever sees and changes the cluster.
files::Kind attachable_clusters(Clock clock);
/// Files of members: seen by whoever sees the member's business, changed by whoever changes the member.
files::Kind attachable_members(Clock clock);

}  // namespace dure::desks::network
