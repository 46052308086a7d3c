// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/figures/office.hpp"
#include "server/imports/resource.hpp"

namespace dure::figures {

/// Figures as something that tables are imported into: a row a figure. What `office` refers to outlives it.
imports::Resource figure_resource(const Office& office);

/// The layout of energy yearbooks: a row a region, year and sector, a column a source of energy; each number
/// becomes a figure of energy.final. A row's record is the ids of its figures with commas between them.
imports::Resource yearbook_resource(const Office& office);

}  // namespace dure::figures
