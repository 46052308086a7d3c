// SPDX-License-Identifier: Apache-2.0
#include "server/files/codec.hpp"

#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"
#include "server/files/content_type.hpp"

namespace dure::files {

BOOST_DESCRIBE_ENUM(UploadState, receiving, received, done, refused)
BOOST_DESCRIBE_STRUCT(AttachmentChange, (), (name, description))
std::span<const codec::Rule> json_rules(const AttachmentChange*) {
    static const codec::Rule rules[] = {codec::optional("name").length(1, 300),
                                        codec::optional("description").length(0, 1000)};
    return rules;
}

namespace {

struct AttachmentView {
    std::string id, subject_kind, subject_id, name, description, hash;
    std::int64_t size = 0;
    std::string type;
    bool shown = false;
    std::string owner, owner_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(AttachmentView, (),
                      (id, subject_kind, subject_id, name, description, hash, size, type, shown, owner,
                       owner_name, version, created, updated, actions))

struct LimitsView {
    std::int64_t file = 0, chunk = 0;
    std::vector<std::string> extensions;
};
BOOST_DESCRIBE_STRUCT(LimitsView, (), (file, chunk, extensions))

struct AttachmentListView {
    std::vector<AttachmentView> items;
    LimitsView limits;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(AttachmentListView, (), (items, limits, actions))

struct ErrorView {
    std::string code;
    Params params;
};
BOOST_DESCRIBE_STRUCT(ErrorView, (), (code, params))

struct UploadView {
    std::string id, subject_kind, subject_id, name, description, fingerprint;
    std::int64_t length = 0, received = 0;
    UploadState state = UploadState::receiving;
    std::optional<std::string> attachment;
    std::optional<ErrorView> error;
    std::string created, updated, expires;
};
BOOST_DESCRIBE_STRUCT(UploadView, (),
                      (id, subject_kind, subject_id, name, description, fingerprint, length, received, state,
                       attachment, error, created, updated, expires))

struct UploadListView {
    std::vector<UploadView> items;
};
BOOST_DESCRIBE_STRUCT(UploadListView, (), (items))

struct Trace {
    std::string subject_kind, subject_id, name, description, hash;
    std::int64_t size = 0;
    std::string type;
};
BOOST_DESCRIBE_STRUCT(Trace, (), (subject_kind, subject_id, name, description, hash, size, type))

AttachmentView view_of(const Attachment& one, const Access& access) {
    AttachmentView view{.id = one.id,
                        .subject_kind = one.subject.kind,
                        .subject_id = one.subject.id,
                        .name = one.name,
                        .description = one.description,
                        .hash = one.hash,
                        .size = one.size,
                        .type = one.type,
                        .shown = is_shown(one.type),
                        .owner = one.owner,
                        .owner_name = one.owner_name,
                        .version = one.version,
                        .created = utc_text(one.created),
                        .updated = utc_text(one.updated),
                        .actions = {}};
    if (access.change && one.deleted) view.actions = {"restore_attachment"};
    if (access.change && !one.deleted) view.actions = {"change_attachment", "delete_attachment"};
    return view;
}

UploadView view_of(const Upload& one) {
    UploadView view{.id = one.id,
                    .subject_kind = one.subject.kind,
                    .subject_id = one.subject.id,
                    .name = one.name,
                    .description = one.description,
                    .fingerprint = one.fingerprint,
                    .length = one.length,
                    .received = one.received,
                    .state = one.state,
                    .attachment = one.attachment,
                    .error = std::nullopt,
                    .created = utc_text(one.created),
                    .updated = utc_text(one.updated),
                    .expires = utc_text(one.expires)};
    if (one.error) view.error = ErrorView{one.error->code, one.error->params};
    return view;
}

}  // namespace

Checked<AttachmentChange> decode_change(std::string_view json) {
    return codec::decode<AttachmentChange>(json);
}

std::string encode(const Attachment& one, const Access& access) {
    return codec::encode(view_of(one, access));
}

std::string encode(const std::vector<Attachment>& list, const Access& access, const Limits& limits) {
    AttachmentListView view{.items = {},
                            .limits = {.file = limits.file,
                                       .chunk = static_cast<std::int64_t>(kChunk),
                                       .extensions = limits.extensions},
                            .actions = {}};
    for (const Attachment& one : list) view.items.push_back(view_of(one, access));
    if (access.change) view.actions = {"create_upload"};
    return codec::encode(view);
}

std::string encode(const Upload& one) {
    return codec::encode(view_of(one));
}

std::string encode(const std::vector<Upload>& list) {
    UploadListView view;
    for (const Upload& one : list) view.items.push_back(view_of(one));
    return codec::encode(view);
}

std::string encode_trace(const Attachment& one) {
    return codec::encode(
        Trace{one.subject.kind, one.subject.id, one.name, one.description, one.hash, one.size, one.type});
}

}  // namespace dure::files
