// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/actor.hpp"
#include "server/http/message.hpp"
#include "server/imports/context.hpp"
#include "server/imports/records.hpp"

/// The handlers of this folder's routes; each reads as the pipeline of docs/dev/architecture.md.
namespace dure::imports {

class Handlers {
  public:
    explicit Handlers(const Context& context) : context_(context) {}

    using Actor = auth::Actor;
    using Request = http::Request;
    using Response = http::Response;

    Response list_import_resources(const Request& request, const Actor& actor);
    Response download_import_template(const Request& request, const Actor& actor);
    Response list_imports(const Request& request, const Actor& actor);
    Response create_import(const Request& request, const Actor& actor);
    Response get_import(const Request& request, const Actor& actor);
    Response change_import(const Request& request, const Actor& actor);
    Response delete_import(const Request& request, const Actor& actor);
    Response check_import(const Request& request, const Actor& actor);
    Response confirm_import(const Request& request, const Actor& actor);
    Response undo_import(const Request& request, const Actor& actor);
    Response list_import_rows(const Request& request, const Actor& actor);
    Response change_import_row(const Request& request, const Actor& actor);

  private:
    const Context context_;
};

}  // namespace dure::imports
