// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/network/desk.hpp"
#include "server/desks/network/member_index.hpp"
#include "server/http/message.hpp"

/// The handlers of members' routes; each reads as the pipeline of docs/dev/architecture.md.
namespace dure::desks::network {

using auth::Actor;
using http::Request;
using http::Response;

class MemberHandlers {
  public:
    MemberHandlers(const Desk& desk, std::shared_ptr<MemberIndex> members)
        : desk_(desk), members_(std::move(members)) {}

    Response search_members(const Request& request, const Actor& actor);
    Response suggest_members(const Request& request, const Actor& actor);
    Response export_members(const Request& request, const Actor& actor);
    Response list_own_members(const Request& request, const Actor& actor);
    Response list_due_members(const Request& request, const Actor& actor);
    Response create_member(const Request& request, const Actor& actor);
    Response get_member(const Request& request, const Actor& actor);
    Response replace_member(const Request& request, const Actor& actor);
    Response delete_member(const Request& request, const Actor& actor);
    Response restore_member(const Request& request, const Actor& actor);
    Response list_member_history(const Request& request, const Actor& actor);

  private:
    std::shared_ptr<const Vocabulary> words();

    const Desk desk_;
    const std::shared_ptr<MemberIndex> members_;
};

}  // namespace dure::desks::network
