// SPDX-License-Identifier: Apache-2.0
#include "server/files/store.hpp"

#include "engine/base/text.hpp"

namespace dure::files {
namespace {

const std::string kSelect =
    "SELECT t.id, t.subject_kind, t.subject_id, t.name, t.description, t.content, k.size, k.type, t.owner,"
    " a.name, t.version, t.created, t.updated, t.deleted FROM attachment t"
    " JOIN file_content k ON k.hash = t.content JOIN account a ON a.id = t.owner";
constexpr std::string_view kInsert =
    "INSERT INTO attachment (id, subject_kind, subject_id, name, name_key, description, content, owner,"
    " created, updated) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)";
constexpr std::string_view kUpdate =
    "UPDATE attachment SET name = $3, name_key = $4, description = $5, updated = $6, deleted = $7,"
    " version = version + 1 WHERE id = $1 AND version = $2";
constexpr std::string_view kPutContent =
    "INSERT INTO file_content (hash, size, type, created) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (hash) DO UPDATE SET unreferenced = NULL";
constexpr std::string_view kContents =
    "SELECT k.hash, k.size, k.type, k.created, k.unreferenced,"
    " (SELECT count(*) FROM attachment t WHERE t.content = k.hash) FROM file_content k ORDER BY k.hash";

constexpr std::string_view kOfRecord =
    "SELECT CAST(COALESCE(SUM(k.size), 0) AS BIGINT) FROM attachment t JOIN file_content k"
    " ON k.hash = t.content WHERE t.subject_id = $1 AND t.deleted IS NULL";
constexpr std::string_view kOfPerson =
    "SELECT CAST(COALESCE(SUM(k.size), 0) AS BIGINT) FROM attachment t JOIN file_content k"
    " ON k.hash = t.content WHERE t.owner = $1 AND t.deleted IS NULL";
constexpr std::string_view kOfAll = "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM file_content";
constexpr std::string_view kComing =
    "SELECT length, subject_id, owner FROM file_upload WHERE state IN ('receiving', 'received')";

Attachment from_row(const db::Row& row) {
    return {.id = row.text(0),
            .subject = {row.text(1), row.text(2)},
            .name = row.text(3),
            .description = row.text(4),
            .hash = row.text(5),
            .size = row.integer(6),
            .type = row.text(7),
            .owner = row.text(8),
            .owner_name = row.text(9),
            .version = row.integer(10),
            .created = row.integer(11),
            .updated = row.integer(12),
            .deleted = row.optional_integer(13)};
}

}  // namespace

void insert_attachment(db::Connection& c, const Attachment& one) {
    c.execute(kInsert, one.id, one.subject.kind, one.subject.id, one.name, sort_key(one.name),
              one.description, one.hash, one.owner, one.created);
}

std::optional<Attachment> find_attachment(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kSelect + " WHERE t.id = $1", id);
    return row ? std::optional(from_row(*row)) : std::nullopt;
}

std::vector<Attachment> list_attachments(db::Connection& c, const Subject& subject) {
    std::vector<Attachment> found;
    for (const db::Row& row :
         c.query(kSelect + " WHERE t.subject_kind = $1 AND t.subject_id = $2 AND t.deleted IS NULL"
                           " ORDER BY t.name_key, t.id",
                 subject.kind, subject.id))
        found.push_back(from_row(row));
    return found;
}

bool update_attachment(db::Connection& c, const Attachment& one) {
    return c.execute(kUpdate, one.id, one.version, one.name, sort_key(one.name), one.description, one.updated,
                     one.deleted) == 1;
}

void put_content(db::Connection& c, const std::string& hash, std::int64_t size, const std::string& type,
                 Instant now) {
    c.execute(kPutContent, hash, size, type, now);
}

std::vector<Content> list_contents(db::Connection& c) {
    std::vector<Content> found;
    for (const db::Row& row : c.query(kContents))
        found.push_back({.hash = row.text(0),
                         .size = row.integer(1),
                         .type = row.text(2),
                         .created = row.integer(3),
                         .unreferenced = row.optional_integer(4),
                         .attachments = row.integer(5)});
    return found;
}

Usage usage_of(db::Connection& c, const std::string& subject_id, const std::string& person) {
    Usage usage{.record = c.query_one(kOfRecord, subject_id)->integer(0),
                .person = c.query_one(kOfPerson, person)->integer(0),
                .total = c.query_one(kOfAll)->integer(0)};
    for (const db::Row& row : c.query(kComing)) {
        if (row.text(1) == subject_id) usage.record += row.integer(0);
        if (row.text(2) == person) usage.person += row.integer(0);
        usage.total += row.integer(0);
    }
    return usage;
}

}  // namespace dure::files
