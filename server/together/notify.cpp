// SPDX-License-Identifier: Apache-2.0
#include "server/together/notify.hpp"

#include <algorithm>

#include "server/auth/account_store.hpp"
#include "server/mail/outbox.hpp"
#include "server/together/comment_policy.hpp"
#include "server/together/comment_store.hpp"
#include "server/together/days.hpp"
#include "server/together/people.hpp"
#include "server/together/task_policy.hpp"
#include "server/together/task_store.hpp"

namespace dure::together {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO notification (account, kind, about, actor, once, created) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (account, once) DO NOTHING";

struct News {
    std::string kind, about;
    std::optional<std::string> actor;
    std::string once, mail, path;
};

/// Once, in the page and by mail.
bool tell(db::Connection& c, const Office& office, const std::string& account, const News& news) {
    const Instant now = office.clock();
    if (c.execute(kInsert, account, news.kind, news.about, news.actor, news.once, now) != 1) return false;
    std::string who;
    if (const auto actor = news.actor ? auth::find_account(c, *news.actor) : std::nullopt) who = actor->name;
    mail::queue(c, account, {.kind = news.mail, .params = {{"who", who}}, .path = news.path}, now);
    return true;
}

/// The owner and whoever stands in for them, that may read it now; not the one who did it.
std::vector<std::string> holders_of(db::Connection& c, const Office& office, const Task& one,
                                    const std::string& but) {
    std::vector<std::string> all = deputies_of(c, one.owner, office.clock());
    all.insert(all.begin(), one.owner);
    std::erase_if(all, [&](const std::string& account) {
        return account == but || !is_assignable(c, office, account, one.subject_kind, one.subject_id);
    });
    return all;
}

std::string page_of(const Task& one) {
    return "/tasks?task=" + one.id;
}

}  // namespace

void tell_of_comment(db::Connection& c, const Office& office, const Comment& one) {
    const SubjectKind* kind = office.subjects.find(one.subject_kind);
    const std::string path = kind->found.page + one.subject_id + "?comment=" + one.id;
    for (const Person& person : one.mentions)
        if (person.account != one.author)
            tell(c, office, person.account,
                 {"mention", one.id, one.author, "comment:" + one.id, "mention.comment", path});
    if (one.edited) return;
    for (const std::string& account : participants(c, one.subject_kind, one.subject_id, false))
        if (account != one.author &&
            in_sight(sight_of(c, office, account, one.subject_kind, one.subject_id), one))
            tell(c, office, account,
                 {"comment", one.id, one.author, "comment:" + one.id, "comment.added", path});
}

void tell_of_assignment(db::Connection& c, const Office& office, const Task& one, const std::string& by) {
    for (const std::string& account : holders_of(c, office, one, by))
        tell(c, office, account,
             {"task_assigned", one.id, by, "assigned:" + one.id + ":" + std::to_string(one.version),
              "task.assigned", page_of(one)});
}

void tell_of_end(db::Connection& c, const Office& office, const Task& one, const std::string& by) {
    if (one.creator == by || !is_assignable(c, office, one.creator, one.subject_kind, one.subject_id)) return;
    tell(c, office, one.creator,
         {"task_done", one.id, by, "done:" + one.id + ":" + std::to_string(one.version), "task.done",
          page_of(one)});
}

std::size_t tell_of_due_tasks(db::Connection& c, const Office& office) {
    std::size_t told = 0;
    for (const Task& one : due_tasks(c, day_of(office.clock())))
        for (const std::string& account : holders_of(c, office, one, ""))
            if (tell(c, office, account,
                     {"task_due", one.id, std::nullopt, "due:" + one.id + ":" + *one.due, "task.due",
                      page_of(one)}))
                ++told;
    return told;
}

}  // namespace dure::together
