// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utc_text.hpp"
#include "server/auth/once.hpp"
#include "server/codec/codec.hpp"
#include "server/desks/network/member_query.hpp"
#include "server/desks/network/member_store.hpp"
#include "server/desks/network/saved_search.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::network {

using auth::Actor;
using http::Request;
using http::Response;

constexpr std::size_t kMostSearches = 50;  ///< of one person
constexpr std::size_t kShownNew = 10;

/// Schema NewSavedSearch.
struct NewSavedSearch {
    std::string name;
    codec::RawJson query;
    bool notify = false;
};
BOOST_DESCRIBE_STRUCT(NewSavedSearch, (), (name, query, notify))
std::span<const codec::Rule> json_rules(const NewSavedSearch*) {
    static const codec::Rule rules[] = {codec::required("name").length(1, 100), codec::required("query")};
    return rules;
}

struct NewHit {
    std::string id, name;
};
BOOST_DESCRIBE_STRUCT(NewHit, (), (id, name))

/// Schema SavedSearch.
struct SavedSearchView {
    std::string id, name;
    codec::RawJson query;
    bool notify = false;
    std::int64_t matches = 0, fresh = 0;
    std::vector<NewHit> fresh_members;
    std::int64_t version = 1;
    std::string created;
};
BOOST_DESCRIBE_STRUCT(SavedSearchView, (),
                      (id, name, query, notify, matches, fresh, fresh_members, version, created))

struct SavedSearchPage {
    std::vector<SavedSearchView> items;
};
BOOST_DESCRIBE_STRUCT(SavedSearchPage, (), (items))

namespace {

class Handlers {
  public:
    Handlers(const Desk& desk, std::shared_ptr<MemberIndex> members)
        : desk_(desk), members_(std::move(members)) {}

    Response list_saved_searches(const Request& request, const Actor& actor) {
        http::Query query(request);
        query.done();
        return desk_.database.read([&](db::Connection& c) {
            SavedSearchPage page;
            for (const SavedSearch& one : list_searches(c, actor.account))
                page.items.push_back(view_of(c, one, viewer_of(c, actor, desk_.clock())));
            return http::json_response(page);
        });
    }

    Response create_saved_search(const Request& request, const Actor& actor) {
        const auto wanted = http::read_json<NewSavedSearch>(request);
        const Instant now = desk_.clock();
        const SavedSearch one{.id = desk_.ids.next(),
                              .account = actor.account,
                              .name = wanted.name,
                              .query = query_of(wanted),
                              .notify = wanted.notify,
                              .created = now,
                              .updated = now};
        const auto found = matching(actor, one.query);
        auth::Once once(desk_.database, request, actor, "create_saved_search", now);
        if (auto first = once.answered()) return std::move(*first);
        return once.write([&](db::Connection& c) {
            if (list_searches(c, actor.account).size() >= kMostSearches)
                http::refuse(409, "network.too_many_searches", {{"most", std::to_string(kMostSearches)}});
            insert_search(c, one);
            mark_seen(c, one.id, found, now);
            SavedSearchView view = plain_view(one);
            view.matches = static_cast<std::int64_t>(found.size());
            return http::json_response(view, 201, one.version);
        });
    }

    /// Another query begins anew: what it finds now is seen.
    Response replace_saved_search(const Request& request, const Actor& actor) {
        const auto wanted = http::read_json<NewSavedSearch>(request);
        const MemberQuery query = query_of(wanted);
        const auto found = matching(actor, query);
        desk_.database.write([&](db::Connection& c) {
            SavedSearch one = own(c, request, actor);
            http::require_match(request, one.version);
            if (encode(one.query) != encode(query)) mark_seen(c, one.id, found, desk_.clock());
            one.name = wanted.name;
            one.query = query;
            one.notify = wanted.notify;
            one.updated = desk_.clock();
            if (!update_search(c, one)) http::refuse(412, "http.stale");
        });
        return desk_.database.read([&](db::Connection& c) {
            const SavedSearch one = own(c, request, actor);
            return http::json_response(view_of(c, one, viewer_of(c, actor, desk_.clock())), 200, one.version);
        });
    }

    Response delete_saved_search(const Request& request, const Actor& actor) {
        desk_.database.write([&](db::Connection& c) {
            const SavedSearch one = own(c, request, actor);
            http::require_match(request, one.version);
            remove_search(c, one.id);
        });
        return http::no_content();
    }

    Response see_saved_search(const Request& request, const Actor& actor) {
        const auto found = desk_.database.read([&](db::Connection& c) {
            return matching_ids(c, *members_, own(c, request, actor).query,
                                viewer_of(c, actor, desk_.clock()), kLookedAt);
        });
        return desk_.database.write([&](db::Connection& c) {
            const SavedSearch one = own(c, request, actor);
            mark_seen(c, one.id, found, desk_.clock());
            SavedSearchView view = plain_view(one);
            view.matches = static_cast<std::int64_t>(found.size());
            return http::json_response(view, 200, one.version);
        });
    }

  private:
    SavedSearch own(db::Connection& c, const Request& request, const Actor& actor) const {
        auto one = find_search(c, actor.account, request.parameters.at("search_id"));
        if (!one) http::refuse(404, "http.not_found");
        return std::move(*one);
    }

    std::vector<std::string> matching(const Actor& actor, const MemberQuery& query) {
        return desk_.database.read([&](db::Connection& c) {
            return matching_ids(c, *members_, query, viewer_of(c, actor, desk_.clock()), kLookedAt);
        });
    }

    static MemberQuery query_of(const NewSavedSearch& wanted) {
        auto query = decode_member_query(wanted.query.text);
        if (query) return std::move(*query);
        for (Error& error : query.error()) error.pointer = "/query" + error.pointer;
        http::refuse_fields(std::move(query.error()));
    }

    static SavedSearchView plain_view(const SavedSearch& one) {
        return {.id = one.id,
                .name = one.name,
                .query = {encode(one.query)},
                .notify = one.notify,
                .version = one.version,
                .created = utc_text(one.created)};
    }

    SavedSearchView view_of(db::Connection& c, const SavedSearch& one, const Viewer& viewer) {
        SavedSearchView view = plain_view(one);
        const auto found = matching_ids(c, *members_, one.query, viewer, kLookedAt);
        auto fresh = unseen(c, one.id, found);
        view.matches = static_cast<std::int64_t>(found.size());
        view.fresh = static_cast<std::int64_t>(fresh.size());
        if (fresh.size() > kShownNew) fresh.resize(kShownNew);
        for (const Member& member : find_members(c, fresh, viewer.today))
            if (const auto shown = disclosed(member, viewer.general(), viewer.today))
                view.fresh_members.push_back(
                    {shown->id(), people::primary_of(shown->organisation.content.names).name});
        return view;
    }

    const Desk desk_;
    const std::shared_ptr<MemberIndex> members_;
};

}  // namespace

std::vector<auth::Operation> saved_search_operations(const Desk& desk, std::shared_ptr<MemberIndex> members) {
    const auto one = [handlers = std::make_shared<Handlers>(desk, std::move(members))](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    // clang-format off
    return {
        {"GET",    "/api/v1/network/searches",                  "list_saved_searches",  auth::kSignedIn, forbidden, one(&Handlers::list_saved_searches)},
        {"POST",   "/api/v1/network/searches",                  "create_saved_search",  auth::kSignedIn, forbidden, one(&Handlers::create_saved_search)},
        {"PUT",    "/api/v1/network/searches/{search_id}",      "replace_saved_search", auth::kSignedIn, not_found, one(&Handlers::replace_saved_search)},
        {"DELETE", "/api/v1/network/searches/{search_id}",      "delete_saved_search",  auth::kSignedIn, not_found, one(&Handlers::delete_saved_search)},
        {"POST",   "/api/v1/network/searches/{search_id}/seen", "see_saved_search",      auth::kSignedIn, not_found, one(&Handlers::see_saved_search)},
    };
    // clang-format on
}

}  // namespace dure::desks::network
