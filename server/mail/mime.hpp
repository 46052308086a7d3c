// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/error.hpp"

namespace dure::mail {

/// A message or a part of one, as far as reports of non-delivery need it (RFC 2045, 2046).
struct Part {
    std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case, values unfolded
    std::string type;                                          ///< "text/plain" in lower case
    std::string body;                                          ///< decoded; empty where there are parts
    std::vector<Part> parts;                                   ///< of multipart/*

    std::string_view header(std::string_view lower_case_name) const;  ///< empty when missing
};

constexpr std::size_t kMimeBytes = std::size_t{10} << 20;
constexpr int kMimeDepth = 8, kMimeParts = 100;

/// Reads a message; line ends may be LF or CRLF. Errors: mime.too_large, mime.too_deep, mime.too_many_parts,
/// mime.no_header (`line`).
Expected<Part> read_mime(std::string_view text);

/// The headers at the text's beginning, up to an empty line; `text` is left behind it. Folded lines are one.
std::vector<std::pair<std::string, std::string>> take_headers(std::string_view& text);

}  // namespace dure::mail
