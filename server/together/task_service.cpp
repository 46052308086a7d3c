// SPDX-License-Identifier: Apache-2.0
#include "server/together/task_service.hpp"

#include "server/audit/audit.hpp"
#include "server/auth/account_store.hpp"
#include "server/http/pipeline.hpp"
#include "server/together/notify.hpp"
#include "server/together/people.hpp"
#include "server/together/task_store.hpp"

namespace dure::together {
namespace {

void record(db::Connection& c, const Task& one, const Who& who, std::string action,
            std::optional<std::string> before) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kTask),
                      .record_id = one.id,
                      .before = std::move(before),
                      .after = trace_of(one),
                      .request_id = who.request_id});
}

Task save(db::Connection& c, Task one, const Who& who, std::string action, std::string before) {
    if (!update_task(c, one)) http::refuse(412, "http.stale");
    record(c, one, who, std::move(action), std::move(before));
    return find_task(c, one.id).value();
}

/// Gives the task to the owner, who must be able to read what it is about.
void give(db::Connection& c, const Office& office, Task& one, const std::string& owner) {
    if (!is_assignable(c, office, owner, one.subject_kind, one.subject_id))
        http::refuse_fields({{.code = "together.may_not_have_task", .pointer = "/owner"}});
    one.owner = owner;
    one.owner_name = auth::find_account(c, owner)->name;
}

}  // namespace

Task create_task(Reader& reader, const Office& office, const NewTask& content, const Who& who) {
    db::Connection& c = reader.connection();
    if (content.subject_kind && !reader.subject(*content.subject_kind, *content.subject_id))
        http::refuse(404, "http.not_found");
    const Instant now = office.clock();
    Task one{.id = office.ids.next(),
             .subject_kind = content.subject_kind,
             .subject_id = content.subject_id,
             .title = content.title,
             .note = content.note,
             .creator = who.actor.account,
             .creator_name = who.actor.name,
             .due = content.due,
             .created = now,
             .updated = now};
    give(c, office, one, content.owner);
    insert_task(c, one);
    record(c, one, who, "create_task", std::nullopt);
    tell_of_assignment(c, office, one, who.actor.account);
    return one;
}

Task replace_task(db::Connection& c, const Office& office, Task one, const TaskContent& content,
                  const Who& who) {
    const std::string before = trace_of(one), owner = one.owner;
    one.title = content.title;
    one.note = content.note;
    one.due = content.due;
    if (content.owner != owner) give(c, office, one, content.owner);
    one.updated = office.clock();
    one = save(c, std::move(one), who, "replace_task", before);
    if (one.owner != owner && !one.done) tell_of_assignment(c, office, one, who.actor.account);
    return one;
}

Task finish_task(db::Connection& c, const Office& office, Task one, const Who& who) {
    const std::string before = trace_of(one);
    one.done = one.updated = office.clock();
    one.done_by = who.actor.account;
    one = save(c, std::move(one), who, "finish_task", before);
    tell_of_end(c, office, one, who.actor.account);
    return one;
}

Task reopen_task(db::Connection& c, const Office& office, Task one, const Who& who) {
    const std::string before = trace_of(one);
    one.updated = office.clock();
    one.done.reset();
    one.done_by.reset();
    return save(c, std::move(one), who, "reopen_task", before);
}

Task delete_task(db::Connection& c, const Office& office, Task one, const Who& who) {
    const std::string before = trace_of(one);
    one.deleted = one.updated = office.clock();
    return save(c, std::move(one), who, "delete_task", before);
}

Task restore_task(db::Connection& c, const Office& office, Task one, const Who& who) {
    const std::string before = trace_of(one);
    one.updated = office.clock();
    one.deleted.reset();
    return save(c, std::move(one), who, "restore_task", before);
}

}  // namespace dure::together
