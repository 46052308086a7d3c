// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/together/comment.hpp"

/// Comments in the database. They are changed through comment_service.hpp.
namespace dure::together {

void insert_comment(db::Connection& c, const Comment& one);
/// Writes text, mentions and what was put away, and counts the version up. False: it is no longer
/// one.version.
bool update_comment(db::Connection& c, const Comment& one);
/// Also one that was put away.
std::optional<Comment> find_comment(db::Connection& c, const std::string& id);

struct CommentQuery {
    std::string subject_kind, subject_id;
    bool shared_only = false, deleted = false;
    std::optional<std::string> below;  ///< only smaller ids: the next page
    int limit = 50;
};
/// The latest first; one more than the limit where there is a next page.
std::vector<Comment> list_comments(db::Connection& c, const CommentQuery& query);

/// Who has said something of the record or was mentioned there, put away comments left out.
std::vector<std::string> participants(db::Connection& c, const std::string& subject_kind,
                                      const std::string& subject_id, bool shared_only);

}  // namespace dure::together
