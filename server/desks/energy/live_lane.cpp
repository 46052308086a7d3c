// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/live_lane.hpp"

#include <algorithm>

namespace dure::desks::energy {

LiveLane::Turn LiveLane::enter(const std::string& person, bool settled) {
    std::unique_lock lock(mutex_);
    const std::uint64_t mine = ++last_;
    const auto place = std::ranges::find(waiting_, person, &Ticket::person);
    if (place != waiting_.end()) {
        place->number = mine;  // the older request wakes up and finds its place taken
    } else {
        if (static_cast<int>(waiting_.size()) >= most_waiting_) return {nullptr, Entered::crowded};
        waiting_.push_back({person, mine});
    }
    if (settled && inside_ == person) stop_.request_stop();
    changed_.notify_all();
    const auto superseded = [&] {
        return std::ranges::find(waiting_, mine, &Ticket::number) == waiting_.end();
    };
    changed_.wait(lock, [&] { return superseded() || (!inside_ && waiting_.front().number == mine); });
    if (superseded()) return {nullptr, Entered::superseded};
    waiting_.pop_front();
    inside_ = person;
    stop_ = std::stop_source();
    return {this, Entered::turn};
}

void LiveLane::leave() {
    {
        const std::lock_guard lock(mutex_);
        inside_ = std::nullopt;
    }
    changed_.notify_all();
}

LiveLane::Turn::~Turn() {
    if (lane_) lane_->leave();
}

}  // namespace dure::desks::energy
