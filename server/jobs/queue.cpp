// SPDX-License-Identifier: Apache-2.0
#include "server/jobs/queue.hpp"

#include <array>

#include "server/jobs/stored_json.hpp"

#define DURE_JOB_COLUMNS                                                                            \
    "id, kind, subject, parent, owner, payload, state, progress, stage, details, attempts, error, " \
    "cancel_asked, "                                                                                \
    "started, finished, version, created, updated"

namespace dure::jobs {
namespace {

constexpr const char* kInsert = R"(
INSERT INTO job (id, kind, subject, parent, owner, payload, state, queued, created, updated)
VALUES ($1, $2, $3, $4, $5, $6, 'queued', $7, $7, $7) RETURNING )" DURE_JOB_COLUMNS;

constexpr const char* kFind = "SELECT " DURE_JOB_COLUMNS " FROM job WHERE id = $1";

constexpr const char* kRunningFor =
    "SELECT " DURE_JOB_COLUMNS " FROM job WHERE id = $1 AND worker = $2 AND state = 'running'";

constexpr const char* kAskToStop = R"(
UPDATE job SET cancel_asked = 1, version = version + 1, updated = $2 WHERE id = $1 RETURNING )" DURE_JOB_COLUMNS;

/// Every way out of a state goes through here: started, finished, attempts and error are set by the caller.
constexpr const char* kMove = R"(
UPDATE job SET state = $2, attempts = $3, error = $4, cancel_asked = $5, started = $6, finished = $7, progress = $8,
    stage = $9, details = $10, queued = $11, worker = NULL, lease_until = NULL, version = version + 1, updated = $11
WHERE id = $1 RETURNING )" DURE_JOB_COLUMNS;

constexpr const char* kTake = R"(
UPDATE job SET state = 'running', worker = $2, lease_until = $3, attempts = attempts + 1, started = $4,
    version = version + 1, updated = $4
WHERE id = $1 RETURNING )" DURE_JOB_COLUMNS;

constexpr const char* kKeep =
    "UPDATE job SET lease_until = $3 WHERE id = $1 AND worker = $2 AND state = 'running'";

constexpr const char* kKeepWithProgress = R"(
UPDATE job SET lease_until = $3, progress = $4, stage = $5, details = $6, version = version + 1, updated = $7
WHERE id = $1 AND worker = $2 AND state = 'running')";

constexpr const char* kCancelledOf =
    "SELECT id FROM job WHERE worker = $1 AND state = 'running' AND cancel_asked = 1";

constexpr const char* kLost =
    "SELECT " DURE_JOB_COLUMNS " FROM job WHERE state = 'running' AND lease_until < $1";

constexpr std::array<std::string_view, 6> kStates = {"queued", "running",   "done",
                                                     "failed", "cancelled", "interrupted"};

Job read(const db::Row& row) {
    Job job{.id = row.text(0),
            .kind = row.text(1),
            .subject = row.optional_text(2),
            .parent = row.optional_text(3),
            .owner = row.text(4),
            .payload = row.text(5),
            .state = state_of(row.text(6)).value(),
            .progress = {.fraction = row.real(7),
                         .stage = row.optional_text(8).value_or(""),
                         .details = params_from_json(row.text(9))},
            .attempts = static_cast<int>(row.integer(10)),
            .cancel_asked = row.boolean(12),
            .started = row.optional_integer(13),
            .finished = row.optional_integer(14),
            .version = row.integer(15),
            .created = row.integer(16),
            .updated = row.integer(17)};
    if (!row.null(11)) job.error = error_from_json(row.text(11));
    return job;
}

std::optional<Job> read(const std::optional<db::Row>& row) {
    if (!row) return std::nullopt;
    return read(*row);
}

std::optional<std::string> text_or_null(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

/// For another attempt: nothing is left of the last one.
void start_over(Job& job) {
    job.state = State::queued;
    job.progress = {};
    job.error.reset();
    job.started.reset();
    job.finished.reset();
}

}  // namespace

std::string_view name_of(State state) {
    return kStates[static_cast<std::size_t>(state)];
}

std::optional<State> state_of(std::string_view name) {
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        if (kStates[i] == name) return static_cast<State>(i);
    }
    return std::nullopt;
}

void add_actions(std::string_view state, std::vector<std::string>& actions) {
    const auto known = state_of(state);
    if (!known) return;
    if (!is_final(*known)) actions.emplace_back("cancel_job");
    if (is_retriable(*known)) actions.emplace_back("retry_job");
}

Job Queue::enqueue(db::Connection& connection, const NewJob& job) {
    connection.after_commit([this] { signals_.ring(); });
    return read(*connection.query_one(kInsert, ids_.next(), job.kind, job.subject, job.parent, job.owner,
                                      job.payload, clock_()));
}

std::optional<Job> Queue::find(db::Connection& connection, std::string_view id) const {
    return read(connection.query_one(kFind, id));
}

std::vector<Job> Queue::list(db::Connection& connection, const Filter& filter) const {
    std::string sql = "SELECT " DURE_JOB_COLUMNS " FROM job WHERE 1 = 1";
    std::vector<db::Value> arguments;
    const auto mark = [&](db::Value value) {
        arguments.push_back(std::move(value));
        return "$" + std::to_string(arguments.size());
    };
    if (filter.owner) sql += " AND owner = " + mark(*filter.owner);
    if (filter.state) sql += " AND state = " + mark(std::string(name_of(*filter.state)));
    if (filter.below) sql += " AND id < " + mark(*filter.below);
    sql += " ORDER BY id DESC LIMIT " + mark(std::int64_t{filter.limit});
    std::vector<Job> jobs;
    connection.run(sql, arguments, [&](const db::Row& row) { jobs.push_back(read(row)); });
    return jobs;
}

std::optional<Job> Queue::cancel(db::Connection& connection, std::string_view id) {
    auto job = find(connection, id);
    if (!job || is_final(job->state)) return job;
    if (job->state == State::running) {
        connection.after_commit([this, id = job->id] { signals_.cancel(id); });
        return read(connection.query_one(kAskToStop, id, clock_()));
    }
    job->state = State::cancelled;
    job->finished = clock_();
    return moved(connection, std::move(*job));
}

Expected<Job> Queue::retry(db::Connection& connection, std::string_view id) {
    auto job = find(connection, id);
    if (!job) return fail("job.unknown");
    if (!is_final(job->state) || job->state == State::done) {
        return fail("job.not_retriable", {{"state", std::string(name_of(job->state))}});
    }
    start_over(*job);
    job->attempts = 0;
    job->cancel_asked = false;
    return moved(connection, std::move(*job));
}

std::optional<Job> Queue::claim(db::Connection& connection, std::span<const std::string> kinds,
                                std::string_view worker, std::chrono::milliseconds lease) {
    std::string sql = "SELECT id FROM job WHERE state = 'queued' AND kind IN (";
    std::vector<db::Value> arguments;
    for (const auto& kind : kinds) {
        arguments.emplace_back(kind);
        sql += (arguments.size() > 1 ? ", $" : "$") + std::to_string(arguments.size());
    }
    sql += ") ORDER BY queued, id LIMIT 1";
    std::optional<std::string> id;
    connection.run(sql, arguments, [&](const db::Row& row) { id = row.text(0); });
    if (!id) return std::nullopt;
    const Instant now = clock_();
    auto job = read(connection.query_one(kTake, *id, worker, now + lease.count() * kMillisecond, now));
    if (const auto follower = followers_.find(job->kind); follower != followers_.end()) {
        follower->second(connection, *job);
    }
    return job;
}

bool Queue::keep(db::Connection& connection, std::string_view id, std::string_view worker,
                 std::chrono::milliseconds lease, const std::optional<Progress>& progress) {
    const Instant now = clock_();
    const Instant until = now + lease.count() * kMillisecond;
    if (!progress) return connection.execute(kKeep, id, worker, until) == 1;
    return connection.execute(kKeepWithProgress, id, worker, until, progress->fraction,
                              text_or_null(progress->stage), to_json(progress->details), now) == 1;
}

bool Queue::finish(db::Connection& connection, std::string_view id, std::string_view worker,
                   const Outcome& outcome) {
    auto job = running_for(connection, id, worker);
    if (!job) return false;
    if (outcome.save) outcome.save(connection);
    job->state = outcome.state;
    job->error = outcome.error;
    job->finished = clock_();
    if (outcome.state == State::done) job->progress.fraction = 1;
    moved(connection, std::move(*job));
    return true;
}

bool Queue::give_back(db::Connection& connection, std::string_view id, std::string_view worker) {
    auto job = running_for(connection, id, worker);
    if (!job) return false;
    start_over(*job);
    --job->attempts;
    moved(connection, std::move(*job));
    return true;
}

std::vector<std::string> Queue::cancelled_of(db::Connection& connection, std::string_view worker) const {
    std::vector<std::string> ids;
    for (const auto& row : connection.query(kCancelledOf, worker)) ids.push_back(row.text(0));
    return ids;
}

std::vector<Job> Queue::recover(db::Connection& connection, int max_attempts) {
    std::vector<Job> recovered;
    for (const auto& row : connection.query(kLost, clock_())) {
        Job job = read(row);
        if (job.cancel_asked) {
            job.state = State::cancelled;
            job.finished = clock_();
        } else if (job.attempts < max_attempts) {
            start_over(job);
        } else {
            job.state = State::interrupted;
            job.finished = clock_();
            job.error =
                Error{.code = "job.interrupted", .params = {{"attempts", std::to_string(job.attempts)}}};
        }
        recovered.push_back(moved(connection, std::move(job)));
    }
    return recovered;
}

std::optional<Job> Queue::running_for(db::Connection& connection, std::string_view id,
                                      std::string_view worker) const {
    return read(connection.query_one(kRunningFor, id, worker));
}

Job Queue::moved(db::Connection& connection, Job job) {
    const auto error = job.error ? std::optional(to_json(*job.error)) : std::nullopt;
    job = read(*connection.query_one(
        kMove, job.id, name_of(job.state), job.attempts, error, job.cancel_asked, job.started, job.finished,
        job.progress.fraction, text_or_null(job.progress.stage), to_json(job.progress.details), clock_()));
    if (job.state == State::queued) connection.after_commit([this] { signals_.ring(); });
    if (const auto follower = followers_.find(job.kind); follower != followers_.end()) {
        follower->second(connection, job);
    }
    return job;
}

}  // namespace dure::jobs
