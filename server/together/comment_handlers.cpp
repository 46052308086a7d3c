// SPDX-License-Identifier: Apache-2.0
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"
#include "server/together/comment_policy.hpp"
#include "server/together/comment_service.hpp"
#include "server/together/comment_store.hpp"
#include "server/together/cursor.hpp"
#include "server/together/handlers.hpp"
#include "server/together/people.hpp"

namespace dure::together {
namespace {

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

Comment readable(Reader& reader, const Request& request) {
    auto one = find_comment(reader.connection(), request.parameters.at("comment_id"));
    if (!one || !may_read(reader, *one)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

Response answer(const Comment& one, const Actor& actor, int status = 200) {
    return std::move(
        http::json_text(encode(present(one, actor)), status).with("ETag", http::etag_of(one.version)));
}

}  // namespace

Response CommentHandlers::list_comments(const Request& request, const Actor& actor) {
    http::Query query(request);
    CommentQuery wanted{.subject_kind = query.required_text("subject_kind", 50),
                        .subject_id = query.required_text("subject_id", 100),
                        .deleted = query.boolean("deleted", false),
                        .below = id_in(query),
                        .limit = query.limit()};
    query.done();
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        const Sight sight = reader.sight(wanted.subject_kind, wanted.subject_id);
        if (sight == Sight::none) http::refuse(404, "http.not_found");
        wanted.shared_only = sight == Sight::shared;
        auto list = together::list_comments(c, wanted);
        CommentPage page;
        if (list.size() > static_cast<std::size_t>(wanted.limit)) {
            list.pop_back();
            page.next_cursor = id_cursor(list.back().id);
        }
        for (const Comment& one : list)
            if (may_read(reader, one)) page.items.push_back(present(one, actor));
        return http::json_text(encode(page));
    });
}

Response CommentHandlers::create_comment(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_new_comment);
    auth::Once once(office_.database, request, actor, "create_comment", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        return answer(together::create_comment(reader, office_, content, {actor, request.request_id}), actor,
                      201);
    });
}

Response CommentHandlers::get_comment(const Request& request, const Actor& actor) {
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        return answer(readable(reader, request), actor);
    });
}

Response CommentHandlers::replace_comment(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_comment_content);
    return office_.database.write([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        Comment one = readable(reader, request);
        require(may_change(actor, one));
        http::require_match(request, one.version);
        return answer(
            together::replace_comment(reader, office_, std::move(one), content, {actor, request.request_id}),
            actor);
    });
}

Response CommentHandlers::delete_comment(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        Comment one = readable(reader, request);
        require(may_remove(actor, one));
        http::require_match(request, one.version);
        together::delete_comment(c, office_, std::move(one), {actor, request.request_id});
        return http::no_content();
    });
}

Response CommentHandlers::restore_comment(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        Comment one = readable(reader, request);
        if (!one.deleted) return answer(one, actor);
        require(may_restore(actor, one));
        return answer(together::restore_comment(c, office_, std::move(one), {actor, request.request_id}),
                      actor);
    });
}

Response CommentHandlers::list_comment_history(const Request& request, const Actor& actor) {
    const auto wanted = oversight::read_history_query(request, kComment, request.parameters.at("comment_id"));
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        readable(reader, request);
        return http::json_text(oversight::page_of(c, wanted));
    });
}

Response CommentHandlers::list_record_readers(const Request& request, const Actor& actor) {
    constexpr std::string_view purposes[] = {"mention", "shared_mention", "task"};
    http::Query query(request);
    const auto kind = query.text("subject_kind", 50), id = query.text("subject_id", 100);
    const auto purpose = query.choice("purpose", purposes).value_or(0);
    const auto part = query.text("q").value_or("");
    if (kind.has_value() != id.has_value() || (!kind && purpose != 2))
        query.refuse(kind ? "subject_id" : "subject_kind", "json.missing", {});
    query.done();
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        if (kind && reader.sight(*kind, *id) == Sight::none) http::refuse(404, "http.not_found");
        if (purpose == 2) require(reader.inside());
        const auto people = purpose == 2 ? assignable(reader, office_, kind, id, part)
                                         : mentionable(reader, office_, *kind, *id, purpose == 1, part);
        PersonList list;
        for (const Person& person : people) list.items.push_back({person.account, person.name});
        return http::json_text(encode(list));
    });
}

}  // namespace dure::together
