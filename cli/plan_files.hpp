// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "engine/energy/network.hpp"
#include "engine/energy/plan.hpp"

namespace dure::cli {

/// What `dure plan` leaves behind, by file name: summary.json, and with an optimal plan technologies.csv,
/// limits.csv, dispatch.csv and prices.csv (local times with their offset, a column per flow
/// `kind:component@bus` or bus).
std::map<std::string, std::string> plan_files(const energy::Network& network, const energy::Plan& plan);

/// The object of --json, which is also summary.json.
std::string plan_summary(const energy::Network& network, const energy::Plan& plan);

/// Puts all files into `folder`, or none: into a folder beside it that is then given its name. An earlier
/// result is replaced. Errors: `file.unwritable`, `file.not_a_result` when `folder` holds anything else.
Expected<void> write_folder(const std::filesystem::path& folder,
                            const std::map<std::string, std::string>& files);

}  // namespace dure::cli
