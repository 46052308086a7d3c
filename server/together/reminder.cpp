// SPDX-License-Identifier: Apache-2.0
#include "server/together/reminder.hpp"

#include "server/together/days.hpp"
#include "server/together/notify.hpp"
#include "server/together/task_store.hpp"

namespace dure::together {
namespace {

void remind_if_any(const Office& office) {
    // Reading first: a write for nothing would hold up others.
    const std::string today = day_of(office.clock());
    if (office.database.read([&](db::Connection& c) { return !due_tasks(c, today).empty(); }))
        office.database.write([&](db::Connection& c) { tell_of_due_tasks(c, office); });
}

}  // namespace

Reminder::Reminder(const Office& office, std::chrono::milliseconds beat)
    : every_("reminding of tasks", beat, [office] { remind_if_any(office); }) {}

}  // namespace dure::together
