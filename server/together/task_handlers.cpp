// SPDX-License-Identifier: Apache-2.0
#include "server/auth/once.hpp"
#include "server/http/pipeline.hpp"
#include "server/oversight/entries.hpp"
#include "server/together/days.hpp"
#include "server/together/handlers.hpp"
#include "server/together/task_download.hpp"
#include "server/together/task_policy.hpp"
#include "server/together/task_service.hpp"
#include "server/together/task_store.hpp"

namespace dure::together {

BOOST_DESCRIBE_ENUM(TaskBox, mine, given, all)
BOOST_DESCRIBE_ENUM(TaskState, open, done)
BOOST_DESCRIBE_STRUCT(TaskPlace, (), (key, updated, id))
std::span<const codec::Rule> json_rules(const TaskPlace*) {
    static const codec::Rule rules[] = {codec::required("id")};
    return rules;
}

namespace {

void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

TaskOrder order_in(http::Query& query) {
    constexpr std::string_view orders[] = {"due", "-due", "title", "-title", "updated", "-updated"};
    return static_cast<TaskOrder>(query.choice("sort", orders).value_or(0));
}

/// The filters and the order, which the list and its download share.
TaskQuery filters_in(http::Query& query) {
    TaskQuery wanted{.box = query.choice<TaskBox>("box").value_or(TaskBox::mine),
                     .part = query.text("q").value_or(""),
                     .state = query.choice<TaskState>("state"),
                     .owner = query.text("owner", 100),
                     .subject_kind = query.text("subject_kind", 50),
                     .subject_id = query.text("subject_id", 100),
                     .overdue = query.boolean("overdue", false),
                     .deleted = query.boolean("deleted", false)};
    wanted.order = order_in(query);
    return wanted;
}

Task readable(Reader& reader, const Request& request) {
    auto one = find_task(reader.connection(), request.parameters.at("task_id"));
    if (!one || !may_read(reader, *one)) http::refuse(404, "http.not_found");
    return std::move(*one);
}

Response answer(Reader& reader, const Office& office, const Task& one, int status = 200) {
    return std::move(http::json_text(encode(present(reader, one, day_of(office.clock()))), status)
                         .with("ETag", http::etag_of(one.version)));
}

/// A change of one task: read, allowed, If-Match, done.
Response change(const Office& office, const Request& request, const Actor& actor, const auto& allowed,
                const auto& act) {
    return office.database.write([&](db::Connection& c) {
        Reader reader = reader_of(c, office, actor);
        Task one = readable(reader, request);
        http::require_match(request, one.version);
        require(allowed(reader, one));
        return answer(reader, office, act(c, std::move(one)));
    });
}

}  // namespace

Response TaskHandlers::list_tasks(const Request& request, const Actor& actor) {
    http::Query query(request);
    TaskQuery wanted = filters_in(query);
    wanted.after = query.cursor<TaskPlace>();
    wanted.limit = query.limit();
    query.done();
    const std::string today = day_of(office_.clock());
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        auto list = together::list_tasks(reader, wanted, today);
        TaskPage page;
        if (list.size() > static_cast<std::size_t>(wanted.limit)) {
            list.pop_back();
            page.next_cursor = http::write_cursor(place_of(list.back(), wanted.order));
        }
        for (const Task& one : list) page.items.push_back(present(reader, one, today));
        return http::json_text(encode(page));
    });
}

Response TaskHandlers::export_tasks(const Request& request, const Actor& actor) {
    http::Query query(request);
    TaskQuery wanted = filters_in(query);
    const auto download = task_download_in(query);
    query.done();
    wanted.limit = lists::kMostDownloaded;
    const std::string today = day_of(office_.clock());
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        const auto list = together::list_tasks(reader, wanted, today);
        if (list.size() > static_cast<std::size_t>(lists::kMostDownloaded)) lists::refuse_too_many();
        return task_file(reader, list, download, today);
    });
}

Response TaskHandlers::create_task(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_new_task);
    auth::Once once(office_.database, request, actor, "create_task", office_.clock());
    if (auto first = once.answered()) return std::move(*first);
    return once.write([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        return answer(reader, office_,
                      together::create_task(reader, office_, content, {actor, request.request_id}), 201);
    });
}

Response TaskHandlers::get_task(const Request& request, const Actor& actor) {
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        return answer(reader, office_, readable(reader, request));
    });
}

Response TaskHandlers::replace_task(const Request& request, const Actor& actor) {
    const auto content = http::read_json(request, decode_task_content);
    return change(
        office_, request, actor, [](const Reader& r, const Task& one) { return may_change(r, one); },
        [&](db::Connection& c, Task one) {
            return together::replace_task(c, office_, std::move(one), content, {actor, request.request_id});
        });
}

Response TaskHandlers::finish_task(const Request& request, const Actor& actor) {
    return change(
        office_, request, actor, [](const Reader& r, const Task& one) { return may_finish(r, one); },
        [&](db::Connection& c, Task one) {
            return together::finish_task(c, office_, std::move(one), {actor, request.request_id});
        });
}

Response TaskHandlers::reopen_task(const Request& request, const Actor& actor) {
    return change(
        office_, request, actor, [](const Reader& r, const Task& one) { return may_reopen(r, one); },
        [&](db::Connection& c, Task one) {
            return together::reopen_task(c, office_, std::move(one), {actor, request.request_id});
        });
}

Response TaskHandlers::delete_task(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        Task one = readable(reader, request);
        http::require_match(request, one.version);
        require(may_remove(reader, one));
        together::delete_task(c, office_, std::move(one), {actor, request.request_id});
        return http::no_content();
    });
}

Response TaskHandlers::restore_task(const Request& request, const Actor& actor) {
    return office_.database.write([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        Task one = readable(reader, request);
        if (!one.deleted) return answer(reader, office_, one);
        require(may_restore(reader, one));
        return answer(reader, office_,
                      together::restore_task(c, office_, std::move(one), {actor, request.request_id}));
    });
}

Response TaskHandlers::list_task_history(const Request& request, const Actor& actor) {
    const auto wanted = oversight::read_history_query(request, kTask, request.parameters.at("task_id"));
    return office_.database.read([&](db::Connection& c) {
        Reader reader = reader_of(c, office_, actor);
        readable(reader, request);
        return http::json_text(oversight::page_of(c, wanted));
    });
}

}  // namespace dure::together
