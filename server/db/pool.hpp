// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "server/db/database.hpp"

namespace dure::db {

/// At most `size` connections, made when first needed and handed out first come, first served.
template <class T>
class Pool {
  public:
    using Make = std::function<std::unique_ptr<T>()>;

    Pool(std::size_t size, Make make) : size_(size), make_(std::move(make)) {}

    /// A connection on loan; returned when it goes out of scope.
    class Lease {
      public:
        Lease(Pool& pool, std::unique_ptr<T> item) : pool_(pool), item_(std::move(item)) {}
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease() { pool_.give_back(std::move(item_)); }
        T& operator*() { return *item_; }
        T* operator->() { return item_.get(); }
        /// Closes a broken connection; a new one is made when one is needed.
        void discard() { item_.reset(); }
        void replace(std::unique_ptr<T> item) { item_ = std::move(item); }

      private:
        Pool& pool_;
        std::unique_ptr<T> item_;
    };

    /// Throws Error{busy} when none is free within `timeout`.
    Lease acquire(std::chrono::milliseconds timeout) {
        std::unique_lock lock(mutex_);
        const auto ticket = next_ticket_++;
        waiting_.push_back(ticket);
        const bool mine = changed_.wait_for(
            lock, timeout, [&] { return waiting_.front() == ticket && (!idle_.empty() || made_ < size_); });
        std::erase(waiting_, ticket);
        changed_.notify_all();
        if (!mine) throw Error(ErrorKind::busy, "no connection was free in time");
        if (!idle_.empty()) {
            auto item = std::move(idle_.back());
            idle_.pop_back();
            return Lease(*this, std::move(item));
        }
        ++made_;
        lock.unlock();
        try {
            return Lease(*this, make_());
        } catch (...) {
            give_back(nullptr);
            throw;
        }
    }

    std::unique_ptr<T> make() const { return make_(); }

    bool somebody_waits() {
        const std::lock_guard lock(mutex_);
        return !waiting_.empty();
    }

    /// Those that nobody has; what is done with them must be quick.
    template <class F>
    void for_each_idle(F&& action) {
        const std::lock_guard lock(mutex_);
        for (const auto& item : idle_) action(*item);
    }

  private:
    void give_back(std::unique_ptr<T> item) {
        const std::lock_guard lock(mutex_);
        if (item)
            idle_.push_back(std::move(item));
        else
            --made_;
        changed_.notify_all();
    }

    const std::size_t size_;
    const Make make_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::unique_ptr<T>> idle_;
    std::deque<std::uint64_t> waiting_;
    std::uint64_t next_ticket_ = 0;
    std::size_t made_ = 0;
};

}  // namespace dure::db
