// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "server/imports/records.hpp"
#include "server/tables/source.hpp"

namespace dure::imports {

/// Reads the beginning of a file and fills format, sheets, sheet, separator, encoding, head, sample and
/// mapping. What `one` says already of sheet, separator, encoding and (row above 0) head stays. Errors: those
/// of tables::open_source and Source::next, imports.no_headings, imports.no_rows.
Expected<Import> inspect(std::string_view bytes, Import one, const Resource& resource);

}  // namespace dure::imports
