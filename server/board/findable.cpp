// SPDX-License-Identifier: Apache-2.0
#include "server/board/findable.hpp"

#include <limits>

#include "server/board/policy.hpp"
#include "server/board/service.hpp"
#include "server/board/store.hpp"

namespace dure::board {
namespace {

constexpr int kAll = std::numeric_limits<int>::max() - 1;

/// Leaders see all, secretaries what they keep, members what they were convened to.
std::optional<std::string> sight(db::Connection&, const Actor& actor) {
    if (actor.has_any(kLeaders)) return "leaders";
    if (!actor.has_any(kStaff)) return std::nullopt;
    return actor.account + (actor.has_any(kSecretaries) ? " secretary" : "");
}

finder::Findable findable(const Meeting& one) {
    finder::Findable found{.id = one.id,
                           .names = {{"", one.title}},
                           .texts = {},
                           .detail = one.place,
                           .at = one.begins,
                           .fictitious = one.fictitious};
    for (const Item& item : one.items) {
        const auto& [title, proposal] = std::tie(item.content.title, item.content.proposal);
        found.texts.push_back({"", proposal.empty() ? title : title + ": " + proposal});
    }
    if (!one.minutes.empty()) found.texts.push_back({"", one.minutes.back().content});
    found.texts.push_back({"", one.notice});
    found.texts.push_back({"", one.place});
    return found;
}

std::vector<std::string> all_ids(db::Connection& c, const Actor& actor) {
    MeetingQuery query{.limit = kAll};
    if (!actor.has_any(kLeaders)) query.reader = actor.account;
    std::vector<std::string> ids;
    for (const Meeting& one : list_meetings(c, query)) ids.push_back(one.id);
    return ids;
}

}  // namespace

finder::Kind findable_meetings() {
    return {.name = "board_meeting",
            .page = "/board/",
            .changes = {std::string(kMeeting)},
            .sight = sight,
            .read = [](db::Connection& c, const Actor& actor, const std::vector<std::string>* ids) {
                std::vector<finder::Findable> found;
                for (const std::string& id : ids ? *ids : all_ids(c, actor)) {
                    const auto one = find_meeting(c, id);
                    if (one && may_read(actor, *one)) found.push_back(findable(*one));
                }
                return found;
            }};
}

}  // namespace dure::board
