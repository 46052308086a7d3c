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
    const auto three = [handlers = std::make_shared<PersonHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto four = [handlers = std::make_shared<ContactHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto five = [handlers = std::make_shared<PrivacyHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using O = OrganisationHandlers;
    using D = DoublesHandlers;
    using P = PersonHandlers;
    using C = ContactHandlers;
    using V = PrivacyHandlers;
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
        {"GET",    "/api/v1/organisations/{organisation_id}/references", "list_organisation_references", kReaders, not_found, two(&D::list_organisation_references)},
        {"POST",   "/api/v1/organisations/{organisation_id}/apart",    "tell_organisations_apart",  kEditors, not_found, two(&D::tell_organisations_apart)},
        {"POST",   "/api/v1/organisations/{organisation_id}/apart/forget", "forget_organisations_apart", kEditors, not_found, two(&D::forget_organisations_apart)},
        {"POST",   "/api/v1/organisations/{organisation_id}/merges",   "merge_organisations",       kEditors, not_found, two(&D::merge_organisations)},
        {"GET",    "/api/v1/organisation_doubles",                     "list_organisation_doubles", kEditors, forbidden, two(&D::list_organisation_doubles)},
        {"POST",   "/api/v1/organisation_doubles/check",               "check_organisation",        kEditors, forbidden, two(&D::check_organisation)},
        {"GET",    "/api/v1/organisation_merges",                      "list_organisation_merges",  kEditors, forbidden, two(&D::list_organisation_merges)},
        {"POST",   "/api/v1/organisation_merges/{merge_id}/undo",      "undo_merge",                kEditors, not_found, two(&D::undo_merge)},
        {"GET",    "/api/v1/persons",                                  "list_persons",              kReaders, forbidden, three(&P::list_persons)},
        {"POST",   "/api/v1/persons",                                  "create_person",             kEditors, forbidden, three(&P::create_person)},
        {"GET",    "/api/v1/persons/{person_id}",                      "get_person",                kReaders, not_found, three(&P::get_person)},
        {"PUT",    "/api/v1/persons/{person_id}",                      "replace_person",            kEditors, not_found, three(&P::replace_person)},
        {"DELETE", "/api/v1/persons/{person_id}",                      "delete_person",             kEditors, not_found, three(&P::delete_person)},
        {"POST",   "/api/v1/persons/{person_id}/restore",              "restore_person",            kEditors, not_found, three(&P::restore_person)},
        {"GET",    "/api/v1/persons/{person_id}/history",              "list_person_history",       kReaders, not_found, three(&P::list_person_history)},
        {"GET",    "/api/v1/person_files",                             "export_persons",            kReaders, forbidden, three(&P::export_persons)},
        {"GET",    "/api/v1/contacts",                                 "list_contacts",             kReaders, forbidden, four(&C::list_contacts)},
        {"POST",   "/api/v1/contacts",                                 "create_contact",            kEditors, forbidden, four(&C::create_contact)},
        {"PUT",    "/api/v1/contacts/{contact_id}",                    "replace_contact",           kEditors, not_found, four(&C::replace_contact)},
        {"DELETE", "/api/v1/contacts/{contact_id}",                    "delete_contact",            kEditors, not_found, four(&C::delete_contact)},
        {"POST",   "/api/v1/contacts/{contact_id}/restore",            "restore_contact",           kEditors, not_found, four(&C::restore_contact)},
        {"GET",    "/api/v1/persons/{person_id}/consents",             "list_consents",             kReaders, not_found, five(&V::list_consents)},
        {"POST",   "/api/v1/persons/{person_id}/consents",             "give_consent",              kEditors, not_found, five(&V::give_consent)},
        {"POST",   "/api/v1/persons/{person_id}/consents/{consent_id}/withdraw", "withdraw_consent", kEditors, not_found, five(&V::withdraw_consent)},
        {"GET",    "/api/v1/consents_to_renew",                        "list_consents_to_renew",    kReaders, forbidden, five(&V::list_consents_to_renew)},
        {"GET",    "/api/v1/persons/{person_id}/export",               "export_person",             auth::kAdministrators, not_found, five(&V::export_person)},
        {"GET",    "/api/v1/persons/{person_id}/erasure",              "preview_erasure",           auth::kAdministrators, not_found, five(&V::preview_erasure)},
        {"POST",   "/api/v1/persons/{person_id}/erasure",              "erase_person",              auth::kAdministrators, not_found, five(&V::erase_person)},
        {"GET",    "/api/v1/personal_reads",                           "list_personal_reads",       auth::kAdministrators, forbidden, five(&V::list_personal_reads)},
    };
    // clang-format on
}

}  // namespace dure::people
