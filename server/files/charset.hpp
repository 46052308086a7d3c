// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "server/files/bytes.hpp"

namespace dure::files {

/// The charset of a text by the WHATWG's name: "utf-8", "utf-16le", "utf-16be" (with their mark), or "euc-kr"
/// (CP949). None where there are bytes that no text has.
std::optional<std::string> charset_of(const Bytes& bytes);

}  // namespace dure::files
