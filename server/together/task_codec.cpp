// SPDX-License-Identifier: Apache-2.0
#include "server/together/task_codec.hpp"

#include "engine/base/utc_text.hpp"
#include "server/people/texts.hpp"
#include "server/together/record_link.hpp"
#include "server/together/task_policy.hpp"
#include "server/together/texts.hpp"

namespace dure::together {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_STRUCT(TaskContent, (), (title, note, owner, due))
BOOST_DESCRIBE_STRUCT(NewTask, (TaskContent), (subject_kind, subject_id))
BOOST_DESCRIBE_STRUCT(TaskView, (),
                      (id, subject, title, note, creator, creator_name, owner, owner_name, due, done, done_by,
                       done_by_name, deleted, overdue, version, created, updated, actions))
BOOST_DESCRIBE_STRUCT(TaskPage, (), (items, next_cursor))

namespace {

/// Of the audit.
struct Trace {
    std::optional<std::string> subject_kind, subject_id;
    std::string title, note, owner;
    std::optional<std::string> due;
    bool done = false, deleted = false;
};
BOOST_DESCRIBE_STRUCT(Trace, (), (subject_kind, subject_id, title, note, owner, due, done, deleted))

const Rule kTitle = required("title").length(1, 200);
const Rule kNote = optional("note").length(0, 5000);
const Rule kOwner = required("owner").length(1, 100);
const Rule kDue = optional("due").format("2026-11-30", people::is_day);

void check(const TaskContent& content, codec::Reader& reader) {
    if (!people::is_line(content.title)) reader.refuse("names.blank", {}, "/title");
    if (!is_plain(content.note)) reader.refuse("together.control_characters", {}, "/note");
}

}  // namespace

std::span<const Rule> json_rules(const TaskContent*) {
    static const Rule rules[] = {kTitle, kNote, kOwner, kDue};
    return rules;
}
void json_check(const TaskContent& content, codec::Reader& reader) {
    check(content, reader);
}
std::span<const Rule> json_rules(const NewTask*) {
    static const Rule rules[] = {kTitle,
                                 kNote,
                                 kOwner,
                                 kDue,
                                 optional("subject_kind").length(1, 50),
                                 optional("subject_id").length(1, 100)};
    return rules;
}
void json_check(const NewTask& content, codec::Reader& reader) {
    check(content, reader);
    if (content.subject_kind.has_value() != content.subject_id.has_value())
        reader.refuse("json.missing", {}, content.subject_kind ? "/subject_id" : "/subject_kind");
}

Checked<NewTask> decode_new_task(std::string_view json) {
    auto content = codec::decode<NewTask>(json);
    if (content) content->title = people::trimmed(content->title);
    return content;
}
Checked<TaskContent> decode_task_content(std::string_view json) {
    auto content = codec::decode<TaskContent>(json);
    if (content) content->title = people::trimmed(content->title);
    return content;
}

RecordLink link_to(const Subject& subject) {
    return {.kind = subject.kind,
            .id = subject.id,
            .title = subject.title,
            .path = subject.path,
            .fictitious = subject.fictitious};
}

TaskView present(Reader& reader, const Task& one, const std::string& today) {
    TaskView view{.id = one.id,
                  .title = one.title,
                  .note = one.note,
                  .creator = one.creator,
                  .creator_name = one.creator_name,
                  .owner = one.owner,
                  .owner_name = one.owner_name,
                  .due = one.due,
                  .done = utc_text(one.done),
                  .done_by = one.done_by,
                  .done_by_name = one.done_by_name,
                  .deleted = utc_text(one.deleted),
                  .overdue = one.overdue(today),
                  .version = one.version,
                  .created = utc_text(one.created),
                  .updated = utc_text(one.updated)};
    if (one.subject_kind)
        if (const auto& subject = reader.subject(*one.subject_kind, *one.subject_id))
            view.subject = link_to(*subject);
    const auto add = [&](bool may, const char* operation) {
        if (may) view.actions.emplace_back(operation);
    };
    add(may_change(reader, one), "replace_task");
    add(may_finish(reader, one), "finish_task");
    add(may_reopen(reader, one), "reopen_task");
    add(may_remove(reader, one), "delete_task");
    add(may_restore(reader, one), "restore_task");
    return view;
}

std::string encode(const TaskView& view) {
    return codec::encode(view);
}
std::string encode(const TaskPage& page) {
    return codec::encode(page);
}

std::string trace_of(const Task& one) {
    return codec::encode(Trace{.subject_kind = one.subject_kind,
                               .subject_id = one.subject_id,
                               .title = one.title,
                               .note = one.note,
                               .owner = one.owner,
                               .due = one.due,
                               .done = one.done.has_value(),
                               .deleted = one.deleted.has_value()});
}

}  // namespace dure::together
