// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/people/organisation.hpp"

/// What comes in about organisations and what leaves. Instants are texts here.
namespace dure::people {

/// Schema Organisation: what is kept, who may do what to it.
struct OrganisationView : OrganisationContent {
    std::string id, name;
    std::string owner, owner_name;
    bool fictitious = false;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted, merged_into;
    std::vector<std::string> actions;
};

struct OrganisationPage {
    std::vector<OrganisationView> items;
    std::optional<std::string> next_cursor;
};

/// Tidied: names trimmed, the registration number in its usual form. Codes beside the codec's:
/// names.blank, names.none_primary, names.two_primary, names.twice, and those of registration_number.
Checked<OrganisationContent> decode_organisation(std::string_view json);
/// The same of an array; for files of examples.
Checked<std::vector<OrganisationContent>> decode_organisations(std::string_view json);

std::string encode(const OrganisationContent&);
std::string encode(const OrganisationView&);
std::string encode(const OrganisationPage&);

std::string_view name_of(OrganisationKind kind);
/// Throws std::invalid_argument: the names come from our own tables.
OrganisationKind organisation_kind(std::string_view name);

}  // namespace dure::people
