// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/member_handlers.hpp"

#include "server/auth/once.hpp"
#include "server/desks/network/days.hpp"
#include "server/desks/network/member_export.hpp"
#include "server/desks/network/member_presenter.hpp"
#include "server/desks/network/member_query.hpp"
#include "server/desks/network/member_service.hpp"
#include "server/desks/network/member_store.hpp"
#include "server/desks/network/membership_store.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"
#include "server/people/organisation_service.hpp"
#include "server/people/organisation_store.hpp"

namespace dure::desks::network {
namespace {

constexpr int kSoon = 60;  ///< days before which an end is work to do

/// 404 unless the viewer may know of it.
Member readable(db::Connection& c, const Request& request, const Viewer& viewer) {
    auto one = find_member(c, request.parameters.at("member_id"), viewer.today);
    if (!one || !disclosed(*one, viewer.sight(*one), viewer.today)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

Member changeable(db::Connection& c, const Request& request, const Viewer& viewer) {
    Member one = readable(c, request, viewer);
    if (!viewer.may_change(one)) http::refuse(403, "auth.forbidden");
    return one;
}

void require_taxonomy(const MemberProfile& profile, const Vocabulary& words) {
    Errors errors;
    for (std::size_t i = 0; i < profile.technologies.size(); ++i)
        if (!words.knows(profile.technologies[i]))
            errors.push_back({.code = "member.unknown_technology",
                              .params = {{"technology", profile.technologies[i]}},
                              .pointer = "/technologies/" + std::to_string(i)});
    if (!errors.empty()) http::refuse_fields(std::move(errors));
}

Response answer(const Member& one, const Viewer& viewer, const Vocabulary& words, int status = 200) {
    const auto view = present(one, viewer, words);
    if (!view) http::refuse(404, "http.not_found");
    return std::move(http::json_text(encode(*view), status).with("ETag", http::etag_of(one.version())));
}

/// What a new profile belongs to: an organisation that is there, or one made of the data.
people::Organisation organisation_for(db::Connection& c, const Desk& desk, const NewMember& wanted,
                                      const Who& who) {
    if (!wanted.organisation)
        return people::create_organisation(c, desk.office(), organisation_of(wanted), who);
    if (!who.actor.has_any(kSecretary)) http::refuse(403, "auth.forbidden");
    auto found = people::find_organisation(c, *wanted.organisation);
    if (!found || found->deleted)
        http::refuse_fields({{.code = "member.unknown_organisation", .pointer = "/organisation"}});
    return people::replace_organisation(c, desk.office(), *found,
                                        organisation_of(wanted, found->content.note), who);
}

/// A partner cluster's new member belongs to it from today on.
void join_own_cluster(db::Connection& c, const Desk& desk, const Viewer& viewer, const std::string& member,
                      Instant now) {
    if (viewer.secretary || viewer.clusters.empty()) return;
    insert_membership(c, {.id = desk.ids.next(),
                          .cluster = *viewer.clusters.begin(),
                          .organisation = member,
                          .days = {.from = viewer.today, .until = {}},
                          .created = now,
                          .updated = now});
}

DueView view_of(DueMember&& one) {
    return {one.id, one.name, one.country, one.fictitious, one.completeness, std::move(one.missing), one.due};
}

}  // namespace

/// Read before a change, so that its transaction does not depend on what else was changed.
std::shared_ptr<const Vocabulary> MemberHandlers::words() {
    return desk_.database.read([&](db::Connection& c) { return members_->words(c); });
}

Response MemberHandlers::search_members(const Request& request, const Actor& actor) {
    http::Query query(request);
    const MemberQuery asked = read_member_query(query);
    const auto after = read_member_place(query);
    const auto limit = static_cast<std::size_t>(query.limit());
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        const Viewer viewer = viewer_of(c, actor, desk_.clock());
        return http::json_text(encode(network::search_members(c, *members_, asked, viewer, after, limit)));
    });
}

Response MemberHandlers::suggest_members(const Request& request, const Actor& actor) {
    http::Query query(request);
    const std::string typed = query.required_text("q");
    const auto limit = static_cast<std::size_t>(query.integer("limit", 1, 20, 8));
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        SuggestionPage page;
        for (auto& one : suggest(c, *members_, typed, viewer_of(c, actor, desk_.clock()), limit)) {
            SuggestionView view{one.text, one.kind, one.target, {}};
            if (one.kind == "technology") view.members = static_cast<std::int64_t>(one.weight);
            page.items.push_back(std::move(view));
        }
        return http::json_text(encode(page));
    });
}

Response MemberHandlers::export_members(const Request& request, const Actor&) {
    constexpr std::string_view formats[] = {"json", "csv"};
    http::Query query(request);
    const auto format = query.choice("format", formats).value_or(0);
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        const auto words = members_->words(c);
        const auto views = open_members(c, day_of(desk_.clock()), *words);
        Response response = format == 0 ? http::json_text(to_json(views)) : Response{.body = to_csv(views)};
        if (format == 1) response.content_type = "text/csv; charset=utf-8";
        return std::move(response.with(
            "Content-Disposition",
            std::string("attachment; filename=\"dure-members.") + (format == 0 ? "json\"" : "csv\"")));
    });
}

Response MemberHandlers::list_own_members(const Request& request, const Actor& actor) {
    http::Query query(request);
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        const Viewer viewer = viewer_of(c, actor, desk_.clock());
        std::set<std::string> ids = viewer.companies;
        for (const std::string& cluster : viewer.clusters) ids.merge(member_ids_of(c, cluster, viewer.today));
        OwnMemberPage page;
        for (const Member& one : find_members(c, {ids.begin(), ids.end()}, viewer.today)) {
            if (one.deleted) continue;
            const auto view = present(one, viewer, *members_->words(c));
            page.items.push_back(
                {one.id(), view->name, view->country, view->fictitious, view->completeness.value_or(0)});
        }
        return http::json_text(encode(page));
    });
}

Response MemberHandlers::list_due_members(const Request& request, const Actor& actor) {
    constexpr std::string_view duties[] = {"incomplete", "no_consent", "consent_ending",
                                           "certificate_ending"};
    http::Query query(request);
    DutyQuery wanted{.duty = static_cast<Duty>(query.choice("duty", duties).value_or(0)), .until = {}};
    if (const auto place = read_member_place(query)) wanted.after = {place->order, place->id};
    wanted.limit = query.limit();
    query.done();
    return desk_.database.read([&](db::Connection& c) {
        const Viewer viewer = viewer_of(c, actor, desk_.clock());
        wanted.today = viewer.today;
        wanted.until = days_later(viewer.today, kSoon);
        if (!viewer.secretary) wanted.clusters.emplace(viewer.clusters.begin(), viewer.clusters.end());
        const auto count = [&](Duty duty) {
            DutyQuery other = wanted;
            other.duty = duty;
            return count_due(c, other);
        };
        DuePage page{.items = {},
                     .counts = {count(Duty::incomplete), count(Duty::no_consent), count(Duty::consent_ending),
                                count(Duty::certificate_ending)}};
        auto list = list_due(c, wanted);
        if (list.size() > static_cast<std::size_t>(wanted.limit)) {
            list.pop_back();
            page.next_cursor = cursor_of({0, list.back().key, list.back().id});
        }
        for (DueMember& one : list) page.items.push_back(view_of(std::move(one)));
        return http::json_text(encode(page));
    });
}

Response MemberHandlers::create_member(const Request& request, const Actor& actor) {
    const auto wanted = http::read_json(request, decode_new_member);
    const Instant now = desk_.clock();
    const auto words = this->words();
    require_taxonomy(wanted, *words);
    auth::Once once(desk_.database, request, actor, "create_member", now);
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        const Viewer viewer = viewer_of(c, actor, now);
        if (!viewer.secretary && viewer.clusters.empty()) http::refuse(403, "auth.forbidden");
        const Who who{actor, request.request_id};
        const auto organisation = organisation_for(c, desk_, wanted, who);
        join_own_cluster(c, desk_, viewer, organisation.id, now);
        return answer(network::create_member(c, desk_, organisation, wanted, who), viewer, *words, 201);
    });
}

Response MemberHandlers::get_member(const Request& request, const Actor& actor) {
    return desk_.database.read([&](db::Connection& c) {
        const Viewer viewer = viewer_of(c, actor, desk_.clock());
        return answer(readable(c, request, viewer), viewer, *members_->words(c));
    });
}

Response MemberHandlers::replace_member(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_member);
    const auto words = this->words();
    return desk_.database.write([&](db::Connection& c) {
        const Viewer viewer = viewer_of(c, actor, desk_.clock());
        Member one = changeable(c, request, viewer);
        if (one.deleted) http::refuse(404, "http.not_found");
        http::require_match(request, one.version());
        require_taxonomy(content, *words);
        return answer(network::replace_member(c, desk_, std::move(one), content, {actor, request.request_id}),
                      viewer, *words);
    });
}

Response MemberHandlers::delete_member(const Request& request, const Actor& actor) {
    desk_.database.write([&](db::Connection& c) {
        const Viewer viewer = viewer_of(c, actor, desk_.clock());
        Member one = changeable(c, request, viewer);
        if (!viewer.may_remove(one)) http::refuse(403, "auth.forbidden");
        if (one.deleted) http::refuse(404, "http.not_found");
        http::require_match(request, one.version());
        remove_member(c, desk_, std::move(one), {actor, request.request_id});
    });
    return http::no_content();
}

Response MemberHandlers::restore_member(const Request& request, const Actor& actor) {
    const auto words = this->words();
    return desk_.database.write([&](db::Connection& c) {
        const Viewer viewer = viewer_of(c, actor, desk_.clock());
        Member one = changeable(c, request, viewer);
        if (!viewer.may_remove(one)) http::refuse(403, "auth.forbidden");
        return answer(network::restore_member(c, desk_, std::move(one), {actor, request.request_id}), viewer,
                      *words);
    });
}

Response MemberHandlers::list_member_history(const Request& request, const Actor& actor) {
    const auto wanted = oversight::read_history_query(request, kMember, request.parameters.at("member_id"));
    return desk_.database.read([&](db::Connection& c) {
        changeable(c, request, viewer_of(c, actor, desk_.clock()));
        return http::json_text(oversight::page_of(c, wanted));
    });
}

}  // namespace dure::desks::network
