// SPDX-License-Identifier: Apache-2.0
#include "server/lists/routes.hpp"

#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/lists/saved_view.hpp"

namespace dure::lists {
namespace {

using auth::Actor;
using http::Request;
using http::Response;

/// Of one person over all lists.
constexpr int kMostViews = 200;

struct ViewContent {
    std::string list, name, query;
};
BOOST_DESCRIBE_STRUCT(ViewContent, (), (list, name, query))
std::span<const codec::Rule> json_rules(const ViewContent*) {
    static const codec::Rule rules[] = {codec::required("list").length(1, 60),
                                        codec::required("name").length(1, 100),
                                        codec::required("query").length(0, 2000)};
    return rules;
}
struct ViewChange {
    std::string query;
};
BOOST_DESCRIBE_STRUCT(ViewChange, (), (query))
std::span<const codec::Rule> json_rules(const ViewChange*) {
    static const codec::Rule rules[] = {codec::required("query").length(0, 2000)};
    return rules;
}

/// Schema SavedView.
struct View {
    std::string id, list, name, query;
    std::int64_t version = 1;
    std::string created, updated;
};
BOOST_DESCRIBE_STRUCT(View, (), (id, list, name, query, version, created, updated))
struct ViewList {
    std::vector<View> items;
};
BOOST_DESCRIBE_STRUCT(ViewList, (), (items))

View present(const SavedView& view) {
    return {.id = view.id,
            .list = view.list,
            .name = view.name,
            .query = view.query,
            .version = view.version,
            .created = utc_text(view.created),
            .updated = utc_text(view.updated)};
}

class Handlers {
  public:
    Handlers(db::Database& database, Clock clock, IdMaker& ids)
        : database_(database), clock_(std::move(clock)), ids_(ids) {}

    Response list_saved_views(const Request& request, const Actor& actor) {
        http::Query query(request);
        const auto list = query.text("list", 60);
        query.done();
        ViewList found;
        for (const SavedView& view :
             database_.read([&](db::Connection& c) { return list_views(c, actor.account, list); }))
            found.items.push_back(present(view));
        return http::json_response(found);
    }

    Response create_saved_view(const Request& request, const Actor& actor) {
        const auto content = http::read_json<ViewContent>(request);
        auth::Once once(database_, request, actor, "create_saved_view", clock_());
        if (auto first = once.answered()) return std::move(*first);
        return once.write([&](db::Connection& c) {
            if (count_views(c, actor.account) >= kMostViews)
                http::refuse(409, "lists.too_many_views", {{"maximum", std::to_string(kMostViews)}});
            const Instant now = clock_();
            const SavedView view{.id = ids_.next(),
                                 .account = actor.account,
                                 .list = content.list,
                                 .name = content.name,
                                 .query = content.query,
                                 .created = now,
                                 .updated = now};
            if (!insert_view(c, view))
                http::refuse_fields({{.code = "lists.view_exists", .pointer = "/name"}});
            record(c, view, request, "create_saved_view");
            return http::json_response(present(view), 201, view.version);
        });
    }

    Response change_saved_view(const Request& request, const Actor& actor) {
        const auto change = http::read_json<ViewChange>(request);
        return database_.write([&](db::Connection& c) {
            SavedView view = own(c, request, actor);
            http::require_match(request, view.version);
            view.query = change.query;
            view.updated = clock_();
            if (!update_view(c, view)) http::refuse(412, "http.stale");
            record(c, view, request, "change_saved_view");
            ++view.version;
            return http::json_response(present(view), 200, view.version);
        });
    }

    Response delete_saved_view(const Request& request, const Actor& actor) {
        database_.write([&](db::Connection& c) {
            const SavedView view = own(c, request, actor);
            http::require_match(request, view.version);
            delete_view(c, view.id);
            record(c, view, request, "delete_saved_view");
        });
        return http::no_content();
    }

  private:
    /// Another person's is none that there is.
    static SavedView own(db::Connection& c, const Request& request, const Actor& actor) {
        auto view = find_view(c, request.parameters.at("view_id"));
        if (!view || view->account != actor.account) http::refuse(404, "http.not_found");
        return std::move(*view);
    }

    void record(db::Connection& c, const SavedView& view, const Request& request, std::string action) {
        audit::record(c, {.at = clock_(),
                          .actor = view.account,
                          .action = std::move(action),
                          .record_kind = "saved_view",
                          .record_id = view.id,
                          .request_id = request.request_id});
    }

    db::Database& database_;
    const Clock clock_;
    IdMaker& ids_;
};

}  // namespace

std::vector<auth::Operation> operations(db::Database& database, const Clock& clock, IdMaker& ids) {
    const auto to = [handlers = std::make_shared<Handlers>(database, clock, ids)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/views",           "list_saved_views",  auth::kSignedIn, forbidden, to(&H::list_saved_views)},
        {"POST",   "/api/v1/views",           "create_saved_view", auth::kSignedIn, forbidden, to(&H::create_saved_view)},
        {"PATCH",  "/api/v1/views/{view_id}", "change_saved_view", auth::kSignedIn, not_found, to(&H::change_saved_view)},
        {"DELETE", "/api/v1/views/{view_id}", "delete_saved_view", auth::kSignedIn, not_found, to(&H::delete_saved_view)},
    };
    // clang-format on
}

}  // namespace dure::lists
