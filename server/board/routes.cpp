// SPDX-License-Identifier: Apache-2.0
#include "server/board/routes.hpp"

#include "server/board/handlers.hpp"
#include "server/board/policy.hpp"

namespace dure::board {

std::vector<auth::Operation> operations(const approvals::Office& office) {
    const auto to = [handlers = std::make_shared<Handlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"GET",  "/api/v1/board/rule",                                                  "get_board_rule",         kStaff,       forbidden, to(&H::get_board_rule)},
        {"PUT",  "/api/v1/board/rule",                                                  "replace_board_rule",     kLeaders,     forbidden, to(&H::replace_board_rule)},
        {"GET",  "/api/v1/board/members",                                               "list_board_members",     kStaff,       forbidden, to(&H::list_board_members)},
        {"GET",  "/api/v1/board/resolutions",                                           "list_board_resolutions", kStaff,       forbidden, to(&H::list_board_resolutions)},
        {"GET",  "/api/v1/board/meetings",                                              "list_board_meetings",    kStaff,       forbidden, to(&H::list_board_meetings)},
        {"POST", "/api/v1/board/meetings",                                              "create_board_meeting",   kSecretaries, forbidden, to(&H::create_board_meeting)},
        {"GET",  "/api/v1/board/meetings/{meeting_id}",                                 "get_board_meeting",      kStaff,       not_found, to(&H::get_board_meeting)},
        {"PUT",  "/api/v1/board/meetings/{meeting_id}",                                 "replace_board_meeting",  kSecretaries, not_found, to(&H::replace_board_meeting)},
        {"POST", "/api/v1/board/meetings/{meeting_id}/convene",                         "convene_board_meeting",  kSecretaries, not_found, to(&H::convene_board_meeting)},
        {"POST", "/api/v1/board/meetings/{meeting_id}/open",                            "open_board_meeting",     kSecretaries, not_found, to(&H::open_board_meeting)},
        {"POST", "/api/v1/board/meetings/{meeting_id}/close",                           "close_board_meeting",    kSecretaries, not_found, to(&H::close_board_meeting)},
        {"POST", "/api/v1/board/meetings/{meeting_id}/cancel",                          "cancel_board_meeting",   kSecretaries, not_found, to(&H::cancel_board_meeting)},
        {"PUT",  "/api/v1/board/meetings/{meeting_id}/members/{account_id}",            "note_board_presence",    kSecretaries, not_found, to(&H::note_board_presence)},
        {"POST", "/api/v1/board/meetings/{meeting_id}/items/{item_id}/begin",           "begin_board_item",       kSecretaries, not_found, to(&H::begin_board_item)},
        {"POST", "/api/v1/board/meetings/{meeting_id}/items/{item_id}/end",             "end_board_item",         kSecretaries, not_found, to(&H::end_board_item)},
        {"PUT",  "/api/v1/board/meetings/{meeting_id}/items/{item_id}/votes/{account_id}", "cast_board_vote",     kStaff,       not_found, to(&H::cast_board_vote)},
        {"POST", "/api/v1/board/meetings/{meeting_id}/minutes",                         "write_board_minutes",    kSecretaries, not_found, to(&H::write_board_minutes)},
        {"GET",  "/api/v1/board/meetings/{meeting_id}/minutes/{minutes_id}",            "get_board_minutes",      kStaff,       not_found, to(&H::get_board_minutes)},
        {"GET",  "/api/v1/board/meetings/{meeting_id}/history",                         "list_board_history",     kSecretaries, not_found, to(&H::list_board_history)},
    };
    // clang-format on
}

}  // namespace dure::board
