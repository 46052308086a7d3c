// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/together.hpp"

#include "server/approvals/approval_service.hpp"
#include "server/approvals/list.hpp"
#include "server/together/days.hpp"

namespace dure::approvals {
namespace {

/// More than anybody reads on a page of what waits; the box of approvals has the rest.
constexpr int kShown = 20;

std::vector<Listed> waiting(together::Reader& reader, const Office& office, int limit, Instant now) {
    if (!reader.actor().has_any(kStaff)) return {};
    auto list = list_approvals(reader.connection(), reader_of(reader.connection(), office, reader.actor()),
                               {.box = Box::waiting, .limit = limit}, now);
    if (list.size() > static_cast<std::size_t>(limit)) list.pop_back();
    return list;
}

}  // namespace

together::Waits waiting_approvals(const Office& office) {
    return {.name = "approvals", .find = [&office](together::Reader& reader, Instant now) {
                std::vector<together::Wait> found;
                for (const Listed& one : waiting(reader, office, kShown, now)) {
                    together::Wait wait{.kind = "approval",
                                        .title = one.approval.title,
                                        .path = "/approvals/" + one.approval.id};
                    if (one.due) wait.due = together::day_of(*one.due);
                    wait.overdue = one.due && *one.due < now;
                    found.push_back(std::move(wait));
                }
                return found;
            }};
}

together::Calendar approval_days(const Office& office) {
    return {.name = "approvals",
            .find = [&office](together::Reader& reader, const together::Days& days, Instant now) {
                std::vector<together::Occasion> found;
                for (const Listed& one : waiting(reader, office, 500, now)) {
                    const std::string day = one.due ? together::day_of(*one.due) : "";
                    if (day < days.from || day > days.until) continue;
                    found.push_back({.kind = "approval",
                                     .id = one.approval.id,
                                     .title = one.approval.title,
                                     .path = "/approvals/" + one.approval.id,
                                     .day = day,
                                     .begins = std::nullopt,
                                     .updated = one.approval.updated});
                }
                return found;
            }};
}

}  // namespace dure::approvals
