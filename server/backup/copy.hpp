// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace dure::backup {

/// Copies a content to its new place, for good, whole or not at all. False when it is not what its hash says:
/// then nothing is there. `step` is called after each piece and may throw.
bool copy_file(const std::filesystem::path& from, const std::filesystem::path& to, const std::string& hash,
               const std::function<void()>& step);

}  // namespace dure::backup
