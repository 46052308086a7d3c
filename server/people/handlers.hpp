// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/message.hpp"
#include "server/people/doubles.hpp"
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

}  // namespace dure::people
