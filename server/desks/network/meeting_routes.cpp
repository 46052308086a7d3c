// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/meeting_routes.hpp"

#include "engine/base/utc_text.hpp"
#include "server/auth/once.hpp"
#include "server/codec/codec.hpp"
#include "server/desks/network/meeting_policy.hpp"
#include "server/desks/network/meeting_service.hpp"
#include "server/desks/network/meeting_store.hpp"
#include "server/desks/network/record_kinds.hpp"
#include "server/desks/network/record_store.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"
#include "server/people/organisation_store.hpp"

namespace dure::desks::network {

BOOST_DESCRIBE_STRUCT(MeetingPlace, (), (day, id))
std::span<const codec::Rule> json_rules(const MeetingPlace*) {
    static const codec::Rule rules[] = {codec::required("day"), codec::required("id")};
    return rules;
}

namespace {

using auth::Actor;
using http::Request;
using http::Response;

std::vector<std::string> actions_on(const Meeting& one, const Actor& actor) {
    if (!actor.has_any(kSecretariat)) return {};
    if (one.deleted) return {"restore_meeting"};
    if (one.state == MeetingState::published) return {"withdraw_meeting"};
    return {"replace_meeting", "publish_meeting", "delete_meeting"};
}

std::vector<people::Name> names_of_body(db::Connection& c, const std::string& id) {
    const auto body = find_record(c, kNetworkBody.name, id);
    if (!body) return {};
    return names_in(body->content);
}

MeetingView present(db::Connection& c, const Meeting& one, const Actor& actor) {
    MeetingView view{{one.content}};
    view.id = one.id;
    view.body_names = names_of_body(c, one.content.body);
    std::vector<std::string> ids;
    for (const Attendance& attendance : one.content.attendance) ids.push_back(attendance.cluster);
    for (const auto& found : people::find_organisations(c, ids))
        view.clusters.push_back({.id = found.id,
                                 .name = people::primary_of(found.content.names).name,
                                 .country = found.content.country,
                                 .fictitious = found.fictitious});
    view.state = one.state;
    view.published_by_name = one.published_by_name;
    view.published_at = utc_text(one.published_at);
    view.owner_name = one.owner_name;
    view.version = one.version;
    view.created = utc_text(one.created);
    view.updated = utc_text(one.updated);
    view.deleted = utc_text(one.deleted);
    view.actions = actions_on(one, actor);
    return view;
}

Response answer(db::Connection& c, const Meeting& one, const Actor& actor, int status = 200) {
    return std::move(
        http::json_text(encode(present(c, one, actor)), status).with("ETag", http::etag_of(one.version)));
}

Meeting readable_meeting(db::Connection& c, const Request& request, const Actor& actor) {
    auto one = find_meeting(c, request.parameters.at("meeting_id"));
    if (!one || !may_read_meeting(actor, *one)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

class Handlers {
  public:
    explicit Handlers(const Desk& desk) : desk_(desk) {}

    Response list_meetings(const Request& request, const Actor& actor) {
        constexpr std::string_view states[] = {"draft", "published"};
        http::Query query(request);
        MeetingQuery wanted{.part = query.text("q").value_or(""),
                            .body = query.text("body", 50),
                            .deleted = query.boolean("deleted", false),
                            .after = query.cursor<MeetingPlace>(),
                            .limit = query.limit()};
        if (const auto state = query.choice("state", states))
            wanted.state = static_cast<MeetingState>(*state);
        query.done();
        if (!actor.has_any(kSecretariat)) wanted.deleted = false;
        if (!actor.has_any(kInstituteReaders)) wanted.state = MeetingState::published;
        return desk_.database.read([&](db::Connection& c) {
            auto list = network::list_meetings(c, wanted);
            MeetingPage page;
            if (list.size() > static_cast<std::size_t>(wanted.limit)) {
                list.pop_back();
                page.next_cursor = http::write_cursor(MeetingPlace{list.back().content.day, list.back().id});
            }
            for (const Meeting& one : list) page.items.push_back(present(c, one, actor));
            return http::json_text(encode(page));
        });
    }

    Response create_meeting(const Request& request, const Actor& actor) {
        const auto content = http::read_json(request, decode_meeting);
        auth::Once once(desk_.database, request, actor, "create_meeting", desk_.clock());
        if (auto first = once.answered()) return std::move(*first);
        return once.write([&](db::Connection& c) {
            return answer(c, network::create_meeting(c, desk_, content, {actor, request.request_id}), actor,
                          201);
        });
    }

    Response get_meeting(const Request& request, const Actor& actor) {
        return desk_.database.read([&](db::Connection& c) {
            const Meeting one = readable_meeting(c, request, actor);
            const std::string tag = http::etag_of(one.version);
            if (http::is_fresh(request, tag)) return http::not_modified(tag);
            return answer(c, one, actor);
        });
    }

    Response replace_meeting(const Request& request, const Actor& actor) {
        const auto content = http::read_json(request, decode_meeting);
        return changed(request, actor, [&](db::Connection& c, Meeting one, const Who& who) {
            return network::replace_meeting(c, desk_, std::move(one), content, who);
        });
    }

    Response delete_meeting(const Request& request, const Actor& actor) {
        changed(request, actor, [&](db::Connection& c, Meeting one, const Who& who) {
            return remove_meeting(c, desk_, std::move(one), who);
        });
        return http::no_content();
    }

    Response restore_meeting(const Request& request, const Actor& actor) {
        return desk_.database.write([&](db::Connection& c) {
            auto one = find_meeting(c, request.parameters.at("meeting_id"));
            if (!one) http::refuse(404, "http.not_found");
            return answer(c, network::restore_meeting(c, desk_, std::move(*one), {actor, request.request_id}),
                          actor);
        });
    }

    Response publish_meeting(const Request& request, const Actor& actor) {
        return changed(request, actor, [&](db::Connection& c, Meeting one, const Who& who) {
            return network::publish_meeting(c, desk_, std::move(one), who);
        });
    }

    Response withdraw_meeting(const Request& request, const Actor& actor) {
        return changed(request, actor, [&](db::Connection& c, Meeting one, const Who& who) {
            return network::withdraw_meeting(c, desk_, std::move(one), who);
        });
    }

    Response list_meeting_history(const Request& request, const Actor& actor) {
        const auto wanted =
            oversight::read_history_query(request, kMeeting, request.parameters.at("meeting_id"));
        return desk_.database.read([&](db::Connection& c) {
            readable_meeting(c, request, actor);
            return http::json_text(oversight::page_of(c, wanted));
        });
    }

  private:
    /// A change of the meeting whose version If-Match names.
    template <class Change>
    Response changed(const Request& request, const Actor& actor, const Change& change) {
        return desk_.database.write([&](db::Connection& c) {
            Meeting one = readable_meeting(c, request, actor);
            http::require_match(request, one.version);
            return answer(c, change(c, std::move(one), Who{actor, request.request_id}), actor);
        });
    }

    const Desk desk_;
};

}  // namespace

std::vector<auth::Operation> meeting_operations(const Desk& desk) {
    const auto one = [handlers = std::make_shared<Handlers>(desk)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/network/meetings",                         "list_meetings",        kClusterReaders,   forbidden, one(&H::list_meetings)},
        {"POST",   "/api/v1/network/meetings",                         "create_meeting",       kSecretariat,      forbidden, one(&H::create_meeting)},
        {"GET",    "/api/v1/network/meetings/{meeting_id}",            "get_meeting",          kClusterReaders,   not_found, one(&H::get_meeting)},
        {"PUT",    "/api/v1/network/meetings/{meeting_id}",            "replace_meeting",      kSecretariat,      not_found, one(&H::replace_meeting)},
        {"DELETE", "/api/v1/network/meetings/{meeting_id}",            "delete_meeting",       kSecretariat,      not_found, one(&H::delete_meeting)},
        {"POST",   "/api/v1/network/meetings/{meeting_id}/restore",    "restore_meeting",      kSecretariat,      not_found, one(&H::restore_meeting)},
        {"POST",   "/api/v1/network/meetings/{meeting_id}/publish",    "publish_meeting",      kSecretariat,      not_found, one(&H::publish_meeting)},
        {"POST",   "/api/v1/network/meetings/{meeting_id}/withdraw",   "withdraw_meeting",     kSecretariat,      not_found, one(&H::withdraw_meeting)},
        {"GET",    "/api/v1/network/meetings/{meeting_id}/history",    "list_meeting_history", kInstituteReaders, not_found, one(&H::list_meeting_history)},
    };
    // clang-format on
}

}  // namespace dure::desks::network
