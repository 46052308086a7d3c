// SPDX-License-Identifier: Apache-2.0
#include "server/files/access.hpp"
#include "server/files/codec.hpp"
#include "server/files/content_type.hpp"
#include "server/files/handlers.hpp"
#include "server/files/name.hpp"
#include "server/files/ranges.hpp"
#include "server/files/store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::files {
namespace {

// A picture or a text in the page can do nothing at all. A PDF's reader in the browser does not start in a
// sandbox; it has none of the page's rights, and nothing else is loaded.
constexpr std::string_view kSandbox =
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
constexpr std::string_view kDocument =
    "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; "
    "frame-ancestors 'self'";

struct Found {
    Attachment one;
    Access access;
};

/// With `put_away`: also one that was put away, for whoever may take that back.
Found find(db::Connection& c, const Office& office, const Request& request, const Actor& actor,
           bool put_away = false) {
    auto one = find_attachment(c, request.parameters.at("attachment_id"));
    if (!one) http::refuse(404, "http.not_found");
    Access access = readable(c, office, actor, one->subject);
    if (one->deleted && !(put_away && access.change)) http::refuse(404, "http.not_found");
    return {std::move(*one), std::move(access)};
}

Response answer(const Attachment& one, const Access& access) {
    return std::move(http::json_text(encode(one, access)).with("ETag", http::etag_of(one.version)));
}

}  // namespace

Response AttachmentHandlers::list_attachments(const Request& request, const Actor& actor) {
    http::Query query(request);
    const Subject subject{query.required_text("subject_kind", 60), query.required_text("subject_id", 100)};
    query.done();
    return office_.database.read([&](db::Connection& c) {
        const Access access = readable(c, office_, actor, subject);
        return http::json_text(encode(files::list_attachments(c, subject), access, read_limits(c)));
    });
}

Response AttachmentHandlers::get_attachment(const Request& request, const Actor& actor) {
    return office_.database.read([&](db::Connection& c) {
        const auto [one, access] = find(c, office_, request, actor);
        return answer(one, access);
    });
}

Response AttachmentHandlers::change_attachment(const Request& request, const Actor& actor) {
    const auto wish = http::read_json(request, decode_change);
    return office_.database.write([&](db::Connection& c) {
        auto [one, access] = find(c, office_, request, actor);
        changeable(c, office_, actor, one.subject);
        http::require_match(request, one.version);
        return answer(files::change_attachment(c, office_, std::move(one), wish, {actor, request.request_id}),
                      access);
    });
}

Response AttachmentHandlers::delete_attachment(const Request& request, const Actor& actor) {
    office_.database.write([&](db::Connection& c) {
        auto [one, access] = find(c, office_, request, actor);
        changeable(c, office_, actor, one.subject);
        http::require_match(request, one.version);
        files::delete_attachment(c, office_, std::move(one), {actor, request.request_id});
    });
    return http::no_content();
}

Response AttachmentHandlers::restore_attachment(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        auto [one, access] = find(c, office_, request, actor, true);
        changeable(c, office_, actor, one.subject);
        return answer(files::restore_attachment(c, office_, std::move(one), {actor, request.request_id}),
                      access);
    });
}

Response AttachmentHandlers::download_attachment(const Request& request, const Actor& actor) {
    http::Query query(request);
    const bool wants_inline = query.boolean("inline", false);
    query.done();
    const Attachment one =
        office_.database.read([&](db::Connection& c) { return find(c, office_, request, actor).one; });
    const bool in_page = wants_inline && is_shown(one.type);
    const auto size = static_cast<std::uint64_t>(one.size);
    const std::string tag = "\"sha256-" + one.hash + "\"";
    Response response{.status = 200, .content_type = one.type};
    response.with("ETag", tag).with("Accept-Ranges", "bytes");
    response.with("Content-Disposition", disposition(in_page ? "inline" : "attachment", one.name));
    response.content_policy = in_page && one.type == "application/pdf" ? kDocument : kSandbox;
    Part part{0, size};
    const auto condition = request.header("if-range");
    const auto wanted =
        condition.empty() || condition == tag ? range_in(request.header("range"), size) : std::nullopt;
    if (wanted && wanted->length == 0) {
        http::Problem problem{.status = 416, .code = "files.no_such_range"};
        problem.headers.emplace_back("Content-Range", "bytes */" + std::to_string(size));
        throw http::ProblemException{std::move(problem)};
    }
    if (wanted) {
        part = *wanted;
        response.status = 206;
        response.with("Content-Range", "bytes " + std::to_string(part.offset) + "-" +
                                           std::to_string(part.offset + part.length - 1) + "/" +
                                           std::to_string(size));
    }
    response.file = http::FilePart::open(office_.folder->content(one.hash), part.offset, part.length);
    return response;
}

}  // namespace dure::files
