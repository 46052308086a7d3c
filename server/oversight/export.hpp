// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/oversight/entries.hpp"

/// Entries as files.
namespace dure::oversight {

/// RFC 4180 with the contract's field names as its header; before and after are JSON.
std::string to_csv(const std::vector<Line>& lines);
/// An array of schema AuditEntry.
std::string to_json(const std::vector<Line>& lines);

}  // namespace dure::oversight
