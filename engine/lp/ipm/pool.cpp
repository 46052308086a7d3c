// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/pool.hpp"

namespace dure::lp::ipm {
namespace {

constexpr int kSpins = 4000;

template <class Done>
void wait_until(const Done& done) {
    for (int spins = 0; !done(); ++spins) {
        if (spins > kSpins) std::this_thread::yield();
    }
}

}  // namespace

Pool::Pool(int threads) {
    for (int t = 1; t < threads; ++t) workers_.emplace_back([this, t] { work(t); });
}

Pool::~Pool() {
    closing_.store(true, std::memory_order_relaxed);
    round_.fetch_add(1, std::memory_order_release);
    for (auto& w : workers_) w.join();
}

void Pool::do_share(int worker) const {
    for (int t = worker; t < tasks_; t += threads()) call_(function_, t);
}

void Pool::share(int tasks, const void* f, Call call) {
    tasks_ = tasks;
    function_ = f;
    call_ = call;
    busy_.store(static_cast<int>(workers_.size()), std::memory_order_relaxed);
    round_.fetch_add(1, std::memory_order_release);
    do_share(0);
    wait_until([this] { return busy_.load(std::memory_order_acquire) == 0; });
}

void Pool::work(int worker) {
    for (unsigned seen = 0;; ++seen) {
        wait_until([this, seen] { return round_.load(std::memory_order_acquire) != seen; });
        if (closing_.load(std::memory_order_relaxed)) return;
        do_share(worker);
        busy_.fetch_sub(1, std::memory_order_release);
    }
}

}  // namespace dure::lp::ipm
