// SPDX-License-Identifier: Apache-2.0
#include "server/people/routes.hpp"

#include "server/people/handlers.hpp"
#include "server/people/policy.hpp"

namespace dure::people {

std::vector<auth::Operation> operations(const Office& office) {
    const auto one = [handlers = std::make_shared<OrganisationHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto two = [handlers = std::make_shared<DoublesHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using O = OrganisationHandlers;
    using D = DoublesHandlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/organisations",                            "list_organisations",        kReaders, forbidden, one(&O::list_organisations)},
        {"POST",   "/api/v1/organisations",                            "create_organisation",       kEditors, forbidden, one(&O::create_organisation)},
        {"GET",    "/api/v1/organisations/{organisation_id}",          "get_organisation",          kReaders, not_found, one(&O::get_organisation)},
        {"PUT",    "/api/v1/organisations/{organisation_id}",          "replace_organisation",      kEditors, not_found, one(&O::replace_organisation)},
        {"DELETE", "/api/v1/organisations/{organisation_id}",          "delete_organisation",       kEditors, not_found, one(&O::delete_organisation)},
        {"POST",   "/api/v1/organisations/{organisation_id}/restore",  "restore_organisation",      kEditors, not_found, one(&O::restore_organisation)},
        {"GET",    "/api/v1/organisations/{organisation_id}/history",  "list_organisation_history", kReaders, not_found, one(&O::list_organisation_history)},
        {"GET",    "/api/v1/organisations/{organisation_id}/references", "list_organisation_references", kReaders, not_found, two(&D::list_organisation_references)},
        {"POST",   "/api/v1/organisations/{organisation_id}/apart",    "tell_organisations_apart",  kEditors, not_found, two(&D::tell_organisations_apart)},
        {"POST",   "/api/v1/organisations/{organisation_id}/apart/forget", "forget_organisations_apart", kEditors, not_found, two(&D::forget_organisations_apart)},
        {"POST",   "/api/v1/organisations/{organisation_id}/merges",   "merge_organisations",       kEditors, not_found, two(&D::merge_organisations)},
        {"GET",    "/api/v1/organisation_doubles",                     "list_organisation_doubles", kEditors, forbidden, two(&D::list_organisation_doubles)},
        {"POST",   "/api/v1/organisation_doubles/check",               "check_organisation",        kEditors, forbidden, two(&D::check_organisation)},
        {"GET",    "/api/v1/organisation_merges",                      "list_organisation_merges",  kEditors, forbidden, two(&D::list_organisation_merges)},
        {"POST",   "/api/v1/organisation_merges/{merge_id}/undo",      "undo_merge",                kEditors, not_found, two(&D::undo_merge)},
    };
    // clang-format on
}

}  // namespace dure::people
