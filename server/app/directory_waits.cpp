// SPDX-License-Identifier: Apache-2.0
#include "server/app/directory_waits.hpp"

#include <boost/describe.hpp>
#include <set>

#include "server/auth/account_store.hpp"
#include "server/auth/role_codec.hpp"
#include "server/auth/role_store.hpp"
#include "server/auth/views.hpp"
#include "server/codec/messages.hpp"
#include "server/people/doubles.hpp"
#include "server/people/policy.hpp"
#include "server/together/days.hpp"

namespace dure::app {
namespace {

std::int64_t count_doubles(db::Connection& c, people::DoublesFinder& finder) {
    const auto told = people::pairs_apart(c);
    const std::set<std::pair<std::string, std::string>> apart(told.begin(), told.end());
    std::int64_t count = 0;
    for (const people::Double& each : *finder.find(c))
        if (!apart.contains({each.one, each.other})) ++count;
    return count;
}

/// In the reader's own language: feeds are read by programs.
std::string name_of(together::Reader& reader, auth::Role role) {
    const auto account = auth::find_account(reader.connection(), reader.actor().account);
    return codec::Messages::embedded().sentence(
        account ? auth::language_text(account->language) : "ko",
        std::string("accounts.roles.") + boost::describe::enum_to_string(role, ""));
}

std::vector<together::Occasion> roles(together::Reader& reader, const together::Days& days, Instant now) {
    std::vector<together::Occasion> found;
    for (const auth::RoleGrant& grant : auth::list_grants(reader.connection(), reader.actor().account)) {
        if (!grant.period.until || *grant.period.until <= now) continue;
        const std::string day = together::day_of(*grant.period.until);
        if (day < days.from || day > days.until) continue;
        found.push_back({.kind = "role_end",
                         .id = grant.id,
                         .title = name_of(reader, grant.role),
                         .path = "/security",
                         .day = day,
                         .begins = std::nullopt,
                         .updated = grant.updated});
    }
    return found;
}

}  // namespace

together::Waits waiting_doubles() {
    return {.name = "doubles",
            .find = [finder = std::make_shared<people::DoublesFinder>()](together::Reader& reader, Instant) {
                std::vector<together::Wait> found;
                if (!reader.actor().has_any(people::kEditors)) return found;
                if (const std::int64_t count = count_doubles(reader.connection(), *finder); count > 0)
                    found.push_back({.kind = "doubles",
                                     .title = std::nullopt,
                                     .path = "/organisations/doubles",
                                     .count = count,
                                     .due = std::nullopt});
                return found;
            }};
}

together::Calendar role_days() {
    return {.name = "roles", .find = roles};
}

}  // namespace dure::app
