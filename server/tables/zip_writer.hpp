// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

namespace dure::tables {

/// A zip archive of the files, by name; the same files always give the same bytes. Throws std::runtime_error
/// when it cannot be made.
std::string to_zip(const std::map<std::string, std::string>& files);

}  // namespace dure::tables
