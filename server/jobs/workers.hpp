// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>

#include "server/jobs/queue.hpp"

namespace dure::jobs {

struct WorkerOptions {
    int threads = 1;                          ///< jobs that run at once
    int max_attempts = 3;                     ///< how often a job is begun by itself when its process dies
    std::chrono::milliseconds lease{10'000};  ///< a job whose worker was silent for so long has lost it
    std::chrono::milliseconds beat{250};      ///< how often progress is written
    std::chrono::milliseconds poll{1'000};    ///< how often the queue is looked at for other processes' jobs
};

/// Threads that do the queue's jobs of the kinds they have handlers for. An exception of a handler fails its
/// job with job.failed and is logged.
class Workers {
  public:
    Workers(db::Database& database, Queue& queue, std::string name, std::map<std::string, Handler> handlers,
            WorkerOptions options = {});
    /// Asks running handlers to stop, waits for them, and puts their jobs back into the queue.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    class Impl;

  private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace dure::jobs
