// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/together/comment.hpp"
#include "server/together/subjects.hpp"

/// What comes in about comments and what leaves. Instants are texts here.
namespace dure::together {

/// Schema CommentContent.
struct CommentContent {
    std::string language, text;
    std::vector<std::string> mentions;  ///< accounts
};
/// Schema NewComment.
struct NewComment : CommentContent {
    std::string subject_kind, subject_id;
    bool shared = false;
};

struct PersonView {
    std::string account, name;
};
struct PersonList {
    std::vector<PersonView> items;
};
/// Schema Comment.
struct CommentView {
    std::string id, subject_kind, subject_id;
    std::string author, author_name, language, text;
    bool shared = false;
    std::vector<PersonView> mentions;
    std::optional<std::string> edited, deleted;
    std::int64_t version = 1;
    std::string created, updated;
    std::vector<std::string> actions;
};
struct CommentPage {
    std::vector<CommentView> items;
    std::optional<std::string> next_cursor;
};

Checked<NewComment> decode_new_comment(std::string_view json);
Checked<CommentContent> decode_comment_content(std::string_view json);

CommentView present(const Comment& one, const auth::Actor& reader);
std::string encode(const CommentView& view);
std::string encode(const CommentPage& page);
std::string encode(const PersonList& list);
/// What an audit entry says of a comment.
std::string trace_of(const Comment& one);

}  // namespace dure::together
