// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace dure::http {

/// RFC 1952. `level` 1 (fast) … 9 (small).
std::string gzip(std::string_view bytes, int level);
/// Text, JSON, SVG and the like: what gets smaller.
bool is_compressible(std::string_view content_type);

}  // namespace dure::http
