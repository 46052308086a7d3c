// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/approval_service.hpp"
#include "server/audit/audit.hpp"
#include "server/board/service.hpp"
#include "server/board/trace.hpp"
#include "server/codec/messages.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/texts.hpp"

namespace dure::board {
namespace {

std::string sentence(std::string_view language, const std::string& key, const Params& params = {}) {
    return codec::Messages::embedded().sentence(language, "board." + key, params);
}

Params count_params(const Item& item) {
    return {{"yes", std::to_string(item.tally.yes)},
            {"no", std::to_string(item.tally.no)},
            {"abstain", std::to_string(item.tally.abstain)},
            {"attending", std::to_string(item.present_count.value_or(0))}};
}

/// The minutes as a text for the approval: who was there, what was decided with which votes, the remarks.
std::string text_of_minutes(const Meeting& meeting, const Minutes& minutes, std::string_view language) {
    std::string text = "# " +
                       sentence(language, "minutes.attendance",
                                {{"attending", std::to_string(attending(meeting))},
                                 {"members", std::to_string(meeting.members.size())}}) +
                       "\n";
    for (const Member& member : meeting.members)
        text += "- " + member.name + ": " +
                sentence(language, member.attends() ? "minutes.there" : "minutes.not_there") + "\n";
    std::int64_t position = 0;
    for (const Item& item : meeting.items) {
        text += "\n# " +
                sentence(language, "minutes.item",
                         {{"number", std::to_string(++position)}, {"title", item.content.title}}) +
                "\n";
        if (!item.content.proposal.empty()) text += item.content.proposal + "\n";
        if (item.state == ItemState::reported)
            text += sentence(language, "minutes.reported") + "\n";
        else
            text +=
                sentence(language, item.state == ItemState::carried ? "minutes.carried" : "minutes.rejected",
                         count_params(item)) +
                "\n";
        if (item.resolution_serial)
            text += sentence(language, "minutes.resolution",
                             {{"year", std::to_string(*item.resolution_year)},
                              {"serial", std::to_string(*item.resolution_serial)}}) +
                    "\n";
    }
    if (!minutes.remarks.empty())
        text += "\n# " + sentence(language, "minutes.remarks") + "\n" + minutes.remarks;
    if (!minutes.correction.empty())
        text += "\n\n# " + sentence(language, "minutes.correction") + "\n" + minutes.correction;
    return text;
}

const Minutes* version_of(const Meeting& meeting, const std::string& id) {
    const auto found = std::ranges::find(meeting.minutes, id, &Minutes::id);
    return found == meeting.minutes.end() ? nullptr : &*found;
}

std::optional<Meeting> meeting_with(db::Connection& c, const std::string& minutes) {
    const auto id = meeting_of_minutes(c, minutes);
    return id ? find_meeting(c, *id) : std::nullopt;
}

}  // namespace

Meeting write_minutes(db::Connection& c, const Office& office, Meeting meeting, const NewMinutes& wanted,
                      const std::string& content, std::string_view language, const Who& who) {
    if (!meeting.minutes.empty() && people::trimmed(wanted.correction).empty())
        http::refuse_fields({{.code = "board.correction_needed", .pointer = "/correction"}});
    const Minutes minutes{.id = office.ids.next(),
                          .number = static_cast<std::int64_t>(meeting.minutes.size()) + 1,
                          .content = content,
                          .remarks = wanted.remarks,
                          .correction = meeting.minutes.empty() ? "" : wanted.correction,
                          .author = who.actor.account,
                          .created = office.clock()};
    insert_minutes(c, meeting.id, minutes);
    const Params params{{"title", meeting.title}, {"number", std::to_string(minutes.number)}};
    draft_record(c, office,
                 {.kind = std::string(kMinutesKind),
                  .subject = minutes.id,
                  .title = sentence(language, "minutes.title", params),
                  .body = text_of_minutes(meeting, minutes, language),
                  .fictitious = meeting.fictitious},
                 who);
    meeting.updated = minutes.created;
    if (!update_meeting(c, meeting)) http::refuse(412, "http.stale");
    audit::record(c, {.at = minutes.created,
                      .actor = who.actor.account,
                      .action = "write_board_minutes",
                      .record_kind = std::string(kMeeting),
                      .record_id = meeting.id,
                      .after = content,
                      .request_id = who.request_id});
    return find_meeting(c, meeting.id).value();
}

approvals::Kind minutes_kind() {
    return {.name = std::string(kMinutesKind),
            .desk = approvals::Desk::board,
            .snapshot = [](db::Connection& c, const std::string& id) -> std::optional<std::string> {
                const auto meeting = meeting_with(c, id);
                if (!meeting) return std::nullopt;
                return version_of(*meeting, id)->content;
            },
            .check = [](db::Connection& c, const std::string& id,
                        const std::vector<approvals::Step>& steps) -> Errors {
                const auto meeting = meeting_with(c, id);
                if (!meeting || steps.back().account == meeting->chair) return {};
                return {{.code = "board.chair_signs",
                         .params = {{"name", meeting->chair_name}},
                         .pointer = "/steps/" + std::to_string(steps.size() - 1) + "/account"}};
            }};
}

}  // namespace dure::board
