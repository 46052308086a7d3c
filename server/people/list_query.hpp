// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "server/http/pipeline.hpp"
#include "server/people/place.hpp"

/// The query parameters that this folder's lists share.
namespace dure::people {

/// `sort`: name, -name, updated or -updated.
Order order_in(http::Query& query, Order otherwise);
/// `cursor`, and how it is written.
std::optional<Place> place_in(http::Query& query);
std::string cursor_of(const Place& place);

}  // namespace dure::people
