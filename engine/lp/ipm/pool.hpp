// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

namespace dure::lp::ipm {

/// Threads that share the short loops of one solve. Whoever is awake takes the next task, so that a worker
/// which the machine keeps waiting costs nothing: the calling thread does its tasks. Results must be kept by
/// task, then they do not depend on who did what.
class Pool {
  public:
    explicit Pool(int threads);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    int threads() const { return static_cast<int>(workers_.size()) + 1; }

    /// Calls f(task) for 0 ≤ task < tasks < 65536 and returns when all are done. f must not throw.
    template <class F>
    void run(int tasks, const F& f) {
        if (workers_.empty() || tasks <= 1) {
            for (int t = 0; t < tasks; ++t) f(t);
            return;
        }
        share(tasks, &f, [](const void* g, int task) { (*static_cast<const F*>(g))(task); });
    }

  private:
    using Call = void (*)(const void*, int);
    /// Number of the loop (32 bits), its tasks (16), the next to be taken (16): one word, so that a worker
    /// which wakes up late cannot take a task of another loop.
    using State = std::uint64_t;

    void share(int tasks, const void* f, Call call);
    bool take_task();
    void work();

    std::vector<std::thread> workers_;
    const void* function_ = nullptr;
    Call call_ = nullptr;
    std::uint32_t loop_ = 0;
    std::atomic<State> state_{0};
    std::atomic<int> done_{0};
    std::atomic<bool> closing_{false};
};

}  // namespace dure::lp::ipm
