// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/together/comment_codec.hpp"
#include "server/together/office.hpp"

/// What is done with comments: each with its audit entry and those who are told, in the transaction it is
/// given. Refusals are thrown as http::ProblemException: 404 http.not_found for a record that is not theirs
/// to know of, 412 http.stale, 422 together.may_not_mention {name}.
namespace dure::together {

inline constexpr std::string_view kComment = "comment";  ///< record_kind of the audit

Comment create_comment(Reader& reader, const Office& office, const NewComment& content, const Who& who);
Comment replace_comment(Reader& reader, const Office& office, Comment one, const CommentContent& content,
                        const Who& who);
Comment delete_comment(db::Connection& c, const Office& office, Comment one, const Who& who);
Comment restore_comment(db::Connection& c, const Office& office, Comment one, const Who& who);

}  // namespace dure::together
