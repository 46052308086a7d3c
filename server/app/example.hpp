// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "server/auth/accounts.hpp"
#include "server/desks/energy/desk.hpp"

namespace dure::app {

/// The accounts for trying out: they work on a loopback address only.
std::vector<auth::ExampleAccount> example_accounts();

/// Puts the example's accounts and the plan of the folder's files into the database, once: what people
/// changed of it since stays. Throws std::runtime_error with the sentences of what is wrong with the files.
void seed_example(const std::filesystem::path& folder, const desks::energy::Desk& desk,
                  auth::Accounts& accounts);

}  // namespace dure::app
