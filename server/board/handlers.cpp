// SPDX-License-Identifier: Apache-2.0
#include "server/board/handlers.hpp"

#include "engine/base/utc_text.hpp"
#include "server/approvals/line_codec.hpp"
#include "server/auth/once.hpp"
#include "server/board/described.hpp"
#include "server/board/presenter.hpp"
#include "server/board/service.hpp"
#include "server/http/pipeline.hpp"
#include "server/http/text.hpp"
#include "server/oversight/entries.hpp"

namespace dure::board {
namespace {

/// Where a list of meetings goes on.
struct MeetingPlace {
    std::int64_t begins = 0;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(MeetingPlace, (), (begins, id))
std::span<const codec::Rule> json_rules(const MeetingPlace*) {
    static const codec::Rule rules[] = {codec::required("begins"), codec::required("id")};
    return rules;
}

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

Meeting readable(db::Connection& c, const Request& request, const Actor& actor) {
    auto one = find_meeting(c, request.parameters.at("meeting_id"));
    if (!one || !may_read(actor, *one)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

Item item_in(const Meeting& meeting, const Request& request) {
    const auto found = std::ranges::find(meeting.items, request.parameters.at("item_id"), &Item::id);
    if (found == meeting.items.end()) http::refuse(404, "http.not_found");
    return *found;
}

Member member_in(const Meeting& meeting, const Request& request) {
    const Member* found = member_of(meeting, request.parameters.at("account_id"));
    if (!found) http::refuse(404, "http.not_found");
    return *found;
}

Response answer(db::Connection& c, const Office& office, const Meeting& meeting, const Actor& actor,
                int status = 200) {
    return std::move(http::json_text(encode(present(c, office, meeting, actor)), status)
                         .with("ETag", http::etag_of(meeting.version)));
}

/// A change of one meeting: read, allowed, If-Match, done.
Response change(const Office& office, const Request& request, const Actor& actor, const auto& allowed,
                const auto& act) {
    return office.database.write([&](db::Connection& c) {
        Meeting meeting = readable(c, request, actor);
        require(allowed(meeting));
        http::require_match(request, meeting.version);
        return answer(c, office, act(c, std::move(meeting)), actor);
    });
}

}  // namespace

Response Handlers::get_board_rule(const Request&, const Actor& actor) {
    const KeptRule kept = office_.database.read([](db::Connection& c) { return current_rule(c); });
    return std::move(http::json_text(encode(present(kept, actor))).with("ETag", http::etag_of(kept.version)));
}

Response Handlers::replace_board_rule(const Request& request, const Actor& actor) {
    const auto rule = http::read_json(request, decode_rule);
    return office_.database.write([&](db::Connection& c) {
        const std::int64_t version = current_rule(c).version;
        http::require_match(request, version);
        const KeptRule kept = change_rule(c, office_, rule, version, {actor, request.request_id});
        return std::move(
            http::json_text(encode(present(kept, actor))).with("ETag", http::etag_of(kept.version)));
    });
}

Response Handlers::list_board_members(const Request& request, const Actor&) {
    http::Query(request).done();
    approvals::PeopleList list;
    for (const Member& member :
         office_.database.read([&](db::Connection& c) { return board_members(c, office_.clock()); }))
        list.items.push_back({member.account, member.name, {auth::Role::board_member}});
    return http::json_text(approvals::encode(list));
}

Response Handlers::list_board_meetings(const Request& request, const Actor& actor) {
    http::Query query(request);
    MeetingQuery wanted{.part = query.text("q").value_or(""),
                        .state = query.choice<MeetingState>("state"),
                        .limit = query.limit()};
    if (const auto place = query.cursor<MeetingPlace>()) wanted.before = {place->begins, place->id};
    query.done();
    if (!actor.has_any(kLeaders)) wanted.reader = actor.account;
    auto list = office_.database.read([&](db::Connection& c) { return list_meetings(c, wanted); });
    MeetingPage page;
    if (list.size() > static_cast<std::size_t>(wanted.limit)) {
        list.pop_back();
        page.next_cursor = http::write_cursor(MeetingPlace{list.back().begins, list.back().id});
    }
    for (const Meeting& meeting : list) page.items.push_back(summary_of(meeting));
    return http::json_text(encode(page));
}

Response Handlers::create_board_meeting(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_meeting);
    auth::Once once(office_.database, request, actor, "create_board_meeting", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        return answer(c, office_, create_meeting(c, office_, content, {actor, request.request_id}), actor,
                      201);
    });
}

Response Handlers::get_board_meeting(const Request& request, const Actor& actor) {
    return office_.database.read(
        [&](db::Connection& c) { return answer(c, office_, readable(c, request, actor), actor); });
}

Response Handlers::replace_board_meeting(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_meeting);
    return change(
        office_, request, actor, [&](const Meeting& meeting) { return may_change(actor, meeting); },
        [&](db::Connection& c, Meeting meeting) {
            return replace_meeting(c, office_, std::move(meeting), content, {actor, request.request_id});
        });
}

Response Handlers::convene_board_meeting(const Request& request, const Actor& actor) {
    return change(
        office_, request, actor,
        [&](const Meeting& one) { return keeps(actor, one) && one.state == MeetingState::draft; },
        [&](db::Connection& c, Meeting meeting) {
            return convene(c, office_, std::move(meeting), {actor, request.request_id});
        });
}

Response Handlers::open_board_meeting(const Request& request, const Actor& actor) {
    return change(
        office_, request, actor,
        [&](const Meeting& one) { return keeps(actor, one) && one.state == MeetingState::convened; },
        [&](db::Connection& c, Meeting meeting) {
            return move(c, office_, std::move(meeting), MeetingState::open, "open_board_meeting",
                        {actor, request.request_id});
        });
}

Response Handlers::close_board_meeting(const Request& request, const Actor& actor) {
    return change(
        office_, request, actor, [&](const Meeting& meeting) { return may_close(actor, meeting); },
        [&](db::Connection& c, Meeting meeting) {
            return move(c, office_, std::move(meeting), MeetingState::closed, "close_board_meeting",
                        {actor, request.request_id});
        });
}

Response Handlers::cancel_board_meeting(const Request& request, const Actor& actor) {
    return change(
        office_, request, actor, [&](const Meeting& meeting) { return may_change(actor, meeting); },
        [&](db::Connection& c, Meeting meeting) {
            return move(c, office_, std::move(meeting), MeetingState::cancelled, "cancel_board_meeting",
                        {actor, request.request_id});
        });
}

Response Handlers::note_board_presence(const Request& request, const Actor& actor) {
    const auto noted = http::read_json(request, decode_presence);
    return change(
        office_, request, actor, [&](const Meeting& meeting) { return may_note_presence(actor, meeting); },
        [&](db::Connection& c, Meeting meeting) {
            Member member = member_in(meeting, request);
            return note_presence(c, office_, std::move(meeting), std::move(member), noted,
                                 {actor, request.request_id});
        });
}

Response Handlers::begin_board_item(const Request& request, const Actor& actor) {
    return change(
        office_, request, actor,
        [&](const Meeting& meeting) { return may_begin(actor, meeting, item_in(meeting, request)); },
        [&](db::Connection& c, Meeting meeting) {
            Item item = item_in(meeting, request);
            return begin_item(c, office_, std::move(meeting), std::move(item), {actor, request.request_id});
        });
}

Response Handlers::end_board_item(const Request& request, const Actor& actor) {
    return change(
        office_, request, actor,
        [&](const Meeting& meeting) { return may_end(actor, meeting, item_in(meeting, request)); },
        [&](db::Connection& c, Meeting meeting) {
            Item item = item_in(meeting, request);
            return end_item(c, office_, std::move(meeting), std::move(item), {actor, request.request_id});
        });
}

Response Handlers::cast_board_vote(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_vote);
    return office_.database.write([&](db::Connection& c) {
        const Meeting meeting = readable(c, request, actor);
        const Item item = item_in(meeting, request);
        const Member member = member_in(meeting, request);
        require(may_vote(actor, meeting, item, member));
        return answer(c, office_,
                      vote(c, office_, meeting, item, member, wanted.choice, {actor, request.request_id}),
                      actor);
    });
}

Response Handlers::write_board_minutes(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_minutes);
    const auto language = http::language_of(request.header("accept-language"));
    auth::Once once(office_.database, request, actor, "write_board_minutes", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        Meeting meeting = readable(c, request, actor);
        require(may_write_minutes(actor, meeting));
        const std::string content = encode(kept_in_minutes(present(c, office_, meeting, actor)));
        return answer(c, office_,
                      write_minutes(c, office_, std::move(meeting), wanted, content, language,
                                    {actor, request.request_id}),
                      actor, 201);
    });
}

Response Handlers::get_board_minutes(const Request& request, const Actor& actor) {
    return office_.database.read([&](db::Connection& c) {
        const Meeting meeting = readable(c, request, actor);
        const auto found =
            std::ranges::find(meeting.minutes, request.parameters.at("minutes_id"), &Minutes::id);
        if (found == meeting.minutes.end()) http::refuse(404, "http.not_found");
        return http::json_text(encode(present(meeting, *found)));
    });
}

Response Handlers::list_board_resolutions(const Request& request, const Actor&) {
    http::Query query(request);
    const auto year = query.integer("year", 1900, 9999);
    query.done();
    ResolutionList list;
    for (const Resolution& one :
         office_.database.read([&](db::Connection& c) { return list_resolutions(c, year); }))
        list.items.push_back({.number = {one.year, one.serial},
                              .title = one.title,
                              .meeting = one.meeting,
                              .meeting_title = one.meeting_title,
                              .decided = utc_text(one.decided),
                              .yes = one.tally.yes,
                              .no = one.tally.no,
                              .abstain = one.tally.abstain,
                              .attending = one.attending});
    return http::json_text(encode(list));
}

Response Handlers::list_board_history(const Request& request, const Actor& actor) {
    const auto wanted = oversight::read_history_query(request, kMeeting, request.parameters.at("meeting_id"));
    return office_.database.read([&](db::Connection& c) {
        require(keeps(actor, readable(c, request, actor)));
        return http::json_text(oversight::page_of(c, wanted));
    });
}

}  // namespace dure::board
