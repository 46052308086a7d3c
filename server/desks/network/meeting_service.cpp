// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/meeting_service.hpp"

#include "server/audit/audit.hpp"
#include "server/desks/network/cluster_store.hpp"
#include "server/desks/network/meeting_store.hpp"
#include "server/desks/network/record_kinds.hpp"
#include "server/desks/network/record_store.hpp"
#include "server/http/pipeline.hpp"
#include "server/search/changes.hpp"

namespace dure::desks::network {
namespace {

void record(db::Connection& c, const Meeting& one, const Who& who, std::string action,
            std::optional<std::string> before, std::optional<std::string> after) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kMeeting),
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
    search::note_change(c, kMeeting, one.id, one.updated);
}

/// What content names must be there. A body or cluster that was put away since stays in old meetings.
void check(db::Connection& c, const MeetingContent& content, const MeetingContent* before) {
    Errors errors;
    if (!before || before->body != content.body) {
        const auto body = find_record(c, kNetworkBody.name, content.body);
        if (!body || body->deleted) errors.push_back({.code = "meeting.no_body", .pointer = "/body"});
    }
    for (std::size_t i = 0; i < content.attendance.size(); ++i)
        if (!find_cluster(c, content.attendance[i].cluster))
            errors.push_back(
                {.code = "meeting.no_cluster", .pointer = "/attendance/" + std::to_string(i) + "/cluster"});
    if (!errors.empty()) http::refuse_fields(std::move(errors));
}

/// Writes what was changed at one.updated.
Meeting save(db::Connection& c, const Meeting& one, const Who& who, std::string action,
             std::optional<std::string> before) {
    if (!update_meeting(c, one)) http::refuse(412, "http.stale");
    record(c, one, who, std::move(action), std::move(before),
           one.deleted ? std::nullopt : std::optional(encode(one.content)));
    return find_meeting(c, one.id).value();
}

void require_draft(const Meeting& one) {
    if (one.state == MeetingState::published) http::refuse(409, "meeting.published");
}

}  // namespace

Meeting create_meeting(db::Connection& c, const Desk& desk, const MeetingContent& content, const Who& who) {
    check(c, content, nullptr);
    const Instant now = desk.clock();
    const Meeting one{.id = desk.ids.next(),
                      .content = content,
                      .owner = who.actor.account,
                      .created = now,
                      .updated = now};
    insert_meeting(c, one);
    record(c, one, who, "create_meeting", std::nullopt, encode(content));
    return find_meeting(c, one.id).value();
}

Meeting replace_meeting(db::Connection& c, const Desk& desk, Meeting one, const MeetingContent& content,
                        const Who& who) {
    require_draft(one);
    if (one.content == content) return one;
    check(c, content, &one.content);
    const std::string before = encode(one.content);
    one.content = content;
    one.updated = desk.clock();
    return save(c, one, who, "replace_meeting", before);
}

Meeting remove_meeting(db::Connection& c, const Desk& desk, Meeting one, const Who& who) {
    require_draft(one);
    const std::string before = encode(one.content);
    one.updated = desk.clock();
    one.deleted = one.updated;
    return save(c, one, who, "delete_meeting", before);
}

Meeting restore_meeting(db::Connection& c, const Desk& desk, Meeting one, const Who& who) {
    if (!one.deleted) return one;
    one.updated = desk.clock();
    one.deleted.reset();
    return save(c, one, who, "restore_meeting", std::nullopt);
}

Meeting publish_meeting(db::Connection& c, const Desk& desk, Meeting one, const Who& who) {
    if (one.state == MeetingState::published) return one;
    one.state = MeetingState::published;
    one.published_by = who.actor.account;
    one.published_at = one.updated = desk.clock();
    return save(c, one, who, "publish_meeting", std::nullopt);
}

Meeting withdraw_meeting(db::Connection& c, const Desk& desk, Meeting one, const Who& who) {
    if (one.state == MeetingState::draft) return one;
    one.state = MeetingState::draft;
    one.published_by.reset();
    one.published_at.reset();
    one.updated = desk.clock();
    return save(c, one, who, "withdraw_meeting", std::nullopt);
}

}  // namespace dure::desks::network
