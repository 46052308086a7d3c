// SPDX-License-Identifier: Apache-2.0
#include "server/files/attachment_service.hpp"

#include "server/audit/audit.hpp"
#include "server/files/codec.hpp"
#include "server/files/name.hpp"
#include "server/files/store.hpp"
#include "server/http/pipeline.hpp"

namespace dure::files {
namespace {

void record(db::Connection& c, const Attachment& one, const Who& who, std::string action,
            const std::optional<Attachment>& before, bool gone = false) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kAttachment),
                      .record_id = one.id,
                      .before = before ? std::optional(encode_trace(*before)) : std::nullopt,
                      .after = gone ? std::nullopt : std::optional(encode_trace(one)),
                      .request_id = who.request_id});
}

Attachment save(db::Connection& c, const Attachment& one) {
    if (!update_attachment(c, one)) http::refuse(412, "http.stale");
    return find_attachment(c, one.id).value();
}

}  // namespace

Attachment attach(db::Connection& c, const Office& office, const Upload& upload, const Who& who) {
    const Attachment one{.id = office.ids.next(),
                         .subject = upload.subject,
                         .name = upload.name,
                         .description = upload.description,
                         .hash = upload.hash.value(),
                         .owner = upload.owner,
                         .created = office.clock()};
    insert_attachment(c, one);
    Attachment made = find_attachment(c, one.id).value();
    record(c, made, who, "create_upload", std::nullopt);
    return made;
}

Attachment change_attachment(db::Connection& c, const Office& office, Attachment one,
                             const AttachmentChange& change, const Who& who) {
    const Attachment before = one;
    if (change.name) {
        auto name = checked_name(*change.name);
        if (name && extension_of(*name) != extension_of(one.name))
            name = fail("files.keep_extension", {{"extension", extension_of(one.name)}});
        if (!name) {
            name.error().pointer = "/name";
            http::refuse_fields({name.error()});
        }
        one.name = std::move(*name);
    }
    if (change.description) one.description = *change.description;
    one.updated = office.clock();
    Attachment after = save(c, one);
    record(c, after, who, "change_attachment", before);
    return after;
}

Attachment delete_attachment(db::Connection& c, const Office& office, Attachment one, const Who& who) {
    const Attachment before = one;
    one.deleted = one.updated = office.clock();
    Attachment after = save(c, one);
    record(c, after, who, "delete_attachment", before, true);
    return after;
}

Attachment restore_attachment(db::Connection& c, const Office& office, Attachment one, const Who& who) {
    if (!one.deleted) return one;
    one.deleted = std::nullopt;
    one.updated = office.clock();
    Attachment after = save(c, one);
    record(c, after, who, "restore_attachment", std::nullopt);
    return after;
}

}  // namespace dure::files
