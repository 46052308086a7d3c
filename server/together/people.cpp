// SPDX-License-Identifier: Apache-2.0
#include "server/together/people.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "server/auth/actor_of.hpp"
#include "server/together/comment_store.hpp"

namespace dure::together {
namespace {

/// Everybody with a role now; a chosen few are looked at closely.
constexpr std::string_view kPeople =
    "SELECT DISTINCT a.id, a.name, a.name_key FROM account a JOIN role_grant g ON g.account = a.id WHERE"
    " a.active = 1 AND g.valid_from <= $1 AND (g.valid_until IS NULL OR g.valid_until > $1)"
    " ORDER BY a.name_key, a.id";
constexpr std::string_view kDeputies =
    "SELECT deputy FROM deputy WHERE account = $1 AND valid_from <= $2 AND valid_until > $2";
constexpr std::size_t kMost = 50;

std::vector<Person> people_where(db::Connection& c, Instant now, const std::string& part, const auto& fits) {
    const std::string wanted = folded(part);
    std::vector<Person> found;
    for (const db::Row& row : c.query(kPeople, now)) {
        if (!wanted.empty() && folded(row.text(1)).find(wanted) == std::string::npos) continue;
        if (fits(row.text(0))) found.push_back({row.text(0), row.text(1)});
        if (found.size() == kMost) break;
    }
    return found;
}

}  // namespace

Sight sight_of(db::Connection& c, const Office& office, const std::string& account, const std::string& kind,
               const std::string& id) {
    const auto actor = auth::actor_of(c, account, office.clock());
    if (!actor) return Sight::none;
    return reader_of(c, office, *actor).sight(kind, id);
}

std::vector<Person> mentionable(Reader& reader, const Office& office, const std::string& kind,
                                const std::string& id, bool shared, const std::string& part) {
    db::Connection& c = reader.connection();
    const auto known = reader.inside() ? std::vector<std::string>() : participants(c, kind, id, true);
    return people_where(c, office.clock(), part, [&](const std::string& account) {
        if (!reader.inside() && std::ranges::find(known, account) == known.end()) return false;
        const Sight sight = sight_of(c, office, account, kind, id);
        return sight == Sight::all || (shared && sight == Sight::shared);
    });
}

bool is_assignable(db::Connection& c, const Office& office, const std::string& account,
                   const std::optional<std::string>& kind, const std::optional<std::string>& id) {
    const auto actor = auth::actor_of(c, account, office.clock());
    if (!actor || !actor->has_any(auth::kInstitute)) return false;
    return !kind || !id || reader_of(c, office, *actor).subject(*kind, *id).has_value();
}

std::vector<Person> assignable(Reader& reader, const Office& office, const std::optional<std::string>& kind,
                               const std::optional<std::string>& id, const std::string& part) {
    db::Connection& c = reader.connection();
    return people_where(c, office.clock(), part, [&](const std::string& account) {
        return is_assignable(c, office, account, kind, id);
    });
}

std::vector<std::string> deputies_of(db::Connection& c, const std::string& account, Instant now) {
    std::vector<std::string> found;
    for (const db::Row& row : c.query(kDeputies, account, now)) found.push_back(row.text(0));
    return found;
}

}  // namespace dure::together
