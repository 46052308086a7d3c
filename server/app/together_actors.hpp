// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>

/// For tests of the four actors: how the operations of working together are called.
namespace dure::app::testing {

/// What the owner has made: an organisation, a comment on it and a task that is theirs.
struct TogetherWorld {
    std::string organisation, comment, comment_version, task, task_version, owner;

    std::string comment_body() const {
        return R"({"subject_kind":"organisation","subject_id":")" + organisation +
               R"(","language":"en","text":"Good."})";
    }
    std::string task_body() const {
        return R"({"subject_kind":"organisation","subject_id":")" + organisation +
               R"(","title":"Call","owner":")" + owner + "\"}";
    }

    struct Call {
        std::string path, body, if_match;
    };
    std::map<std::string, Call> calls() const {
        const std::string subject = "subject_kind=organisation&subject_id=" + organisation,
                          one_comment = "/comments/" + comment, comment_tag = '"' + comment_version + '"',
                          one_task = "/tasks/" + task, task_tag = '"' + task_version + '"';
        return {
            {"list_comments", {"/comments?" + subject, "", ""}},
            {"create_comment", {"/comments", comment_body(), ""}},
            {"get_comment", {one_comment, "", ""}},
            {"replace_comment", {one_comment, R"({"language":"en","text":"Better."})", comment_tag}},
            {"delete_comment", {one_comment, "", comment_tag}},
            {"restore_comment", {one_comment + "/restore", "", ""}},
            {"list_comment_history", {one_comment + "/history", "", ""}},
            {"list_record_readers", {"/record_readers?" + subject, "", ""}},
            {"list_tasks", {"/tasks", "", ""}},
            {"create_task", {"/tasks", task_body(), ""}},
            {"export_tasks", {"/tasks/export?format=csv", "", ""}},
            {"get_task", {one_task, "", ""}},
            {"replace_task", {one_task, R"({"title":"Write","owner":")" + owner + "\"}", task_tag}},
            {"delete_task", {one_task, "", task_tag}},
            {"finish_task", {one_task + "/done", "", task_tag}},
            {"reopen_task", {one_task + "/reopen", "", task_tag}},
            {"restore_task", {one_task + "/restore", "", ""}},
            {"list_task_history", {one_task + "/history", "", ""}},
            {"list_notifications", {"/notifications", "", ""}},
            {"mark_notifications", {"/notifications/mark", R"({"read":true})", ""}},
            {"watch_notifications", {"/notifications/events?seconds=1", "", ""}},
            {"list_waiting", {"/waiting", "", ""}},
            {"list_recent_changes", {"/recent_changes", "", ""}},
            {"list_calendar", {"/calendar?from=2026-11-01&until=2026-11-30", "", ""}},
            {"get_calendar_feed", {"/session/calendar_feed", "", ""}},
            {"renew_calendar_feed", {"/session/calendar_feed", "", ""}},
            {"revoke_calendar_feed", {"/session/calendar_feed", "", ""}},
            {"read_calendar_feed", {"/calendar_feeds/none.ics", "", ""}},
        };
    }
};

}  // namespace dure::app::testing
