// SPDX-License-Identifier: Apache-2.0
#include "server/people/routes.hpp"

#include "server/people/handlers.hpp"
#include "server/people/policy.hpp"

namespace dure::people {

std::vector<auth::Operation> operations(const Office& office) {
    const auto one = [handlers = std::make_shared<OrganisationHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using O = OrganisationHandlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/organisations",                            "list_organisations",        kReaders, forbidden, one(&O::list_organisations)},
        {"GET",    "/api/v1/organisations/export",                     "export_organisations",      kReaders, forbidden, one(&O::export_organisations)},
        {"POST",   "/api/v1/organisations",                            "create_organisation",       kEditors, forbidden, one(&O::create_organisation)},
        {"GET",    "/api/v1/organisations/{organisation_id}",          "get_organisation",          kReaders, not_found, one(&O::get_organisation)},
        {"PUT",    "/api/v1/organisations/{organisation_id}",          "replace_organisation",      kEditors, not_found, one(&O::replace_organisation)},
        {"DELETE", "/api/v1/organisations/{organisation_id}",          "delete_organisation",       kEditors, not_found, one(&O::delete_organisation)},
        {"POST",   "/api/v1/organisations/{organisation_id}/restore",  "restore_organisation",      kEditors, not_found, one(&O::restore_organisation)},
        {"GET",    "/api/v1/organisations/{organisation_id}/history",  "list_organisation_history", kReaders, not_found, one(&O::list_organisation_history)},
    };
    // clang-format on
}

}  // namespace dure::people
