// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/together/providers.hpp"
#include "server/together/recent.hpp"
#include "server/together/task_codec.hpp"

/// What leaves of what is gathered from all desks. Instants are texts here.
namespace dure::together {

/// Schema WaitingList: what is overdue first, then by day, then what has none.
struct WaitingList {
    std::vector<Wait> items;
};

/// Schema RecentChange.
struct ChangeView {
    std::string at, action;
    std::optional<std::string> actor_name;
    std::int64_t times = 1;
    RecordLink subject;
};
struct ChangePage {
    std::vector<ChangeView> items;
    std::optional<std::string> next_cursor;
};

/// Schema CalendarItem.
struct OccasionView {
    std::string kind, id, title, path, day;
    std::optional<std::string> begins;
    std::string place;
    bool done = false;
};
struct OccasionList {
    std::vector<OccasionView> items;
};

/// Schema CalendarFeed. `path` is told once, when it is made.
struct FeedView {
    bool exists = false;
    std::optional<std::string> created, last_read, path;
};

std::string encode(const WaitingList& list);
std::string encode(const ChangePage& page);
std::string encode(const OccasionList& list);
std::string encode(const FeedView& view);
ChangePage present(const RecentPage& page);
OccasionList present(const std::vector<Occasion>& list);

}  // namespace dure::together
