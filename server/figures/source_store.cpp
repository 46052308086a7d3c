// SPDX-License-Identifier: Apache-2.0
#include "server/figures/source_store.hpp"

#include "engine/base/text.hpp"
#include "server/db/keyset.hpp"
#include "server/db/like.hpp"
#include "server/db/value.hpp"

namespace dure::figures {
namespace {

const std::string kSelect =
    "SELECT t.id, t.code, t.document, t.publisher, t.page, t.published, t.read_on, t.link, t.note, t.owner,"
    " a.name, t.version, t.created, t.updated, t.deleted FROM source t LEFT JOIN account a ON a.id = t.owner";
constexpr std::string_view kColumns[] = {"id",        "code",    "document", "publisher", "page",
                                         "published", "read_on", "link",     "note",      "name_key",
                                         "search",    "owner",   "version",  "created",   "updated"};
constexpr std::string_view kUpdate =
    "UPDATE source SET code = $2, document = $3, publisher = $4, page = $5, published = $6, read_on = $7,"
    " link = $8, note = $9, name_key = $10, search = $11, updated = $12, version = version + 1"
    " WHERE id = $1 AND version = $13";
constexpr std::string_view kSetDeleted =
    "UPDATE source SET deleted = $2, updated = $3, version = version + 1 WHERE id = $1 AND version = $4";
constexpr std::string_view kCount = "SELECT count(*) FROM figure WHERE source = $1 AND deleted IS NULL";

std::string search_of(const SourceContent& content) {
    return folded(content.document) + '\n' + folded(content.publisher) + '\n' + folded(content.code) + '\n' +
           folded(content.link.value_or("")) + '\n' + folded(content.note);
}

Source from_row(const db::Row& row) {
    return {.id = row.text(0),
            .content = {.code = row.text(1),
                        .document = row.text(2),
                        .publisher = row.text(3),
                        .page = row.text(4),
                        .published = row.optional_text(5),
                        .read_on = row.optional_text(6),
                        .link = row.optional_text(7),
                        .note = row.text(8)},
            .owner = row.optional_text(9),
            .owner_name = row.optional_text(10),
            .version = row.integer(11),
            .created = row.integer(12),
            .updated = row.integer(13),
            .deleted = row.optional_integer(14)};
}

std::optional<Source> find_by(db::Connection& c, std::string_view column, const std::string& value) {
    const auto row = c.query_one(kSelect + " WHERE t." + std::string(column) + " = $1", value);
    return row ? std::optional(from_row(*row)) : std::nullopt;
}

}  // namespace

std::optional<Source> find_source(db::Connection& c, const std::string& id) {
    return find_by(c, "id", id);
}
std::optional<Source> find_source_by_code(db::Connection& c, const std::string& code) {
    return find_by(c, "code", code);
}

std::vector<Source> list_sources(db::Connection& c, const SourceQuery& query) {
    std::string sql = kSelect + " WHERE t.search LIKE $1 ESCAPE '!' AND t.deleted IS " +
                      (query.deleted ? "NOT NULL" : "NULL");
    std::vector<db::Value> arguments{db::containing(folded(query.part))};
    const bool by_name = query.order == SourceOrder::name || query.order == SourceOrder::name_down;
    const bool down = query.order == SourceOrder::name_down || query.order == SourceOrder::updated_down;
    const db::Keyset keyset{.column = by_name ? "t.name_key" : "t.updated", .id = "t.id", .down = down};
    std::optional<std::pair<db::Value, std::string>> last;
    if (query.after)
        last.emplace(by_name ? db::Value(query.after->name_key) : db::Value(query.after->updated),
                     query.after->id);
    db::go_on_behind(keyset, last, sql, arguments);
    sql += db::in_order(keyset) + " LIMIT " + std::to_string(query.limit + 1);
    std::vector<Source> list;
    c.run(sql, arguments, [&](const db::Row& row) { list.push_back(from_row(row)); });
    return list;
}

SourcePlace place_of(const Source& one) {
    return {.name_key = sort_key(one.content.document), .updated = one.updated, .id = one.id};
}

void insert_sources(db::Connection& c, std::span<const Source> list) {
    std::vector<std::vector<db::Value>> rows;
    rows.reserve(list.size());
    for (const Source& one : list) {
        const auto& content = one.content;
        rows.push_back({one.id, content.code, content.document, content.publisher, content.page,
                        db::value_of(content.published), db::value_of(content.read_on),
                        db::value_of(content.link), content.note, sort_key(content.document),
                        search_of(content), db::value_of(one.owner), one.version, one.created, one.updated});
    }
    c.insert_many("source", kColumns, rows);
}

bool update_source(db::Connection& c, const Source& one) {
    const auto& content = one.content;
    return c.execute(kUpdate, one.id, content.code, content.document, content.publisher, content.page,
                     content.published, content.read_on, content.link, content.note,
                     sort_key(content.document), search_of(content), one.updated, one.version) == 1;
}

bool set_source_deleted(db::Connection& c, const Source& one, std::optional<Instant> deleted) {
    return c.execute(kSetDeleted, one.id, deleted, one.updated, one.version) == 1;
}

std::int64_t count_figures_of(db::Connection& c, const std::string& source) {
    return c.query_one(kCount, source).value().integer(0);
}

}  // namespace dure::figures
