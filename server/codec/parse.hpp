// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/json/value.hpp>
#include <cstddef>
#include <string_view>

#include "engine/base/error.hpp"

namespace dure::codec {

/// How much JSON is read at all.
struct Limits {
    std::size_t depth = 32;
    std::size_t bytes = std::size_t{1} << 26;
};

/// Strict JSON (RFC 8259): no comments, no trailing text, no duplicate names, valid UTF-8. Numbers are read
/// to the nearest double; those beyond its range become infinite and are refused where they are used. Errors:
/// json.empty, json.malformed, json.invalid_utf8, json.duplicate_name {name}, json.too_deep {maximum} — these
/// with line and column — and json.too_big {maximum}.
Expected<boost::json::value> parse(std::string_view text, const Limits& limits = {});

}  // namespace dure::codec
