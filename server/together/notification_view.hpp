// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/together/notification_store.hpp"
#include "server/together/task_codec.hpp"

/// Notifications as their reader sees them now: what they may no longer read is left out.
namespace dure::together {

/// Schema Notification.
struct NotificationView {
    std::string id, kind, created, path;
    std::optional<std::string> read, actor_name;
    std::optional<RecordLink> subject;
    std::string text;  ///< the beginning of the comment, or the task
};
struct NotificationPage {
    std::vector<NotificationView> items;
    std::int64_t unread = 0;
    std::optional<std::string> next_cursor;
};
/// Schema NotificationCount.
struct NotificationCount {
    std::int64_t unread = 0;
};
/// Schema NotificationMark: `ids` or, without them, all.
struct NotificationMark {
    std::optional<std::vector<std::string>> ids;
    bool read = true;
};

/// A count beyond this is not gone on with.
inline constexpr int kMostCounted = 100;

std::optional<NotificationView> present(Reader& reader, const Notification& one);
NotificationPage page_of(Reader& reader, NotificationQuery query);
/// kMostCounted at most.
std::int64_t count_unread(Reader& reader);

Checked<NotificationMark> decode_mark(std::string_view json);
std::string encode(const NotificationPage& page);
std::string encode(const NotificationCount& count);

}  // namespace dure::together
