// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/message.hpp"
#include "server/people/office.hpp"

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

}  // namespace dure::people
