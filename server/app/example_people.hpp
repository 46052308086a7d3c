// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "server/people/office.hpp"

namespace dure::app {

/// Puts the fictitious organisations of `organisations.json` and persons of `persons.json`, beside the
/// example's folder, into the database once, entered by the first of the example's accounts. Nothing where
/// there is no such file.
void seed_example_people(const std::filesystem::path& folder, const people::Office& office);

}  // namespace dure::app
