// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/kinds.hpp"
#include "server/http/message.hpp"

/// The handlers of this folder's routes; each reads as the pipeline of docs/dev/architecture.md.
namespace dure::approvals {

using auth::Actor;
using http::Request;
using http::Response;

class ApprovalHandlers {
  public:
    explicit ApprovalHandlers(const Office& office) : office_(office) {}

    Response list_approvals(const Request& request, const Actor& actor);
    Response export_approvals(const Request& request, const Actor& actor);
    Response count_approvals(const Request& request, const Actor& actor);
    Response create_approval(const Request& request, const Actor& actor);
    Response get_approval(const Request& request, const Actor& actor);
    Response replace_approval(const Request& request, const Actor& actor);
    Response submit_approval(const Request& request, const Actor& actor);
    Response decide_approval(const Request& request, const Actor& actor);
    Response recall_approval(const Request& request, const Actor& actor);
    Response withdraw_approval(const Request& request, const Actor& actor);
    Response restore_approval(const Request& request, const Actor& actor);
    Response comment_approval(const Request& request, const Actor& actor);
    Response list_approval_history(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

class LineHandlers {
  public:
    explicit LineHandlers(const Office& office) : office_(office) {}

    Response list_approval_people(const Request& request, const Actor& actor);
    Response get_approval_route(const Request& request, const Actor& actor);
    Response list_approval_lines(const Request& request, const Actor& actor);
    Response create_approval_line(const Request& request, const Actor& actor);
    Response get_approval_line(const Request& request, const Actor& actor);
    Response replace_approval_line(const Request& request, const Actor& actor);
    Response delete_approval_line(const Request& request, const Actor& actor);
    Response restore_approval_line(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

}  // namespace dure::approvals
