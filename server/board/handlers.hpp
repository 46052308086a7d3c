// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/kinds.hpp"
#include "server/http/message.hpp"

/// The handlers of this folder's routes; each reads as the pipeline of docs/dev/architecture.md.
namespace dure::board {

using auth::Actor;
using http::Request;
using http::Response;

class Handlers {
  public:
    explicit Handlers(const approvals::Office& office) : office_(office) {}

    Response get_board_rule(const Request& request, const Actor& actor);
    Response replace_board_rule(const Request& request, const Actor& actor);
    Response list_board_members(const Request& request, const Actor& actor);
    Response list_board_meetings(const Request& request, const Actor& actor);
    Response create_board_meeting(const Request& request, const Actor& actor);
    Response get_board_meeting(const Request& request, const Actor& actor);
    Response replace_board_meeting(const Request& request, const Actor& actor);
    Response convene_board_meeting(const Request& request, const Actor& actor);
    Response open_board_meeting(const Request& request, const Actor& actor);
    Response close_board_meeting(const Request& request, const Actor& actor);
    Response cancel_board_meeting(const Request& request, const Actor& actor);
    Response note_board_presence(const Request& request, const Actor& actor);
    Response begin_board_item(const Request& request, const Actor& actor);
    Response end_board_item(const Request& request, const Actor& actor);
    Response cast_board_vote(const Request& request, const Actor& actor);
    Response write_board_minutes(const Request& request, const Actor& actor);
    Response get_board_minutes(const Request& request, const Actor& actor);
    Response list_board_resolutions(const Request& request, const Actor& actor);
    Response list_board_history(const Request& request, const Actor& actor);

  private:
    const approvals::Office office_;
};

}  // namespace dure::board
