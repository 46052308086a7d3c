// SPDX-License-Identifier: Apache-2.0
#include "server/files/upload_store.hpp"

#include <array>

#include "server/jobs/stored_json.hpp"

namespace dure::files {
namespace {

constexpr std::array<std::string_view, 4> kStates = {"receiving", "received", "done", "refused"};

const std::string kSelect =
    "SELECT id, owner, subject_kind, subject_id, name, description, fingerprint, length, received, state,"
    " hash, type, attachment, error, created, updated, expires FROM file_upload";
constexpr std::string_view kInsert =
    "INSERT INTO file_upload (id, owner, subject_kind, subject_id, name, description, fingerprint, length,"
    " state, created, updated, expires) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'receiving', $9, $9, $10)";
constexpr std::string_view kUpdate =
    "UPDATE file_upload SET received = $2, state = $3, hash = $4, type = $5, attachment = $6, error = $7,"
    " updated = $8, expires = $9 WHERE id = $1";
constexpr std::string_view kCountOpen =
    "SELECT count(*) FROM file_upload WHERE owner = $1 AND state IN ('receiving', 'received')";

UploadState state_of(std::string_view name) {
    for (std::size_t i = 0; i < kStates.size(); ++i)
        if (kStates[i] == name) return static_cast<UploadState>(i);
    throw db::Error(db::ErrorKind::other, "unknown state of an upload");
}

Upload from_row(const db::Row& row) {
    const auto error = row.optional_text(13);
    return {.id = row.text(0),
            .owner = row.text(1),
            .subject = {row.text(2), row.text(3)},
            .name = row.text(4),
            .description = row.text(5),
            .fingerprint = row.text(6),
            .length = row.integer(7),
            .received = row.integer(8),
            .state = state_of(row.text(9)),
            .hash = row.optional_text(10),
            .type = row.optional_text(11),
            .attachment = row.optional_text(12),
            .error = error ? std::optional(jobs::error_from_json(*error)) : std::nullopt,
            .created = row.integer(14),
            .updated = row.integer(15),
            .expires = row.integer(16)};
}

std::vector<std::string> texts(const std::vector<db::Row>& rows) {
    std::vector<std::string> found;
    for (const db::Row& row : rows) found.push_back(row.text(0));
    return found;
}

}  // namespace

void insert_upload(db::Connection& c, const Upload& one) {
    c.execute(kInsert, one.id, one.owner, one.subject.kind, one.subject.id, one.name, one.description,
              one.fingerprint, one.length, one.created, one.expires);
}

std::optional<Upload> find_upload(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kSelect + " WHERE id = $1", id);
    return row ? std::optional(from_row(*row)) : std::nullopt;
}

std::vector<Upload> list_uploads(db::Connection& c, const std::string& owner, const Subject& subject) {
    std::vector<Upload> found;
    for (const db::Row& row :
         c.query(kSelect + " WHERE owner = $1 AND subject_kind = $2 AND subject_id = $3 AND state <> 'done'"
                           " ORDER BY id",
                 owner, subject.kind, subject.id))
        found.push_back(from_row(row));
    return found;
}

void update_upload(db::Connection& c, const Upload& one) {
    const auto error = one.error ? std::optional(jobs::to_json(*one.error)) : std::nullopt;
    c.execute(kUpdate, one.id, one.received, kStates[static_cast<std::size_t>(one.state)], one.hash, one.type,
              one.attachment, error, one.updated, one.expires);
}

void delete_upload(db::Connection& c, const std::string& id) {
    c.execute("DELETE FROM file_upload WHERE id = $1", id);
}

int count_open_uploads(db::Connection& c, const std::string& owner) {
    return static_cast<int>(c.query_one(kCountOpen, owner)->integer(0));
}

std::vector<std::string> expired_uploads(db::Connection& c, Instant now) {
    return texts(c.query("SELECT id FROM file_upload WHERE expires < $1", now));
}

std::vector<std::string> arriving_contents(db::Connection& c) {
    return texts(c.query("SELECT hash FROM file_upload WHERE state = 'received' AND hash IS NOT NULL"));
}

}  // namespace dure::files
