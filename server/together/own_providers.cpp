// SPDX-License-Identifier: Apache-2.0
#include "server/together/own_providers.hpp"

#include <algorithm>

#include "server/together/days.hpp"
#include "server/together/notification_view.hpp"
#include "server/together/task_policy.hpp"
#include "server/together/task_store.hpp"

namespace dure::together {
namespace {

constexpr int kShown = 20, kSoon = 7;

std::vector<Wait> tasks(Reader& reader, Instant now) {
    if (!reader.actor().has_any(kWorkers)) return {};
    const std::string today = day_of(now), soon = days_later(today, kSoon);
    std::vector<Wait> found;
    for (const Task& one :
         list_tasks(reader, {.box = TaskBox::mine, .state = TaskState::open, .limit = kShown}, today))
        if (!one.due || *one.due <= soon)
            found.push_back({.kind = "task",
                             .title = one.title,
                             .path = "/tasks?task=" + one.id,
                             .due = one.due,
                             .overdue = one.overdue(today)});
    return found;
}

std::vector<Wait> mentions(Reader& reader, Instant) {
    std::int64_t count = 0;
    for (const Notification& one : list_notifications(
             reader.connection(), {.account = reader.actor().account, .unread = true, .limit = kMostCounted}))
        if (one.kind == "mention" && present(reader, one)) ++count;
    if (count == 0) return {};
    return {{.kind = "mention", .path = "/inbox", .count = count}};
}

std::vector<Occasion> task_occasions(Reader& reader, const Days& days, Instant) {
    std::vector<Occasion> found;
    if (!reader.actor().has_any(kWorkers)) return found;
    for (const Task& one : tasks_between(reader, days.from, days.until))
        found.push_back({.kind = "task",
                         .id = one.id,
                         .title = one.title,
                         .path = "/tasks?task=" + one.id,
                         .day = *one.due,
                         .done = one.done.has_value(),
                         .updated = one.updated});
    return found;
}

}  // namespace

Waits waiting_tasks() {
    return {.name = "tasks", .find = tasks};
}
Waits waiting_mentions() {
    return {.name = "mentions", .find = mentions};
}
Calendar task_days() {
    return {.name = "tasks", .find = task_occasions};
}

}  // namespace dure::together
