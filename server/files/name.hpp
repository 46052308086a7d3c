// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"

namespace dure::files {

/// The name of a file as it is kept, in NFC (Macs send Hangul in pieces), or why it cannot be one, whatever
/// system it is saved on later. Errors: files.name_empty, files.name_too_long {maximum}, files.name_not_text
/// (no UTF-8, control characters, characters that turn the direction of writing), files.name_path (a slash,
/// a backslash, a colon, only points, a point in front), files.name_reserved {name} (Windows' device names; a
/// point or blank at the end), files.name_no_extension.
Expected<std::string> checked_name(std::string_view name);

/// Behind the last point, in lower case; empty where there is none.
std::string extension_of(std::string_view name);

/// Content-Disposition with the name for old and new readers (RFC 6266, RFC 8187). `how`: "attachment" or
/// "inline".
std::string disposition(std::string_view how, std::string_view name);

}  // namespace dure::files
