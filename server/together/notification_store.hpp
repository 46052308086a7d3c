// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"

namespace dure::together {

/// That something happened which a person is told of; what, stands in the record.
struct Notification {
    std::int64_t number = 0;
    std::string kind, about;
    std::optional<std::string> actor_name;
    std::optional<Instant> read;
    Instant created = 0;
};

struct NotificationQuery {
    std::string account;
    bool unread = false;
    std::optional<std::int64_t> below;  ///< only smaller numbers: the next page
    int limit = 50;
};
/// The latest first, the limit at most.
std::vector<Notification> list_notifications(db::Connection& c, const NotificationQuery& query);
/// Marks the account's own; none: all. Returns how many were not so before.
std::int64_t mark_notifications(db::Connection& c, const std::string& account,
                                const std::optional<std::vector<std::int64_t>>& numbers, bool read,
                                Instant now);
/// Changes when there is a new one or one is marked.
std::string notification_state(db::Connection& c, const std::string& account);

}  // namespace dure::together
