// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "server/imports/resource.hpp"

namespace dure::imports {

/// An empty table with the resource's headings. The workbook has a second sheet that says what belongs into
/// each column.
std::string template_csv(const Resource& resource, std::string_view language);
std::string template_xlsx(const Resource& resource, std::string_view language);

}  // namespace dure::imports
