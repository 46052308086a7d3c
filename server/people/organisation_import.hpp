// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/imports/resource.hpp"
#include "server/people/office.hpp"

namespace dure::people {

/// Organisations as something that tables are imported into. What `office` refers to outlives it.
imports::Resource organisation_resource(const Office& office);

}  // namespace dure::people
