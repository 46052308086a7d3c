// SPDX-License-Identifier: Apache-2.0
#include "server/jobs/signals.hpp"

namespace dure::jobs {

void Signals::ring() {
    const std::lock_guard lock(mutex_);
    ++rings_;
    changed_.notify_all();
}

std::uint64_t Signals::wait(std::uint64_t seen, const std::stop_token& stop, std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, stop, time, [&] { return rings_ != seen; });
    return rings_;
}

void Signals::watch(const std::string& id, std::stop_source source) {
    const std::lock_guard lock(mutex_);
    running_.insert_or_assign(id, std::move(source));
}

void Signals::forget(const std::string& id) {
    const std::lock_guard lock(mutex_);
    running_.erase(id);
}

void Signals::cancel(const std::string& id) {
    std::stop_source source(std::nostopstate);
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = running_.find(id); found != running_.end()) source = found->second;
    }
    source.request_stop();  // outside of the lock: it runs the callbacks of whoever listens
}

}  // namespace dure::jobs
