// SPDX-License-Identifier: Apache-2.0
#include "server/files/routes.hpp"

#include "server/files/handlers.hpp"
#include "server/files/limits.hpp"

namespace dure::files {

std::vector<auth::Operation> operations(const Office& office) {
    const auto up = [handlers = std::make_shared<UploadHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto one = [handlers = std::make_shared<AttachmentHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    constexpr auto who = auth::kSignedIn;  // the record's desk says more
    using enum auth::Refusal;
    using U = UploadHandlers;
    using A = AttachmentHandlers;
    // clang-format off
    return {
        {"OPTIONS", "/api/v1/uploads",                             "describe_uploads",    auth::kEveryone, forbidden, up(&U::describe_uploads)},
        {"GET",     "/api/v1/uploads",                             "list_uploads",        who, not_found, up(&U::list_uploads)},
        {"POST",    "/api/v1/uploads",                             "create_upload",       who, not_found, up(&U::create_upload)},
        {"GET",     "/api/v1/uploads/{upload_id}",                 "get_upload",          who, not_found, up(&U::get_upload)},
        {"PATCH",   "/api/v1/uploads/{upload_id}",                 "continue_upload",     who, not_found, up(&U::continue_upload), kChunk},
        {"DELETE",  "/api/v1/uploads/{upload_id}",                 "end_upload",          who, not_found, up(&U::end_upload)},
        {"GET",     "/api/v1/attachments",                         "list_attachments",    who, not_found, one(&A::list_attachments)},
        {"GET",     "/api/v1/attachments/{attachment_id}",         "get_attachment",      who, not_found, one(&A::get_attachment)},
        {"PATCH",   "/api/v1/attachments/{attachment_id}",         "change_attachment",   who, not_found, one(&A::change_attachment)},
        {"DELETE",  "/api/v1/attachments/{attachment_id}",         "delete_attachment",   who, not_found, one(&A::delete_attachment)},
        {"POST",    "/api/v1/attachments/{attachment_id}/restore", "restore_attachment",  who, not_found, one(&A::restore_attachment)},
        {"GET",     "/api/v1/attachments/{attachment_id}/content", "download_attachment", who, not_found, one(&A::download_attachment)},
    };
    // clang-format on
}

}  // namespace dure::files
