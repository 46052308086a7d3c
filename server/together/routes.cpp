// SPDX-License-Identifier: Apache-2.0
#include "server/together/routes.hpp"

#include "server/together/handlers.hpp"
#include "server/together/task_policy.hpp"

namespace dure::together {
namespace {

std::vector<auth::Operation> comment_operations(const Office& office) {
    const auto to = [handlers = std::make_shared<CommentHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using auth::kSignedIn;
    using H = CommentHandlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/comments",                        "list_comments",        kSignedIn, not_found, to(&H::list_comments)},
        {"POST",   "/api/v1/comments",                        "create_comment",       kSignedIn, not_found, to(&H::create_comment)},
        {"GET",    "/api/v1/comments/{comment_id}",           "get_comment",          kSignedIn, not_found, to(&H::get_comment)},
        {"PUT",    "/api/v1/comments/{comment_id}",           "replace_comment",      kSignedIn, not_found, to(&H::replace_comment)},
        {"DELETE", "/api/v1/comments/{comment_id}",           "delete_comment",       kSignedIn, not_found, to(&H::delete_comment)},
        {"POST",   "/api/v1/comments/{comment_id}/restore",   "restore_comment",      kSignedIn, not_found, to(&H::restore_comment)},
        {"GET",    "/api/v1/comments/{comment_id}/history",   "list_comment_history", kSignedIn, not_found, to(&H::list_comment_history)},
        {"GET",    "/api/v1/record_readers",                  "list_record_readers",  kSignedIn, not_found, to(&H::list_record_readers)},
    };
    // clang-format on
}

std::vector<auth::Operation> task_operations(const Office& office) {
    const auto to = [handlers = std::make_shared<TaskHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using H = TaskHandlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/tasks",                   "list_tasks",        kWorkers, forbidden, to(&H::list_tasks)},
        {"POST",   "/api/v1/tasks",                   "create_task",       kWorkers, forbidden, to(&H::create_task)},
        {"GET",    "/api/v1/tasks/export",            "export_tasks",      kWorkers, forbidden, to(&H::export_tasks)},
        {"GET",    "/api/v1/tasks/{task_id}",         "get_task",          kWorkers, not_found, to(&H::get_task)},
        {"PUT",    "/api/v1/tasks/{task_id}",         "replace_task",      kWorkers, not_found, to(&H::replace_task)},
        {"DELETE", "/api/v1/tasks/{task_id}",         "delete_task",       kWorkers, not_found, to(&H::delete_task)},
        {"POST",   "/api/v1/tasks/{task_id}/done",    "finish_task",       kWorkers, not_found, to(&H::finish_task)},
        {"POST",   "/api/v1/tasks/{task_id}/reopen",  "reopen_task",       kWorkers, not_found, to(&H::reopen_task)},
        {"POST",   "/api/v1/tasks/{task_id}/restore", "restore_task",      kWorkers, not_found, to(&H::restore_task)},
        {"GET",    "/api/v1/tasks/{task_id}/history", "list_task_history", kWorkers, not_found, to(&H::list_task_history)},
    };
    // clang-format on
}

std::vector<auth::Operation> gathered_operations(const Office& office) {
    const auto note = [handlers = std::make_shared<NotificationHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    const auto over = [handlers = std::make_shared<OverviewHandlers>(office)](auto handle) {
        return auth::bind(handlers, handle);
    };
    using enum auth::Refusal;
    using auth::kEveryone;
    using auth::kSignedIn;
    using N = NotificationHandlers;
    using O = OverviewHandlers;
    // clang-format off
    return {
        {"GET",    "/api/v1/notifications",          "list_notifications",   kSignedIn, forbidden, note(&N::list_notifications)},
        {"POST",   "/api/v1/notifications/mark",     "mark_notifications",   kSignedIn, forbidden, note(&N::mark_notifications)},
        {"GET",    "/api/v1/notifications/events",   "watch_notifications",  kSignedIn, forbidden, note(&N::watch_notifications)},
        {"GET",    "/api/v1/waiting",                "list_waiting",         kSignedIn, forbidden, over(&O::list_waiting)},
        {"GET",    "/api/v1/recent_changes",         "list_recent_changes",  kWorkers,  forbidden, over(&O::list_recent_changes)},
        {"GET",    "/api/v1/calendar",               "list_calendar",        kSignedIn, forbidden, over(&O::list_calendar)},
        {"GET",    "/api/v1/session/calendar_feed",  "get_calendar_feed",    kSignedIn, forbidden, over(&O::get_calendar_feed)},
        {"POST",   "/api/v1/session/calendar_feed",  "renew_calendar_feed",  kSignedIn, forbidden, over(&O::renew_calendar_feed)},
        {"DELETE", "/api/v1/session/calendar_feed",  "revoke_calendar_feed", kSignedIn, forbidden, over(&O::revoke_calendar_feed)},
        {"GET",    "/api/v1/calendar_feeds/{token}", "read_calendar_feed",   kEveryone, forbidden, over(&O::read_calendar_feed)},
    };
    // clang-format on
}

}  // namespace

std::vector<auth::Operation> operations(const Office& office) {
    std::vector<auth::Operation> all = comment_operations(office);
    for (const auto& part : {task_operations(office), gathered_operations(office)})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace dure::together
