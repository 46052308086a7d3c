// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"

namespace dure::lp {

/// Whether the bytes begin like a gzip file.
bool is_gzip(std::string_view bytes);

/// The unpacked text of a gzip file of one or more members. Errors: `gzip.broken`, and `gzip.too_large`
/// (`limit_mb`) when it would grow beyond `limit` bytes.
Expected<std::string> gunzip(std::string_view bytes, std::size_t limit);

}  // namespace dure::lp
