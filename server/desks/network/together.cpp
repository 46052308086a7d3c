// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/together.hpp"

#include <limits>

#include "server/desks/network/days.hpp"
#include "server/desks/network/disclosure.hpp"
#include "server/desks/network/findable.hpp"
#include "server/desks/network/meeting_policy.hpp"
#include "server/desks/network/meeting_store.hpp"
#include "server/desks/network/member_store.hpp"

namespace dure::desks::network {
namespace {

constexpr int kAll = std::numeric_limits<int>::max() - 1;
/// What ends within so many days waits, as on the work list.
constexpr int kEnding = 60;

/// What to do first; how many are merely incomplete is no work of a day.
std::vector<together::Wait> members(together::Reader& reader, Instant now) {
    if (!reader.actor().has_any(kSecretariat)) return {};
    const std::string today = day_of(now);
    std::vector<together::Wait> found;
    for (const auto& [duty, name] :
         {std::pair(Duty::no_consent, "no_consent"), std::pair(Duty::consent_ending, "consent_ending"),
          std::pair(Duty::certificate_ending, "certificate_ending")}) {
        DutyQuery query{.duty = duty, .until = days_later(today, kEnding)};
        query.today = today;
        if (const std::int64_t count = count_due(reader.connection(), query); count > 0)
            found.push_back({.kind = std::string("member_") + name,
                             .title = std::nullopt,
                             .path = std::string("/network/due?duty=") + name,
                             .count = count,
                             .due = std::nullopt});
    }
    return found;
}

std::vector<together::Occasion> days_of(together::Reader& reader, const together::Days& days, Instant) {
    std::vector<together::Occasion> found;
    if (!reader.actor().has_any(kClusterReaders)) return found;
    for (const Meeting& one : list_meetings(reader.connection(), {.limit = kAll})) {
        const MeetingContent& content = one.content;
        if (content.day < days.from || content.day > days.until || !may_read_meeting(reader.actor(), one))
            continue;
        // The clock is the place's, which the record does not know: it is told, not computed with.
        const std::string when = content.time.value_or("");
        found.push_back({.kind = "meeting",
                         .id = one.id,
                         .title = content.title,
                         .path = "/network/meetings/" + one.id,
                         .day = content.day,
                         .begins = std::nullopt,
                         .place = when + (when.empty() || content.place.empty() ? "" : ", ") + content.place,
                         .updated = one.updated});
    }
    return found;
}

}  // namespace

finder::Kind members_to_talk_about(Clock clock) {
    finder::Kind kind = findable_members(clock);
    kind.read = [clock](db::Connection& c, const auth::Actor& actor, const std::vector<std::string>* ids) {
        std::vector<finder::Findable> found;
        const Viewer viewer = viewer_of(c, actor, clock());
        for (const Member& one : find_members(c, ids ? *ids : std::vector<std::string>(), viewer.today)) {
            const auto shown = one.deleted ? std::nullopt : disclosed(one, viewer.sight(one), viewer.today);
            if (!shown) continue;
            const people::Name& name = people::primary_of(shown->organisation.content.names);
            found.push_back({.id = one.id(),
                             .names = {{name.language, name.name}},
                             .texts = {},
                             .fictitious = shown->organisation.fictitious});
        }
        return found;
    };
    return kind;
}

together::Waits waiting_members() {
    return {.name = "members", .find = members};
}
together::Calendar meeting_days() {
    return {.name = "network", .find = days_of};
}

}  // namespace dure::desks::network
