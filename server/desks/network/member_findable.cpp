// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/disclosure.hpp"
#include "server/desks/network/findable.hpp"
#include "server/desks/network/member_service.hpp"
#include "server/desks/network/member_store.hpp"
#include "server/people/organisation_service.hpp"

namespace dure::desks::network {
namespace {

std::string_view name_of(Sight sight) {
    switch (sight) {
        case Sight::everyone:
            return "everyone";
        case Sight::network:
            return "network";
        case Sight::own:
            return "secretariat";
    }
    return "";
}

/// Of a disclosed() member.
finder::Findable findable(const Member& shown) {
    const auto& own = shown.organisation.content;
    const MemberProfile& profile = shown.profile;
    const people::Name& primary = people::primary_of(own.names);
    finder::Findable found{.id = shown.id(),
                           .names = {{primary.language, primary.name}},
                           .texts = {},
                           .fictitious = shown.organisation.fictitious};
    for (const auto& name : own.names)
        if (!name.primary) found.names.push_back({name.language, name.name});
    for (const MemberText& one : profile.summaries) found.texts.push_back({one.language, one.text});
    for (const Product& one : profile.products)
        found.texts.push_back({one.language, one.text.empty() ? one.name : one.name + ": " + one.text});
    for (const Certificate& one : profile.certificates) found.texts.push_back({"", one.name});
    if (profile.contact && !profile.contact->person.empty())
        found.texts.push_back({"", profile.contact->person});
    return found;
}

}  // namespace

finder::Kind findable_members(Clock clock) {
    return {.name = "member",
            .page = "/network/members/",
            .changes = {std::string(kMemberChange), std::string(people::kOrganisation)},
            // With the day: a consent ends without a change.
            .sight = [clock](db::Connection& c, const auth::Actor& actor) -> std::optional<std::string> {
                const Viewer viewer = viewer_of(c, actor, clock());
                return std::string(name_of(viewer.general())) + " " + viewer.today;
            },
            .read =
                [clock](db::Connection& c, const auth::Actor& actor, const std::vector<std::string>* ids) {
                    const Viewer viewer = viewer_of(c, actor, clock());
                    std::vector<finder::Findable> found;
                    for (const Member& one : find_members(c, ids ? *ids : member_ids(c), viewer.today)) {
                        if (one.deleted) continue;
                        if (const auto shown = disclosed(one, viewer.general(), viewer.today))
                            found.push_back(findable(*shown));
                    }
                    return found;
                }};
}

}  // namespace dure::desks::network
