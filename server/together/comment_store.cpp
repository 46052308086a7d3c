// SPDX-License-Identifier: Apache-2.0
#include "server/together/comment_store.hpp"

namespace dure::together {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO comment (id, subject_kind, subject_id, author, language, text, shared, version, created,"
    " updated) VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $8)";
constexpr std::string_view kUpdate =
    "UPDATE comment SET language = $3, text = $4, edited = $5, deleted = $6, deleted_by = $7, updated = $8,"
    " version = version + 1 WHERE id = $1 AND version = $2";
constexpr std::string_view kSelect =
    "SELECT t.id, t.subject_kind, t.subject_id, t.author, a.name, t.language, t.text, t.shared, t.edited,"
    " t.deleted, t.deleted_by, t.version, t.created, t.updated FROM comment t JOIN account a ON a.id ="
    " t.author WHERE ";
constexpr std::string_view kMentions =
    "SELECT m.account, a.name FROM comment_mention m JOIN account a ON a.id = m.account WHERE m.comment = $1"
    " ORDER BY m.position";
constexpr std::string_view kMention =
    "INSERT INTO comment_mention (comment, account, position) VALUES ($1, $2, $3)";
constexpr std::string_view kForgetMentions = "DELETE FROM comment_mention WHERE comment = $1";
constexpr std::string_view kParticipants =
    "SELECT author FROM comment WHERE subject_kind = $1 AND subject_id = $2 AND deleted IS NULL AND shared >="
    " $3 UNION SELECT m.account FROM comment_mention m JOIN comment t ON t.id = m.comment WHERE"
    " t.subject_kind = $1 AND t.subject_id = $2 AND t.deleted IS NULL AND t.shared >= $3";

Comment comment_from(const db::Row& row) {
    return {.id = row.text(0),
            .subject_kind = row.text(1),
            .subject_id = row.text(2),
            .author = row.text(3),
            .author_name = row.text(4),
            .language = row.text(5),
            .text = row.text(6),
            .shared = row.boolean(7),
            .edited = row.optional_integer(8),
            .deleted = row.optional_integer(9),
            .deleted_by = row.optional_text(10),
            .version = row.integer(11),
            .created = row.integer(12),
            .updated = row.integer(13)};
}

void read_mentions(db::Connection& c, Comment& one) {
    for (const db::Row& row : c.query(kMentions, one.id)) one.mentions.push_back({row.text(0), row.text(1)});
}

void write_mentions(db::Connection& c, const Comment& one) {
    for (std::size_t i = 0; i < one.mentions.size(); ++i)
        c.execute(kMention, one.id, one.mentions[i].account, static_cast<std::int64_t>(i));
}

}  // namespace

void insert_comment(db::Connection& c, const Comment& one) {
    c.execute(kInsert, one.id, one.subject_kind, one.subject_id, one.author, one.language, one.text,
              one.shared, one.created);
    write_mentions(c, one);
}

bool update_comment(db::Connection& c, const Comment& one) {
    if (c.execute(kUpdate, one.id, one.version, one.language, one.text, one.edited, one.deleted,
                  one.deleted_by, one.updated) != 1)
        return false;
    c.execute(kForgetMentions, one.id);
    write_mentions(c, one);
    return true;
}

std::optional<Comment> find_comment(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(std::string(kSelect) + "t.id = $1", id);
    if (!row) return std::nullopt;
    Comment one = comment_from(*row);
    read_mentions(c, one);
    return one;
}

std::vector<Comment> list_comments(db::Connection& c, const CommentQuery& query) {
    std::string sql = std::string(kSelect) + "t.subject_kind = $1 AND t.subject_id = $2 AND t.deleted IS " +
                      (query.deleted ? "NOT NULL" : "NULL");
    std::vector<db::Value> arguments{query.subject_kind, query.subject_id};
    if (query.shared_only) sql += " AND t.shared = 1";
    if (query.below) {
        arguments.emplace_back(*query.below);
        sql += " AND t.id < $3";
    }
    sql += " ORDER BY t.id DESC LIMIT " + std::to_string(query.limit + 1);
    std::vector<Comment> found;
    c.run(sql, arguments, [&](const db::Row& row) { found.push_back(comment_from(row)); });
    for (Comment& one : found) read_mentions(c, one);
    return found;
}

std::vector<std::string> participants(db::Connection& c, const std::string& subject_kind,
                                      const std::string& subject_id, bool shared_only) {
    std::vector<std::string> found;
    for (const db::Row& row : c.query(kParticipants, subject_kind, subject_id, shared_only ? 1 : 0))
        found.push_back(row.text(0));
    return found;
}

}  // namespace dure::together
