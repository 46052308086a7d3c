// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <thread>
#include <vector>

namespace dure::lp::ipm {

/// Threads that share the short loops of one solve. They spin between loops (a loop takes some 50 µs), then
/// yield. Tasks are dealt out by number, so that results do not depend on how many threads there are.
class Pool {
  public:
    explicit Pool(int threads);
    ~Pool();
    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    int threads() const { return static_cast<int>(workers_.size()) + 1; }

    /// Calls f(task) for 0 ≤ task < tasks and returns when all are done. f must not throw.
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
    void share(int tasks, const void* f, Call call);
    void work(int worker);
    void do_share(int worker) const;

    std::vector<std::thread> workers_;
    int tasks_ = 0;
    const void* function_ = nullptr;
    Call call_ = nullptr;
    std::atomic<unsigned> round_{0};
    std::atomic<int> busy_{0};
    std::atomic<bool> closing_{false};
};

}  // namespace dure::lp::ipm
