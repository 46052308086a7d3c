// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

namespace dure::desks::energy {

/// The one lane in which years are planned while somebody waits for them: one at a time, since a solve uses
/// all cores. A person has at most one turn and one place in the queue; a newer request of theirs takes the
/// place of the older, so that the queue is never longer than the people who wait, and each gets a turn in
/// the order in which they asked first.
class LiveLane {
  public:
    /// `most_waiting` people may wait; every one of them holds a thread.
    explicit LiveLane(int most_waiting) : most_waiting_(most_waiting) {}

    enum class Entered { turn, superseded, crowded };

    /// The lane is the caller's until the turn is destroyed.
    class Turn {
      public:
        Turn(LiveLane* lane, Entered entered) : lane_(lane), entered_(entered) {}
        Turn(Turn&& other) noexcept : lane_(other.lane_), entered_(other.entered_) { other.lane_ = nullptr; }
        Turn& operator=(Turn&&) = delete;
        ~Turn();

        Entered entered() const { return entered_; }
        /// Asked to stop when the person has moved on.
        std::stop_token stop() const { return lane_->stop_.get_token(); }

      private:
        LiveLane* lane_;
        Entered entered_;
    };

    /// Waits for a turn. `superseded`: a newer request of the same person came meanwhile. `crowded`: too many
    /// wait. With `settled`, the slider was let go: what is being computed for the person is stopped, since
    /// only this answer counts.
    Turn enter(const std::string& person, bool settled);

  private:
    struct Ticket {
        std::string person;
        std::uint64_t number = 0;
    };

    void leave();

    const int most_waiting_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Ticket> waiting_;
    std::optional<std::string> inside_;
    std::stop_source stop_;
    std::uint64_t last_ = 0;
};

}  // namespace dure::desks::energy
