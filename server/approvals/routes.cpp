// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/routes.hpp"

#include "server/approvals/handlers.hpp"
#include "server/approvals/policy.hpp"

namespace dure::approvals {

std::vector<auth::Operation> operations(const Office& office) {
    const auto one = [handlers = std::make_shared<ApprovalHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto line = [handlers = std::make_shared<LineHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using A = ApprovalHandlers;
    using L = LineHandlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/approvals",                         "list_approvals",        kStaff,       forbidden, one(&A::list_approvals)},
        {"POST",   "/api/v1/approvals",                         "create_approval",       kStaff,       forbidden, one(&A::create_approval)},
        {"GET",    "/api/v1/approvals/export",                  "export_approvals",      kStaff,       forbidden, one(&A::export_approvals)},
        {"GET",    "/api/v1/approvals/counts",                  "count_approvals",       kStaff,       forbidden, one(&A::count_approvals)},
        {"GET",    "/api/v1/approvals/people",                  "list_approval_people",  kStaff,       forbidden, line(&L::list_approval_people)},
        {"GET",    "/api/v1/approvals/route",                   "get_approval_route",    kStaff,       forbidden, line(&L::get_approval_route)},
        {"GET",    "/api/v1/approvals/lines",                   "list_approval_lines",   kStaff,       forbidden, line(&L::list_approval_lines)},
        {"POST",   "/api/v1/approvals/lines",                   "create_approval_line",  kLineEditors, forbidden, line(&L::create_approval_line)},
        {"GET",    "/api/v1/approvals/lines/{line_id}",         "get_approval_line",     kStaff,       not_found, line(&L::get_approval_line)},
        {"PUT",    "/api/v1/approvals/lines/{line_id}",         "replace_approval_line", kLineEditors, not_found, line(&L::replace_approval_line)},
        {"DELETE", "/api/v1/approvals/lines/{line_id}",         "delete_approval_line",  kLineEditors, not_found, line(&L::delete_approval_line)},
        {"POST",   "/api/v1/approvals/lines/{line_id}/restore", "restore_approval_line", kLineEditors, not_found, line(&L::restore_approval_line)},
        {"GET",    "/api/v1/approvals/{approval_id}",           "get_approval",          kStaff,       not_found, one(&A::get_approval)},
        {"PUT",    "/api/v1/approvals/{approval_id}",           "replace_approval",      kStaff,       not_found, one(&A::replace_approval)},
        {"POST",   "/api/v1/approvals/{approval_id}/submit",    "submit_approval",       kStaff,       not_found, one(&A::submit_approval)},
        {"POST",   "/api/v1/approvals/{approval_id}/decision",  "decide_approval",       kStaff,       not_found, one(&A::decide_approval)},
        {"POST",   "/api/v1/approvals/{approval_id}/recall",    "recall_approval",       kStaff,       not_found, one(&A::recall_approval)},
        {"POST",   "/api/v1/approvals/{approval_id}/withdraw",  "withdraw_approval",     kStaff,       not_found, one(&A::withdraw_approval)},
        {"POST",   "/api/v1/approvals/{approval_id}/restore",   "restore_approval",      kStaff,       not_found, one(&A::restore_approval)},
        {"POST",   "/api/v1/approvals/{approval_id}/comments",  "comment_approval",      kStaff,       not_found, one(&A::comment_approval)},
        {"GET",    "/api/v1/approvals/{approval_id}/history",   "list_approval_history", kStaff,       not_found, one(&A::list_approval_history)},
    };
    // clang-format on
}

}  // namespace dure::approvals
