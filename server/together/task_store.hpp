// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/together/subjects.hpp"
#include "server/together/task.hpp"

/// Tasks in the database. They are changed through task_service.hpp.
namespace dure::together {

void insert_task(db::Connection& c, const Task& one);
/// Writes all but who gave it and its record, and counts the version up. False: it is no longer one.version.
bool update_task(db::Connection& c, const Task& one);
/// Also one that was put away.
std::optional<Task> find_task(db::Connection& c, const std::string& id);

/// Those that the reader has, those they gave to others, those of records they may read.
enum class TaskBox { mine, given, all };
enum class TaskState { open, done };
enum class TaskOrder { due, due_down, title, title_down, updated, updated_down };

struct TaskPlace {
    std::string key;           ///< of due or title
    std::int64_t updated = 0;  ///< where that is the order
    std::string id;
};

struct TaskQuery {
    TaskBox box = TaskBox::all;
    std::string part;  ///< of the title, the note or the owner's name
    std::optional<TaskState> state;
    std::optional<std::string> owner, subject_kind, subject_id;
    bool overdue = false, deleted = false;
    TaskOrder order = TaskOrder::due;
    std::optional<TaskPlace> after;
    int limit = 50;
};
/// Only what the reader may read; one more than the limit where there is a next page.
std::vector<Task> list_tasks(Reader& reader, const TaskQuery& query, const std::string& today);
TaskPlace place_of(const Task& one, TaskOrder order);

/// Open ones whose day is `today` or past.
std::vector<Task> due_tasks(db::Connection& c, const std::string& today);
/// Open ones of the reader and of those they stand in for with a day in the span, both ends within; put in
/// the reader's sight.
std::vector<Task> tasks_between(Reader& reader, const std::string& from, const std::string& until);

}  // namespace dure::together
