// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/message.hpp"
#include "server/people/doubles.hpp"
#include "server/people/office.hpp"
#include "server/people/person.hpp"

/// The handlers of this folder's routes; each reads as the pipeline of docs/dev/architecture.md.
namespace dure::people {

using auth::Actor;
using http::Request;
using http::Response;

class OrganisationHandlers {
  public:
    explicit OrganisationHandlers(const Office& office) : office_(office) {}

    Response list_organisations(const Request& request, const Actor& actor);
    Response export_organisations(const Request& request, const Actor& actor);
    Response create_organisation(const Request& request, const Actor& actor);
    Response get_organisation(const Request& request, const Actor& actor);
    Response replace_organisation(const Request& request, const Actor& actor);
    Response delete_organisation(const Request& request, const Actor& actor);
    Response restore_organisation(const Request& request, const Actor& actor);
    Response list_organisation_history(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

class DoublesHandlers {
  public:
    explicit DoublesHandlers(const Office& office) : office_(office) {}

    Response check_organisation(const Request& request, const Actor& actor);
    Response list_organisation_doubles(const Request& request, const Actor& actor);
    Response tell_organisations_apart(const Request& request, const Actor& actor);
    Response forget_organisations_apart(const Request& request, const Actor& actor);
    Response list_organisation_references(const Request& request, const Actor& actor);
    Response merge_organisations(const Request& request, const Actor& actor);
    Response list_organisation_merges(const Request& request, const Actor& actor);
    Response undo_merge(const Request& request, const Actor& actor);

  private:
    Response tell_apart(const Request& request, const Actor& actor, bool apart);

    const Office office_;
    DoublesFinder finder_;
};

/// Refuses with 404: http.not_found, or person.erased to whoever could have read them.
Person readable_person(db::Connection& c, const std::string& id, const Actor& actor);

class PersonHandlers {
  public:
    explicit PersonHandlers(const Office& office) : office_(office) {}

    Response list_persons(const Request& request, const Actor& actor);
    Response export_persons(const Request& request, const Actor& actor);
    Response create_person(const Request& request, const Actor& actor);
    Response get_person(const Request& request, const Actor& actor);
    Response replace_person(const Request& request, const Actor& actor);
    Response delete_person(const Request& request, const Actor& actor);
    Response restore_person(const Request& request, const Actor& actor);
    Response list_person_history(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

class ContactHandlers {
  public:
    explicit ContactHandlers(const Office& office) : office_(office) {}

    Response list_contacts(const Request& request, const Actor& actor);
    Response create_contact(const Request& request, const Actor& actor);
    Response replace_contact(const Request& request, const Actor& actor);
    Response delete_contact(const Request& request, const Actor& actor);
    Response restore_contact(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

class PrivacyHandlers {
  public:
    explicit PrivacyHandlers(const Office& office) : office_(office) {}

    Response list_consents(const Request& request, const Actor& actor);
    Response list_consents_to_renew(const Request& request, const Actor& actor);
    Response give_consent(const Request& request, const Actor& actor);
    Response withdraw_consent(const Request& request, const Actor& actor);
    Response export_person(const Request& request, const Actor& actor);
    Response preview_erasure(const Request& request, const Actor& actor);
    Response erase_person(const Request& request, const Actor& actor);
    Response list_personal_reads(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

}  // namespace dure::people
