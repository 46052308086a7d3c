// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/files/bytes.hpp"

namespace dure::files {

/// The names in the directory of a compound file ([MS-CFB]: the older office formats and HWP), Latin letters
/// only; empty where it is damaged. Looks at no more than 4,096 names.
std::vector<std::string> compound_names(const Bytes& bytes);

}  // namespace dure::files
