// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/actor.hpp"
#include "server/http/message.hpp"
#include "server/together/office.hpp"

/// The handlers of this folder's routes; each reads as the pipeline of docs/dev/architecture.md.
namespace dure::together {

using auth::Actor;
using http::Request;
using http::Response;

class CommentHandlers {
  public:
    explicit CommentHandlers(const Office& office) : office_(office) {}

    Response list_comments(const Request& request, const Actor& actor);
    Response create_comment(const Request& request, const Actor& actor);
    Response get_comment(const Request& request, const Actor& actor);
    Response replace_comment(const Request& request, const Actor& actor);
    Response delete_comment(const Request& request, const Actor& actor);
    Response restore_comment(const Request& request, const Actor& actor);
    Response list_comment_history(const Request& request, const Actor& actor);
    Response list_record_readers(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

class TaskHandlers {
  public:
    explicit TaskHandlers(const Office& office) : office_(office) {}

    Response list_tasks(const Request& request, const Actor& actor);
    Response export_tasks(const Request& request, const Actor& actor);
    Response create_task(const Request& request, const Actor& actor);
    Response get_task(const Request& request, const Actor& actor);
    Response replace_task(const Request& request, const Actor& actor);
    Response finish_task(const Request& request, const Actor& actor);
    Response reopen_task(const Request& request, const Actor& actor);
    Response delete_task(const Request& request, const Actor& actor);
    Response restore_task(const Request& request, const Actor& actor);
    Response list_task_history(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

class NotificationHandlers {
  public:
    explicit NotificationHandlers(const Office& office) : office_(office) {}

    Response list_notifications(const Request& request, const Actor& actor);
    Response mark_notifications(const Request& request, const Actor& actor);
    Response watch_notifications(const Request& request, const Actor& actor);

  private:
    http::EventBatch events_after(const std::string& account, const std::string& last, Instant until);

    const Office office_;
};

class OverviewHandlers {
  public:
    explicit OverviewHandlers(const Office& office) : office_(office) {}

    Response list_waiting(const Request& request, const Actor& actor);
    Response list_recent_changes(const Request& request, const Actor& actor);
    Response list_calendar(const Request& request, const Actor& actor);
    Response get_calendar_feed(const Request& request, const Actor& actor);
    Response renew_calendar_feed(const Request& request, const Actor& actor);
    Response revoke_calendar_feed(const Request& request, const Actor& actor);
    Response read_calendar_feed(const Request& request, const Actor& actor);

  private:
    const Office office_;
};

}  // namespace dure::together
