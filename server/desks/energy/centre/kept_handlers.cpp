// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/centre/kept_handlers.hpp"

#include <algorithm>

#include "server/auth/once.hpp"
#include "server/desks/energy/centre/kept_service.hpp"
#include "server/oversight/entries.hpp"

namespace dure::desks::energy {
namespace {

using auth::Actor;
using http::Request;
using http::Response;

/// Where a list goes on: behind the place of the record shown last.
struct Behind {
    double number = 0;
    std::string text, id;
};
BOOST_DESCRIBE_STRUCT(Behind, (), (number, text, id))
std::span<const codec::Rule> json_rules(const Behind*) {
    static const codec::Rule rules[] = {codec::required("number"), codec::required("text"),
                                        codec::required("id")};
    return rules;
}

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

struct Placed {
    Place place;
    const Kept* kept = nullptr;
};

std::vector<Placed> in_order(const std::vector<Kept>& all, const Listing& listing) {
    std::vector<Placed> shown;
    for (const Kept& one : all)
        if (auto place = listing.place(one)) shown.push_back({std::move(*place), &one});
    if (listing.down)
        std::ranges::sort(shown, std::greater(), &Placed::place);
    else
        std::ranges::sort(shown, std::less(), &Placed::place);
    return shown;
}

Kept found(db::Connection& c, const Resource& resource, const Request& request) {
    auto one = find_kept(c, resource.table, request.parameters.at(std::string(resource.parameter)));
    if (!one) http::refuse(404, "http.not_found");
    return std::move(*one);
}

}  // namespace

Kept readable_kept(db::Connection& c, const Resource& resource, const Request& request) {
    Kept one = found(c, resource, request);
    if (one.deleted) http::refuse(404, "http.not_found");
    return one;
}

Response KeptHandlers::list(const Request& request, const Actor& actor) {
    http::Query query(request);
    const Listing listing = resource_->listing(query);
    const auto behind = query.cursor<Behind>();
    const auto limit = static_cast<std::size_t>(query.limit());
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        const auto all = all_kept(c, resource_->table, listing.deleted);
        const auto shown = in_order(all, listing);
        auto next = shown.begin();
        if (behind) {
            const Place last{behind->number, behind->text, behind->id};
            next = listing.down ? std::ranges::upper_bound(shown, last, std::greater(), &Placed::place)
                                : std::ranges::upper_bound(shown, last, std::less(), &Placed::place);
        }
        std::string json = R"({"items":[)";
        std::size_t count = 0;
        for (; next != shown.end() && count < limit; ++next, ++count)
            json += (count > 0 ? "," : "") + resource_->summary(c, *next->kept, actor);
        json += ']';
        if (next != shown.end() && count > 0) {
            const Place& last = std::prev(next)->place;
            json += R"(,"next_cursor":")" + http::write_cursor(Behind{last.number, last.text, last.id}) + '"';
        }
        return http::json_text(json + '}');
    });
}

Response KeptHandlers::download(const Request& request, const Actor&) {
    http::Query query(request);
    const Listing listing = resource_->listing(query);
    const auto columns = resource_->columns();
    const auto wanted = lists::download_in(query, columns);
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        const auto all = all_kept(c, resource_->table, listing.deleted);
        std::vector<std::vector<tables::Cell>> rows;
        for (const Placed& one : in_order(all, listing)) {
            auto& row = rows.emplace_back();
            for (const std::size_t column : wanted.columns)
                row.push_back(resource_->cell(*one.kept, columns[column].key, wanted));
        }
        return lists::download_of(wanted, columns, std::move(rows), std::string(resource_->noun));
    });
}

Response KeptHandlers::create(const Request& request, const Actor& actor) {
    auto written = resource_->read(http::json_body(request));
    if (!written) http::refuse_json(std::move(written.error()));
    auth::Once once(desk_.database, request, actor, "create_" + std::string(resource_->noun), desk_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        const Kept one = create_kept(c, desk_, *resource_, *written, {actor, request.request_id});
        return std::move(
            http::json_text(resource_->present(c, one, actor), 201).with("ETag", http::etag_of(one.version)));
    });
}

Response KeptHandlers::get(const Request& request, const Actor& actor) {
    return desk_.database.read([&](db::Connection& c) {
        const Kept one = readable_kept(c, *resource_, request);
        return std::move(
            http::json_text(resource_->present(c, one, actor)).with("ETag", http::etag_of(one.version)));
    });
}

Response KeptHandlers::replace(const Request& request, const Actor& actor) {
    auto written = resource_->read(http::json_body(request));
    if (!written) http::refuse_json(std::move(written.error()));
    return desk_.database.write([&](db::Connection& c) {
        Kept one = readable_kept(c, *resource_, request);
        require(may_change(actor, one));
        http::require_match(request, one.version);
        one = replace_kept(c, desk_, *resource_, std::move(one), *written, {actor, request.request_id});
        return std::move(
            http::json_text(resource_->present(c, one, actor)).with("ETag", http::etag_of(one.version)));
    });
}

Response KeptHandlers::remove(const Request& request, const Actor& actor) {
    desk_.database.write([&](db::Connection& c) {
        Kept one = readable_kept(c, *resource_, request);
        require(may_remove(actor, one));
        http::require_match(request, one.version);
        remove_kept(c, desk_, *resource_, std::move(one), {actor, request.request_id});
    });
    return http::no_content();
}

Response KeptHandlers::restore(const Request& request, const Actor& actor) {
    return desk_.database.write([&](db::Connection& c) {
        Kept one = found(c, *resource_, request);
        require(may_restore(actor, one));
        one = restore_kept(c, desk_, *resource_, std::move(one), {actor, request.request_id});
        return std::move(
            http::json_text(resource_->present(c, one, actor)).with("ETag", http::etag_of(one.version)));
    });
}

Response KeptHandlers::history(const Request& request, const Actor&) {
    const auto wanted = oversight::read_history_query(
        request, resource_->table, request.parameters.at(std::string(resource_->parameter)));
    return desk_.database.read([&](db::Connection& c) {
        readable_kept(c, *resource_, request);
        return http::json_text(oversight::page_of(c, wanted));
    });
}

}  // namespace dure::desks::energy
