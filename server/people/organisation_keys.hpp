// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "server/people/organisation.hpp"

namespace dure::people {

/// What a record is looked for by and ordered by, worked out from its content.
struct Keys {
    std::string name, name_key, search;
    std::optional<std::string> registration, host;
};

Keys keys_of(const OrganisationContent& content);

}  // namespace dure::people
