// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/reminder.hpp"

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

void remind_if_any(const Office& office) {
    // Reading first: a write for nothing would hold up others.
    if (office.database.read([&](db::Connection& c) { return any_overdue(c, office.clock()); }))
        office.database.write([&](db::Connection& c) { remind(c, office); });
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
    : every_("reminding of approvals", beat, [office] { remind_if_any(office); }) {}

}  // namespace dure::approvals
