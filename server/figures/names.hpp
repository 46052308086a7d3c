// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "server/figures/figure.hpp"

/// Enumerators by the names that tables, files and JSON share. Reading one throws std::invalid_argument: the
/// names come from our own tables.
namespace dure::figures {

std::string name_of(Kind kind);
std::string name_of(Method method);
std::string name_of(Nature nature);
Kind kind_of(std::string_view name);
Method method_of(std::string_view name);
Nature nature_of(std::string_view name);

}  // namespace dure::figures
