// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/people/names.hpp"

namespace dure::people {

enum class OrganisationKind { company, university, institute, agency, association, cluster, ministry, city };

/// What a person writes of an organisation. Schema OrganisationContent.
struct OrganisationContent {
    std::vector<Name> names;
    OrganisationKind kind = OrganisationKind::company;
    std::string country;  ///< ISO 3166-1 alpha-2
    std::optional<std::string> registration_number;
    std::string address;
    std::optional<std::string> web;
    std::string note;

    bool operator==(const OrganisationContent&) const = default;
};

/// As the tables hold it.
struct Organisation {
    std::string id;
    OrganisationContent content;
    std::string owner, owner_name;
    bool fictitious = false;  ///< made up, and shown as such
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
    std::optional<std::string> merged_into;  ///< the record that this one was a double of
};

}  // namespace dure::people
