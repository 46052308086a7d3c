// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <map>
#include <set>

#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/people/doubles_codec.hpp"
#include "server/people/handlers.hpp"
#include "server/people/merge_service.hpp"
#include "server/people/organisation_service.hpp"
#include "server/people/organisation_store.hpp"
#include "server/people/policy.hpp"
#include "server/people/presenter.hpp"

namespace dure::people {
namespace {

using Pair = std::pair<std::string, std::string>;

Organisation readable(db::Connection& c, const std::string& id, const Actor& actor) {
    auto one = find_organisation(c, id);
    if (!one || !may_read(actor, *one)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

Organisation other_of(db::Connection& c, const Organisation& one, const std::string& id, const Actor& actor) {
    if (one.id == id) http::refuse_fields({{.code = "people.same_record", .pointer = "/other"}});
    auto other = find_organisation(c, id);
    if (!other || !may_read(actor, *other))
        http::refuse_fields({{.code = "people.no_such_organisation", .pointer = "/other"}});
    return std::move(*other);
}

MergeView view_of(const Merge& merge, const Actor& reader) {
    MergeView view{.id = merge.id,
                   .kept = merge.kept,
                   .kept_name = merge.kept_name,
                   .merged = merge.merged,
                   .merged_name = merge.merged_name,
                   .merged_by = merge.merged_by,
                   .merged_by_name = merge.merged_by_name,
                   .undone = utc_text(merge.undone),
                   .version = merge.version,
                   .created = utc_text(merge.created),
                   .updated = utc_text(merge.updated)};
    for (const auto& [reference, keys] : merge.moved)
        view.moved.push_back({.reference = reference, .count = static_cast<std::int64_t>(keys.size())});
    if (!merge.undone && reader.has_any(kEditors)) view.actions.emplace_back("undo_merge");
    return view;
}

/// The pairs of one page with their records; a pair of which one was put away meanwhile is left out.
std::vector<DoubleView> with_records(db::Connection& c, std::vector<std::pair<Pair, DoubleView>> pairs,
                                     const Actor& actor) {
    std::vector<std::string> ids;
    for (const auto& [pair, view] : pairs) {
        ids.push_back(pair.first);
        ids.push_back(pair.second);
    }
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    std::map<std::string, Organisation> records;
    for (Organisation& one : find_organisations(c, ids))
        if (!one.deleted) records.emplace(one.id, std::move(one));
    std::vector<DoubleView> views;
    for (auto& [pair, view] : pairs) {
        const auto one = records.find(pair.first), other = records.find(pair.second);
        if (one == records.end() || other == records.end()) continue;
        view.one.text = encode(present(one->second, actor));
        view.other.text = encode(present(other->second, actor));
        views.push_back(std::move(view));
    }
    return views;
}

}  // namespace

Response DoublesHandlers::check_organisation(const Request& request, const Actor& actor) {
    const auto draft = http::read_json(request, decode_draft);
    LikeDraftList list;
    const auto found = office_.database.read([&](db::Connection& c) { return people::like_draft(c, draft); });
    for (const auto& [organisation, same] : found)
        list.items.push_back({.organisation = {encode(present(organisation, actor))}, .same = same});
    return http::json_text(encode(list));
}

Response DoublesHandlers::list_organisation_doubles(const Request& request, const Actor& actor) {
    http::Query query(request);
    const bool apart = query.boolean("apart", false);
    const std::size_t from = offset_in(query);
    const auto limit = static_cast<std::size_t>(query.limit());
    query.done();
    return office_.database.read([&](db::Connection& c) {
        const auto found = finder_.find(c);
        const auto told = pairs_apart(c);
        const std::set<Pair> different(told.begin(), told.end());
        std::vector<std::pair<Pair, DoubleView>> all;
        std::set<Pair> alike;
        for (const Double& each : *found) {
            const Pair pair{each.one, each.other};
            if (different.contains(pair) != apart) continue;
            alike.insert(pair);
            all.emplace_back(pair, present(each.pair));
        }
        if (apart)
            for (const Pair& pair : told)
                if (!alike.contains(pair)) all.emplace_back(pair, DoubleView{});
        DoublePage page{.total = static_cast<std::int64_t>(all.size())};
        const std::size_t begin = std::min(from, all.size()), end = std::min(from + limit, all.size());
        if (end < all.size()) page.next_cursor = offset_cursor(end);
        page.items = with_records(c,
                                  {all.begin() + static_cast<std::ptrdiff_t>(begin),
                                   all.begin() + static_cast<std::ptrdiff_t>(end)},
                                  actor);
        for (DoubleView& view : page.items) view.apart = apart;
        return http::json_text(encode(page));
    });
}

Response DoublesHandlers::tell_apart(const Request& request, const Actor& actor, bool apart) {
    const auto wanted = http::read_json(request, decode_other);
    office_.database.write([&](db::Connection& c) {
        const Organisation one = readable(c, request.parameters.at("organisation_id"), actor);
        const Organisation other = other_of(c, one, wanted.other, actor);
        const Instant now = office_.clock();
        const bool changed =
            apart ? set_apart(c, one.id, other.id, actor.account, now) : unset_apart(c, one.id, other.id);
        if (!changed) return;
        for (const auto& [subject, name] : {std::pair(one.id, primary_of(other.content.names).name),
                                            std::pair(other.id, primary_of(one.content.names).name)})
            audit::record(c, {.at = now,
                              .actor = actor.account,
                              .action = apart ? "tell_organisations_apart" : "forget_organisations_apart",
                              .record_kind = std::string(kOrganisation),
                              .record_id = subject,
                              .after = boost::json::serialize(boost::json::object{{"other", name}}),
                              .request_id = request.request_id});
    });
    return http::no_content();
}

Response DoublesHandlers::tell_organisations_apart(const Request& request, const Actor& actor) {
    return tell_apart(request, actor, true);
}
Response DoublesHandlers::forget_organisations_apart(const Request& request, const Actor& actor) {
    return tell_apart(request, actor, false);
}

Response DoublesHandlers::list_organisation_references(const Request& request, const Actor& actor) {
    return office_.database.read([&](db::Connection& c) {
        const Organisation one = readable(c, request.parameters.at("organisation_id"), actor);
        ReferenceCountList list;
        for (const Reference& reference : office_.references)
            if (const auto count = reference.count(c, one.id); count > 0)
                list.items.push_back({.reference = reference.name, .count = count});
        return http::json_text(encode(list));
    });
}

Response DoublesHandlers::merge_organisations(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_merge);
    auth::Once once(office_.database, request, actor, "merge_organisations", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        Organisation kept = readable(c, request.parameters.at("organisation_id"), actor);
        http::require_match(request, kept.version);
        Organisation other = other_of(c, kept, wanted.other, actor);
        if (!may_merge(actor, kept) || !may_merge(actor, other)) http::refuse(403, "auth.forbidden");
        if (other.version != wanted.other_version) http::refuse(412, "http.stale");
        const Merge merge = people::merge_organisations(c, office_, std::move(kept), std::move(other),
                                                        wanted.content, {actor, request.request_id});
        return http::json_text(encode(view_of(merge, actor)), 201);
    });
}

Response DoublesHandlers::list_organisation_merges(const Request& request, const Actor& actor) {
    http::Query query(request);
    const auto below = id_in(query);
    const int limit = query.limit();
    query.done();
    auto list = office_.database.read([&](db::Connection& c) { return list_merges(c, below, limit); });
    MergePage page;
    if (list.size() > static_cast<std::size_t>(limit)) {
        list.pop_back();
        page.next_cursor = id_cursor(list.back().id);
    }
    for (const Merge& merge : list) page.items.push_back(view_of(merge, actor));
    return http::json_text(encode(page));
}

Response DoublesHandlers::undo_merge(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        auto merge = find_merge(c, request.parameters.at("merge_id"));
        if (!merge) http::refuse(404, "http.not_found");
        return http::json_text(encode(
            view_of(people::undo_merge(c, office_, std::move(*merge), {actor, request.request_id}), actor)));
    });
}

}  // namespace dure::people
