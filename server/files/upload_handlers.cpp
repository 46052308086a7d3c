// SPDX-License-Identifier: Apache-2.0
#include "server/files/access.hpp"
#include "server/files/codec.hpp"
#include "server/files/handlers.hpp"
#include "server/files/tus.hpp"
#include "server/files/upload_service.hpp"
#include "server/files/upload_store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::files {
namespace {

constexpr int kWrongChecksum = 460;  // tus' own

/// A refusal says the protocol's version, too.
template <class F>
Response in_tus(F&& act) {
    try {
        Response response = act();
        return std::move(response.with("Tus-Resumable", std::string(kTusVersion)));
    } catch (http::ProblemException& refused) {
        refused.problem.headers.emplace_back("Tus-Resumable", kTusVersion);
        if (refused.problem.status == 412) refused.problem.headers.emplace_back("Tus-Version", kTusVersion);
        throw;
    }
}

void require_version(const Request& request) {
    if (request.header("tus-resumable") != kTusVersion)
        http::refuse(412, "files.tus_version", {{"version", std::string(kTusVersion)}});
}

std::uint64_t number_in(const Request& request, std::string_view header, std::string_view shown) {
    const auto number = whole_number(request.header(header));
    if (!number)
        http::refuse_fields({{.code = "files.no_number", .pointer = "/header/" + std::string(shown)}});
    return *number;
}

NewUpload wanted_in(const Request& request) {
    if (!request.header("upload-defer-length").empty()) http::refuse(400, "files.length_needed");
    NewUpload wanted{.length =
                         static_cast<std::int64_t>(number_in(request, "upload-length", "Upload-Length"))};
    auto metadata = read_metadata(request.header("upload-metadata"));
    if (!metadata) {
        metadata.error().pointer = "/header/Upload-Metadata";
        http::refuse_fields({metadata.error()});
    }
    Errors errors;
    const auto take = [&](const char* key, std::size_t most, bool required) {
        std::string value = (*metadata)[key];
        const std::string pointer = std::string("/metadata/") + key;
        if (required && value.empty())
            errors.push_back({.code = "json.missing", .params = {{"name", key}}, .pointer = pointer});
        if (value.size() > most)
            errors.push_back(
                {.code = "json.too_long",
                 .params = {{"maximum", std::to_string(most)}, {"found", std::to_string(value.size())}},
                 .pointer = pointer});
        return value;
    };
    wanted.name = take("filename", 4000, false);  // checked_name says more
    wanted.subject = {take("subject_kind", 60, true), take("subject_id", 100, true)};
    wanted.description = take("description", 4000, false);
    wanted.fingerprint = take("fingerprint", 200, false);
    if (!errors.empty()) http::refuse_fields(std::move(errors));
    return wanted;
}

Response told(Response response, const Upload& one) {
    response.with("Upload-Offset", std::to_string(one.received));
    response.with("Upload-Expires", http_date(one.expires));
    return response;
}

}  // namespace

Response UploadHandlers::describe_uploads(const Request&, const Actor&) {
    return in_tus([&] {
        const Limits limits = office_.database.read([](db::Connection& c) { return read_limits(c); });
        Response response = http::no_content();
        response.with("Tus-Version", std::string(kTusVersion));
        response.with("Tus-Extension", std::string(kTusExtensions));
        response.with("Tus-Checksum-Algorithm", std::string(kTusChecksums));
        response.with("Tus-Max-Size", std::to_string(limits.file));
        return response;
    });
}

Response UploadHandlers::list_uploads(const Request& request, const Actor& actor) {
    http::Query query(request);
    const Subject subject{query.required_text("subject_kind", 60), query.required_text("subject_id", 100)};
    query.done();
    return office_.database.read([&](db::Connection& c) {
        readable(c, office_, actor, subject);
        return http::json_text(encode(files::list_uploads(c, actor.account, subject)));
    });
}

Response UploadHandlers::create_upload(const Request& request, const Actor& actor) {
    return in_tus([&] {
        require_version(request);
        const NewUpload wanted = wanted_in(request);
        const Upload one = office_.database.write(
            [&](db::Connection& c) { return begin_upload(c, office_, wanted, {actor, request.request_id}); });
        Response response{.status = 201, .content_type = ""};
        response = told(std::move(response), one);
        return std::move(response.with("Location", "/api/v1/uploads/" + one.id));
    });
}

Response UploadHandlers::get_upload(const Request& request, const Actor& actor) {
    return in_tus([&] {
        Upload one = office_.database.read([&](db::Connection& c) {
            return own_upload(c, office_, request.parameters.at("upload_id"), actor);
        });
        one = finish_upload(office_, std::move(one), {actor, request.request_id});
        Response response = told(http::json_text(encode(one)), one);
        return std::move(response.with("Upload-Length", std::to_string(one.length)));
    });
}

Response UploadHandlers::continue_upload(const Request& request, const Actor& actor) {
    return in_tus([&] {
        require_version(request);
        if (request.header("content-type") != "application/offset+octet-stream")
            http::refuse(415, "files.not_octets");
        const auto offset = number_in(request, "upload-offset", "Upload-Offset");
        if (const auto checksum = request.header("upload-checksum"); !checksum.empty())
            if (const auto right = check_checksum(checksum, request.body); !right)
                http::refuse(right.error().code == "files.wrong_checksum" ? kWrongChecksum : 400,
                             right.error().code);
        const Upload one = take_chunk(office_, request.parameters.at("upload_id"), offset, request.body,
                                      {actor, request.request_id});
        return told(http::no_content(), one);
    });
}

Response UploadHandlers::end_upload(const Request& request, const Actor& actor) {
    return in_tus([&] {
        require_version(request);
        files::end_upload(office_, request.parameters.at("upload_id"), actor);
        return http::no_content();
    });
}

}  // namespace dure::files
