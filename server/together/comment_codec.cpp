// SPDX-License-Identifier: Apache-2.0
#include "server/together/comment_codec.hpp"

#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"
#include "server/people/texts.hpp"
#include "server/together/comment_policy.hpp"
#include "server/together/texts.hpp"

namespace dure::together {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_STRUCT(CommentContent, (), (language, text, mentions))
BOOST_DESCRIBE_STRUCT(NewComment, (CommentContent), (subject_kind, subject_id, shared))
BOOST_DESCRIBE_STRUCT(PersonView, (), (account, name))
BOOST_DESCRIBE_STRUCT(PersonList, (), (items))
BOOST_DESCRIBE_STRUCT(CommentView, (),
                      (id, subject_kind, subject_id, author, author_name, language, text, shared, mentions,
                       edited, deleted, version, created, updated, actions))
BOOST_DESCRIBE_STRUCT(CommentPage, (), (items, next_cursor))

namespace {

/// Schema-less: of the audit.
struct Trace {
    std::string subject_kind, subject_id, language, text;
    bool shared = false, deleted = false;
    std::vector<std::string> mentions;
};
BOOST_DESCRIBE_STRUCT(Trace, (), (subject_kind, subject_id, language, text, shared, deleted, mentions))

const Rule kLanguage = required("language").length(2, 35).format("ko, en, zh-Hant", people::is_language_tag);
const Rule kText = required("text").length(1, 5000);
const Rule kMentions = optional("mentions").items(0, 20);

void check(const CommentContent& content, codec::Reader& reader) {
    if (!is_plain(content.text)) reader.refuse("together.control_characters", {}, "/text");
    if (people::trimmed(content.text).empty()) reader.refuse("names.blank", {}, "/text");
}

}  // namespace

std::span<const Rule> json_rules(const CommentContent*) {
    static const Rule rules[] = {kLanguage, kText, kMentions};
    return rules;
}
void json_check(const CommentContent& content, codec::Reader& reader) {
    check(content, reader);
}
std::span<const Rule> json_rules(const NewComment*) {
    static const Rule rules[] = {kLanguage, kText, kMentions, required("subject_kind").length(1, 50),
                                 required("subject_id").length(1, 100)};
    return rules;
}
void json_check(const NewComment& content, codec::Reader& reader) {
    check(content, reader);
}

Checked<NewComment> decode_new_comment(std::string_view json) {
    return codec::decode<NewComment>(json);
}
Checked<CommentContent> decode_comment_content(std::string_view json) {
    return codec::decode<CommentContent>(json);
}

CommentView present(const Comment& one, const auth::Actor& reader) {
    CommentView view{.id = one.id,
                     .subject_kind = one.subject_kind,
                     .subject_id = one.subject_id,
                     .author = one.author,
                     .author_name = one.author_name,
                     .language = one.language,
                     .text = one.text,
                     .shared = one.shared,
                     .edited = utc_text(one.edited),
                     .deleted = utc_text(one.deleted),
                     .version = one.version,
                     .created = utc_text(one.created),
                     .updated = utc_text(one.updated)};
    for (const Person& person : one.mentions) view.mentions.push_back({person.account, person.name});
    if (may_change(reader, one)) view.actions.emplace_back("replace_comment");
    if (may_remove(reader, one)) view.actions.emplace_back("delete_comment");
    if (may_restore(reader, one)) view.actions.emplace_back("restore_comment");
    return view;
}

std::string encode(const CommentView& view) {
    return codec::encode(view);
}
std::string encode(const CommentPage& page) {
    return codec::encode(page);
}
std::string encode(const PersonList& list) {
    return codec::encode(list);
}

std::string trace_of(const Comment& one) {
    Trace trace{.subject_kind = one.subject_kind,
                .subject_id = one.subject_id,
                .language = one.language,
                .text = one.text,
                .shared = one.shared,
                .deleted = one.deleted.has_value()};
    for (const Person& person : one.mentions) trace.mentions.push_back(person.account);
    return codec::encode(trace);
}

}  // namespace dure::together
