// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/search_news.hpp"

#include <array>

#include "server/auth/role_store.hpp"
#include "server/auth/second_factor.hpp"
#include "server/desks/network/saved_search.hpp"
#include "server/mail/outbox.hpp"

namespace dure::desks::network {
namespace {

struct News {
    SavedSearch search;
    std::vector<std::string> fresh;
};

/// With the person's own roles alone, without those that want a second factor: a mail is no place for more.
Viewer reader_of(db::Connection& c, const std::string& account, Instant now) {
    const auto roles = auth::roles_of(c, std::array{account}, now);
    auth::Actor actor{.account = account};
    if (const auto own = roles.find(account); own != roles.end())
        actor.roles = own->second.without(auth::kGuarded);
    return viewer_of(c, actor, now);
}

std::vector<News> look(db::Connection& c, MemberIndex& members, Instant now) {
    members.words(c);  // makes the index before somebody's first question waits for it
    std::vector<News> all;
    for (SavedSearch& search : searches_to_tell(c)) {
        const Viewer reader = reader_of(c, search.account, now);
        auto fresh = untold(c, search.id, matching_ids(c, members, search.query, reader, kLookedAt));
        if (!fresh.empty()) all.push_back({std::move(search), std::move(fresh)});
    }
    return all;
}

/// What was removed or told by another server meanwhile is left out.
void tell(db::Connection& c, const News& news, Instant now) {
    const SavedSearch& search = news.search;
    if (!find_search(c, search.account, search.id)) return;
    const std::int64_t count = mark_told(c, search.id, news.fresh, now);
    if (count == 0) return;
    mail::queue(c, search.account,
                {.kind = "network.saved_search",
                 .params = {{"search", search.name}, {"count", std::to_string(count)}},
                 .path = "/network/members?saved=" + search.id},
                now);
}

}  // namespace

std::size_t tell_news(const Desk& desk, MemberIndex& members) {
    const Instant now = desk.clock();
    // Looked for while reading: a write must not hold the index.
    const auto all = desk.database.read([&](db::Connection& c) { return look(c, members, now); });
    for (const News& news : all) desk.database.write([&](db::Connection& c) { tell(c, news, now); });
    return all.size();
}

SearchNews::SearchNews(const Desk& desk, std::shared_ptr<MemberIndex> members, std::chrono::milliseconds beat)
    : every_("telling of new members", beat,
             [desk, members = std::move(members)] { tell_news(desk, *members); }) {}

}  // namespace dure::desks::network
