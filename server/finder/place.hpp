// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/finder/box.hpp"
#include "server/http/pipeline.hpp"

/// Where a list of hits goes on, as it stands in an address.
namespace dure::finder {

std::optional<Place> place_in(http::Query& query);
std::string cursor_of(const Place& place);

}  // namespace dure::finder
