// SPDX-License-Identifier: Apache-2.0
#include "server/app/approval_mail.hpp"

#include "server/mail/outbox.hpp"

namespace dure::app {
namespace {

std::string kind_of(approvals::News news) {
    switch (news) {
        case approvals::News::turn:
            return "task.approval_turn";
        case approvals::News::overdue:
            return "task.approval_overdue";
        case approvals::News::approved:
            return "task.approval_approved";
        case approvals::News::rejected:
            return "task.approval_rejected";
    }
    std::unreachable();
}

}  // namespace

std::function<void(db::Connection&, const approvals::Notice&)> approval_mails(Clock clock) {
    return [clock = std::move(clock)](db::Connection& c, const approvals::Notice& notice) {
        mail::queue(c, notice.account,
                    {.kind = kind_of(notice.news),
                     .params = {{"title", notice.title}},
                     .path = "/approvals/" + notice.approval},
                    clock());
    };
}

}  // namespace dure::app
