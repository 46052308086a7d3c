// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/reminder.hpp"

#include <spdlog/spdlog.h>

#include <condition_variable>
#include <exception>
#include <mutex>

#include "server/approvals/tell.hpp"

namespace dure::approvals {
namespace {

constexpr Instant kDay = 24 * 3600 * kSecond;

constexpr std::string_view kOverdue =
    "SELECT s.approval, s.round, s.position, s.account, t.title FROM approval_step s JOIN approval t ON t.id "
    "="
    " s.approval AND t.round = s.round WHERE s.state = 'current' AND s.due < $1"
    " AND (s.reminded IS NULL OR s.reminded < $2)";
constexpr std::string_view kNoteReminded =
    "UPDATE approval_step SET reminded = $4 WHERE approval = $1 AND round = $2 AND position = $3";

bool any_overdue(db::Connection& c, Instant now) {
    return c.query_one(kOverdue, now, now - kDay).has_value();
}

void work(const Office& office, std::chrono::milliseconds beat, const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    while (!stop.stop_requested()) {
        try {
            // Reading first: a write for nothing would hold up others.
            if (office.database.read([&](db::Connection& c) { return any_overdue(c, office.clock()); }))
                office.database.write([&](db::Connection& c) { remind(c, office); });
        } catch (const std::exception& error) {
            spdlog::warn("nobody could be reminded of approvals, trying again: {}", error.what());
        }
        std::unique_lock lock(mutex);
        never.wait_for(lock, stop, beat, [] { return false; });
    }
}

}  // namespace

std::size_t remind(db::Connection& c, const Office& office) {
    const Instant now = office.clock();
    const auto overdue = c.query(kOverdue, now, now - kDay);
    for (const db::Row& row : overdue) {
        tell_holder(c, office, News::overdue, row.text(3), {.id = row.text(0), .title = row.text(4)});
        c.execute(kNoteReminded, row.text(0), row.integer(1), row.integer(2), now);
    }
    return overdue.size();
}

Reminder::Reminder(const Office& office, std::chrono::milliseconds beat)
    : thread_([office, beat](const std::stop_token& stop) { work(office, beat, stop); }) {}

}  // namespace dure::approvals
