// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/network/desk.hpp"
#include "server/desks/network/meeting_codec.hpp"

/// Changes of meetings, each with its audit entry in the caller's transaction.
namespace dure::desks::network {

constexpr std::string_view kMeeting = "network_meeting";  ///< record_kind of the audit

/// 422 meeting.no_body, meeting.no_cluster.
Meeting create_meeting(db::Connection& c, const Desk& desk, const MeetingContent& content, const Who& who);
/// 409 meeting.published: what is published is withdrawn before it is changed. 412 http.stale; so do the
/// next.
Meeting replace_meeting(db::Connection& c, const Desk& desk, Meeting one, const MeetingContent& content,
                        const Who& who);
Meeting remove_meeting(db::Connection& c, const Desk& desk, Meeting one, const Who& who);
Meeting restore_meeting(db::Connection& c, const Desk& desk, Meeting one, const Who& who);
Meeting publish_meeting(db::Connection& c, const Desk& desk, Meeting one, const Who& who);
Meeting withdraw_meeting(db::Connection& c, const Desk& desk, Meeting one, const Who& who);

}  // namespace dure::desks::network
