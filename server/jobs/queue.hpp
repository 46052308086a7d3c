// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/id.hpp"
#include "server/jobs/job.hpp"
#include "server/jobs/signals.hpp"

namespace dure::jobs {

struct Filter {
    std::optional<std::string> owner;
    std::optional<State> state;
    std::optional<std::string> below;  ///< only jobs with smaller ids: the next page
    int limit = 50;
};

/// The queue of all jobs. The first part is for whoever asks for work, the second for those who do it;
/// nothing else touches the table, so that a queue over many machines can take its place. For use by any
/// thread.
class Queue {
  public:
    /// `followers` by the kind of job.
    Queue(Clock clock, IdMaker& ids, std::map<std::string, Follower> followers = {})
        : clock_(std::move(clock)), ids_(ids), followers_(std::move(followers)) {}

    /// Workers of this process begin at once after the commit, others within a second.
    Job enqueue(db::Connection& connection, const NewJob& job);
    std::optional<Job> find(db::Connection& connection, std::string_view id) const;
    std::vector<Job> list(db::Connection& connection, const Filter& filter) const;  ///< newest first
    /// A queued job is cancelled, a running one is asked to stop, a finished one stays as it is. None: no
    /// such job.
    std::optional<Job> cancel(db::Connection& connection, std::string_view id);
    /// Queues a failed, cancelled or interrupted job again. Errors: job.unknown, job.not_retriable {state}.
    Expected<Job> retry(db::Connection& connection, std::string_view id);

    /// The oldest queued job of one of the kinds, now running for `worker`.
    std::optional<Job> claim(db::Connection& connection, std::span<const std::string> kinds,
                             std::string_view worker, std::chrono::milliseconds lease);
    /// Keeps the job for the worker and notes its progress, if there is news. False: it is no longer the
    /// worker's.
    bool keep(db::Connection& connection, std::string_view id, std::string_view worker,
              std::chrono::milliseconds lease, const std::optional<Progress>& progress);
    /// Ends the job and saves its results. False: it is no longer the worker's, nothing was saved.
    bool finish(db::Connection& connection, std::string_view id, std::string_view worker,
                const Outcome& outcome);
    /// Puts a running job back for another worker without counting the attempt.
    bool give_back(db::Connection& connection, std::string_view id, std::string_view worker);
    /// Jobs of the worker that were asked to stop.
    std::vector<std::string> cancelled_of(db::Connection& connection, std::string_view worker) const;
    /// Jobs whose worker is gone: queued again, or interrupted after `max_attempts` attempts. Returns them.
    std::vector<Job> recover(db::Connection& connection, int max_attempts);

    Signals& signals() { return signals_; }

  private:
    std::optional<Job> running_for(db::Connection& connection, std::string_view id,
                                   std::string_view worker) const;
    Job moved(db::Connection& connection, Job job);

    const Clock clock_;
    IdMaker& ids_;
    const std::map<std::string, Follower> followers_;
    Signals signals_;
};

}  // namespace dure::jobs
