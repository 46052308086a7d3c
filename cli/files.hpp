// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

#include "engine/base/error.hpp"

namespace dure::cli {

/// The whole file, unpacked when it is gzip. Errors: `file.not_found`, `file.unreadable`, `file.is_folder`,
/// `gzip.*`.
Expected<std::string> read_file(const std::filesystem::path& path);

/// Errors: `file.unwritable`.
Expected<void> write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace dure::cli
