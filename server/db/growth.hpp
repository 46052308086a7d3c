// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace dure::db {

/// How many rows came into which table at once since PostgreSQL last counted them for us. Its own autovacuum
/// looks once a minute; an import that is over by then would run by plans made for empty tables. Used by
/// several threads.
class Growth {
  public:
    /// Whether so many have come by now (1,000, and three times as many as were there when it was counted
    /// last) that the table wants to be counted again; it then says so once. Counting more often tells the
    /// plans nothing new and costs a long import a tenth of its time.
    bool wants_counting(std::string_view table, std::int64_t rows) {
        const std::lock_guard lock(mutex_);
        Table& one = tables_[std::string(table)];
        one.come += rows;
        if (one.come < std::max<std::int64_t>(kLeast, 3 * one.counted)) return false;
        one.counted += one.come;
        one.come = 0;
        return true;
    }

  private:
    static constexpr std::int64_t kLeast = 1'000;
    struct Table {
        std::int64_t come = 0, counted = 0;
    };
    std::mutex mutex_;
    std::map<std::string, Table> tables_;
};

}  // namespace dure::db
