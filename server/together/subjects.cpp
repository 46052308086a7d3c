// SPDX-License-Identifier: Apache-2.0
#include "server/together/subjects.hpp"

#include <algorithm>

#include "server/auth/role_store.hpp"

namespace dure::together {

const SubjectKind* Subjects::find(std::string_view kind) const {
    const auto found =
        std::ranges::find_if(kinds_, [&](const SubjectKind& one) { return one.found.name == kind; });
    return found == kinds_.end() ? nullptr : &*found;
}

const SubjectKind* Subjects::find_trail(std::string_view trail) const {
    const auto found = std::ranges::find(kinds_, trail, &SubjectKind::trail);
    return found == kinds_.end() ? nullptr : &*found;
}

Reader::Reader(db::Connection& c, const Subjects& subjects, const auth::Actor& actor, Instant now)
    : c_(c), subjects_(subjects), actor_(actor), accounts_{actor.account} {
    for (const auth::Deputy& one : auth::deputised_by(c, actor.account, now))
        accounts_.push_back(one.account);
}

bool Reader::acts_for(const std::string& account) const {
    return std::ranges::find(accounts_, account) != accounts_.end();
}

const std::optional<Subject>& Reader::subject(const std::string& kind, const std::string& id) {
    const auto [place, is_new] = seen_.try_emplace({kind, id});
    const SubjectKind* known = is_new ? subjects_.find(kind) : nullptr;
    if (!known) return place->second;
    const std::vector<std::string> ids{id};
    for (const finder::Findable& found : known->found.read(c_, actor_, &ids))
        place->second = Subject{.kind = kind,
                                .id = id,
                                .title = found.names.empty() ? "" : found.names.front().text,
                                .path = known->found.page + id,
                                .fictitious = found.fictitious};
    return place->second;
}

Sight Reader::sight(const std::string& kind, const std::string& id) {
    const auto [place, is_new] = sights_.try_emplace({kind, id}, Sight::none);
    if (!is_new || !subject(kind, id)) return place->second;
    const SubjectKind* known = subjects_.find(kind);
    if (inside())
        place->second = Sight::all;
    else if (known->takes_part && known->takes_part(c_, actor_, id))
        place->second = Sight::shared;
    return place->second;
}

}  // namespace dure::together
