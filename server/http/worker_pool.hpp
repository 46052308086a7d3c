// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dure::http {

/// Threads that run tasks in the order in which they came.
class WorkerPool {
  public:
    using Task = std::move_only_function<void()>;

    explicit WorkerPool(int threads);
    ~WorkerPool() { stop(); }

    void post(Task task);
    std::size_t waiting() const;
    /// Runs what was posted, then ends the threads.
    void stop();

  private:
    void work();

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Task> tasks_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace dure::http
