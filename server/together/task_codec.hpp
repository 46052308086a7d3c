// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/together/subjects.hpp"
#include "server/together/task.hpp"

/// What comes in about tasks and what leaves. Instants are texts here.
namespace dure::together {

/// Schema TaskContent.
struct TaskContent {
    std::string title, note, owner;
    std::optional<std::string> due;
};
/// Schema NewTask.
struct NewTask : TaskContent {
    std::optional<std::string> subject_kind, subject_id;
};

/// Schema RecordLink: a record, as its reader knows it.
struct RecordLink {
    std::string kind, id, title, path;
    bool fictitious = false;
};
RecordLink link_to(const Subject& subject);

/// Schema Task.
struct TaskView {
    std::string id;
    std::optional<RecordLink> subject;
    std::string title, note, creator, creator_name, owner, owner_name;
    std::optional<std::string> due, done, done_by, done_by_name, deleted;
    bool overdue = false;
    std::int64_t version = 1;
    std::string created, updated;
    std::vector<std::string> actions;
};
struct TaskPage {
    std::vector<TaskView> items;
    std::optional<std::string> next_cursor;
};

Checked<NewTask> decode_new_task(std::string_view json);
Checked<TaskContent> decode_task_content(std::string_view json);

TaskView present(Reader& reader, const Task& one, const std::string& today);
std::string encode(const TaskView& view);
std::string encode(const TaskPage& page);
/// What an audit entry says of a task.
std::string trace_of(const Task& one);

}  // namespace dure::together
