// SPDX-License-Identifier: Apache-2.0
#include "server/jobs/routes.hpp"

#include <charconv>

#include "engine/base/utc_text.hpp"
#include "server/audit/audit.hpp"
#include "server/http/pipeline.hpp"

namespace dure::jobs {

BOOST_DESCRIBE_ENUM(State, queued, running, done, failed, cancelled, interrupted)

namespace {

using auth::Actor;
using http::Request;
using http::Response;

/// Schema Job of the contract.
struct JobView {
    std::string id, kind;
    std::optional<std::string> subject, subject_name, parent;
    State state = State::queued;
    double progress = 0;
    std::optional<std::string> stage;
    Params details;
    std::int64_t attempts = 0;
    std::optional<Error> error;
    std::string owner;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> started, finished;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(JobView, (),
                      (id, kind, subject, subject_name, parent, state, progress, stage, details, attempts,
                       error, owner, version, created, updated, started, finished, actions))

struct JobPage {
    std::vector<JobView> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(JobPage, (), (items, next_cursor))

/// Where a list of jobs goes on.
struct JobPlace {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(JobPlace, (), (id))
std::span<const codec::Rule> json_rules(const JobPlace*) {
    static const codec::Rule rules[] = {codec::required("id")};
    return rules;
}

enum class Action { read, steer };

bool can(const Actor& actor, Action action, const Job& job) {
    const bool owns = actor.account == job.owner || actor.administrates();
    return action == Action::read ? owns || actor.has_any(auth::kInstitute) : owns;
}

JobView present(db::Connection& c, const Job& job, const Actor& reader, const SubjectName& subject_name) {
    JobView view{.id = job.id,
                 .kind = job.kind,
                 .subject = job.subject,
                 .subject_name = subject_name ? subject_name(c, job) : std::nullopt,
                 .parent = job.parent,
                 .state = job.state,
                 .progress = job.progress.fraction,
                 .details = job.progress.details,
                 .attempts = job.attempts,
                 .error = job.error,
                 .owner = job.owner,
                 .version = job.version,
                 .created = utc_text(job.created),
                 .updated = utc_text(job.updated),
                 .started = utc_text(job.started),
                 .finished = utc_text(job.finished)};
    if (!job.progress.stage.empty()) view.stage = job.progress.stage;
    if (can(reader, Action::steer, job) && !(job.cancel_asked && !is_final(job.state)))
        add_actions(name_of(job.state), view.actions);
    return view;
}

class Handlers {
  public:
    Handlers(db::Database& database, Queue& queue, SubjectName subject_name)
        : database_(database), queue_(queue), subject_name_(std::move(subject_name)) {}

    Response list_jobs(const Request& request, const Actor& actor) {
        http::Query query(request);
        const auto after = query.cursor<JobPlace>();
        Filter filter{.state = query.choice<State>("state"), .limit = query.limit()};
        query.done();
        if (!actor.administrates()) filter.owner = actor.account;
        if (after) filter.below = after->id;
        const auto limit = static_cast<std::size_t>(filter.limit++);
        const JobPage page = database_.read([&](db::Connection& c) {
            auto jobs = queue_.list(c, filter);
            JobPage found;
            if (jobs.size() > limit) {
                jobs.pop_back();
                found.next_cursor = http::write_cursor(JobPlace{jobs.back().id});
            }
            for (const Job& job : jobs) found.items.push_back(present(c, job, actor, subject_name_));
            return found;
        });
        return http::json_response(page);
    }

    Response get_job(const Request& request, const Actor& actor) {
        return database_.read([&](db::Connection& c) {
            const Job job = readable(c, request, actor);
            const std::string tag = http::etag_of(job.version);
            if (http::is_fresh(request, tag)) return http::not_modified(tag);
            return answer(c, job, actor);
        });
    }

    Response cancel_job(const Request& request, const Actor& actor) {
        return database_.write([&](db::Connection& c) {
            const Job job = steerable(c, request, actor);
            record(c, job, request, actor, "cancel_job");
            return answer(c, queue_.cancel(c, job.id).value(), actor);
        });
    }

    Response retry_job(const Request& request, const Actor& actor) {
        return database_.write([&](db::Connection& c) {
            const Job job = steerable(c, request, actor);
            const auto queued = queue_.retry(c, job.id);
            if (!queued) http::refuse(409, queued.error().code, queued.error().params);
            record(c, job, request, actor, "retry_job");
            return answer(c, *queued, actor);
        });
    }

    Response watch_job(const Request& request, const Actor& actor) {
        const std::string id =
            database_.read([&](db::Connection& c) { return readable(c, request, actor).id; });
        Response response{.content_type = "text/event-stream"};
        // The routes keep the handlers, and the server ends its streams before it lets go of the routes.
        response.events = [this, id, actor](const std::string& last) {
            return events_after(id, last, actor);
        };
        return response;
    }

  private:
    Job readable(db::Connection& c, const Request& request, const Actor& actor) {
        auto job = queue_.find(c, request.parameters.at("job_id"));
        if (!job || !can(actor, Action::read, *job)) http::refuse(404, "http.not_found");
        return std::move(*job);
    }

    Job steerable(db::Connection& c, const Request& request, const Actor& actor) {
        Job job = readable(c, request, actor);
        if (!can(actor, Action::steer, job)) http::refuse(403, "auth.forbidden");
        return job;
    }

    Response answer(db::Connection& c, const Job& job, const Actor& actor) {
        return http::json_response(present(c, job, actor, subject_name_), 200, job.version);
    }

    static void record(db::Connection& c, const Job& job, const Request& request, const Actor& actor,
                       std::string action) {
        audit::record(c, {.at = job.updated,
                          .actor = actor.account,
                          .action = std::move(action),
                          .record_kind = "job",
                          .record_id = job.id,
                          .request_id = request.request_id});
    }

    /// The job itself when it has moved on since the version `last`.
    http::EventBatch events_after(const std::string& id, const std::string& last, const Actor& actor) {
        return database_.read([&](db::Connection& c) {
            const auto job = queue_.find(c, id);
            if (!job) return http::EventBatch{.done = true};
            std::int64_t seen = 0;
            std::from_chars(last.data(), last.data() + last.size(), seen);
            http::EventBatch batch{.done = is_final(job->state)};
            if (job->version > seen)
                batch.events.push_back({.id = std::to_string(job->version),
                                        .type = "job",
                                        .data = codec::encode(present(c, *job, actor, subject_name_))});
            return batch;
        });
    }

    db::Database& database_;
    Queue& queue_;
    const SubjectName subject_name_;
};

}  // namespace

std::vector<auth::Operation> operations(db::Database& database, Queue& queue, SubjectName subject_name) {
    const auto handlers = std::make_shared<Handlers>(database, queue, std::move(subject_name));
    const auto to = [&](auto handler) { return auth::bind(handlers, handler); };
    using enum auth::Refusal;
    using H = Handlers;
    // clang-format off
    return {
        {"GET",  "/api/v1/jobs",                 "list_jobs",  auth::kSignedIn,  forbidden, to(&H::list_jobs)},
        {"GET",  "/api/v1/jobs/{job_id}",        "get_job",    auth::kInstitute, not_found, to(&H::get_job)},
        {"POST", "/api/v1/jobs/{job_id}/cancel", "cancel_job", auth::kInstitute, not_found, to(&H::cancel_job)},
        {"POST", "/api/v1/jobs/{job_id}/retry",  "retry_job",  auth::kInstitute, not_found, to(&H::retry_job)},
        {"GET",  "/api/v1/jobs/{job_id}/events", "watch_job",  auth::kInstitute, not_found, to(&H::watch_job)},
    };
    // clang-format on
}

}  // namespace dure::jobs
