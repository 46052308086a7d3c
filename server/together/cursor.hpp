// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "server/http/pipeline.hpp"

/// Where this folder's lists go on, as it stands in an address.
namespace dure::together {

std::optional<std::string> id_in(http::Query& query);
std::string id_cursor(const std::string& id);

std::optional<std::int64_t> number_in(http::Query& query);
std::string number_cursor(std::int64_t number);

}  // namespace dure::together
