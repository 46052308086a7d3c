// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/member_routes.hpp"

#include "server/desks/network/disclosure.hpp"
#include "server/desks/network/member_handlers.hpp"

namespace dure::desks::network {

std::vector<auth::Operation> member_operations(const Desk& desk, std::shared_ptr<MemberIndex> members) {
    const auto one = [handlers = std::make_shared<MemberHandlers>(desk, std::move(members))](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using M = MemberHandlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/network/members",                     "search_members",      auth::kEveryone, forbidden, one(&M::search_members)},
        {"POST",   "/api/v1/network/members",                     "create_member",       kMemberMakers,   forbidden, one(&M::create_member)},
        {"GET",    "/api/v1/network/members/{member_id}",         "get_member",          auth::kEveryone, not_found, one(&M::get_member)},
        {"PUT",    "/api/v1/network/members/{member_id}",         "replace_member",      kMemberEditors,  not_found, one(&M::replace_member)},
        {"DELETE", "/api/v1/network/members/{member_id}",         "delete_member",       kMemberMakers,   not_found, one(&M::delete_member)},
        {"POST",   "/api/v1/network/members/{member_id}/restore", "restore_member",      kMemberMakers,   not_found, one(&M::restore_member)},
        {"GET",    "/api/v1/network/members/{member_id}/history", "list_member_history", kMemberEditors,  not_found, one(&M::list_member_history)},
        {"GET",    "/api/v1/network/suggestions",                 "suggest_members",     auth::kEveryone, forbidden, one(&M::suggest_members)},
        {"GET",    "/api/v1/network/open_data",                   "export_members",      auth::kEveryone, forbidden, one(&M::export_members)},
        {"GET",    "/api/v1/network/own_members",                 "list_own_members",    kMemberEditors,  forbidden, one(&M::list_own_members)},
        {"GET",    "/api/v1/network/due_members",                 "list_due_members",    kMemberMakers,   forbidden, one(&M::list_due_members)},
    };
    // clang-format on
}

}  // namespace dure::desks::network
