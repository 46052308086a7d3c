// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/pool.hpp"

namespace dure::lp::ipm {
namespace {

constexpr int kSpins = 4000, kYields = 200;

bool has_task(std::uint64_t state) {
    return (state & 0xffff) < ((state >> 16) & 0xffff);
}

}  // namespace

Pool::Pool(int threads) {
    for (int t = 1; t < threads; ++t) workers_.emplace_back([this] { work(); });
}

Pool::~Pool() {
    closing_.store(true, std::memory_order_relaxed);
    state_.store(static_cast<State>(++loop_) << 32, std::memory_order_release);
    state_.notify_all();
    for (auto& w : workers_) w.join();
}

/// False when there was none. What the loop calls may be read once a task of it is taken: the loop then
/// cannot end.
bool Pool::take_task() {
    State state = state_.load(std::memory_order_acquire);
    do {
        if (!has_task(state)) return false;
    } while (!state_.compare_exchange_weak(state, state + 1, std::memory_order_acq_rel,
                                           std::memory_order_acquire));
    call_(function_, static_cast<int>(state & 0xffff));
    done_.fetch_add(1, std::memory_order_release);
    return true;
}

void Pool::share(int tasks, const void* f, Call call) {
    function_ = f;
    call_ = call;
    done_.store(0, std::memory_order_relaxed);
    state_.store(static_cast<State>(++loop_) << 32 | static_cast<State>(tasks) << 16,
                 std::memory_order_release);
    state_.notify_all();
    while (take_task()) {
    }
    for (int spins = 0; done_.load(std::memory_order_acquire) != tasks; ++spins) {
        if (spins > kSpins) std::this_thread::yield();
    }
}

void Pool::work() {
    for (int idle = 0; !closing_.load(std::memory_order_relaxed);) {
        if (take_task()) {
            idle = 0;
            continue;
        }
        ++idle;
        if (idle > kSpins) std::this_thread::yield();
        if (idle <= kSpins + kYields) continue;
        const State seen = state_.load(std::memory_order_acquire);
        if (!has_task(seen) && !closing_.load(std::memory_order_relaxed))
            state_.wait(seen, std::memory_order_acquire);
        idle = 0;
    }
}

}  // namespace dure::lp::ipm
