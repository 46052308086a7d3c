// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"

namespace dure::desks::network {

struct AgendaItem {
    std::string title, text;
    bool operator==(const AgendaItem&) const = default;
};

enum class Presence { present, online, excused, absent };

struct Attendance {
    std::string cluster;  ///< id
    Presence presence = Presence::present;
    std::string people;  ///< who came, in words
    bool operator==(const Attendance&) const = default;
};

struct Decision {
    std::string text;
    bool operator==(const Decision&) const = default;
};

struct MeetingTask {
    std::string text, who;
    std::optional<std::string> due;  ///< day
    bool done = false;
    bool operator==(const MeetingTask&) const = default;
};

/// What a person writes of a meeting. Schema MeetingContent.
struct MeetingContent {
    std::string body;  ///< id of the body that meets
    std::string title;
    std::string language;             ///< of title, agenda and minutes
    std::string day;                  ///< on which it is held
    std::optional<std::string> time;  ///< "14:30" at the place
    std::string place;
    std::optional<std::string> link;  ///< of an online meeting
    std::vector<AgendaItem> agenda;
    std::vector<Attendance> attendance;
    std::string minutes;
    std::vector<Decision> decisions;
    std::vector<MeetingTask> tasks;
    bool operator==(const MeetingContent&) const = default;
};

enum class MeetingState { draft, published };

/// As the tables hold it.
struct Meeting {
    std::string id;
    MeetingContent content;
    MeetingState state = MeetingState::draft;
    std::optional<std::string> published_by, published_by_name;
    std::optional<Instant> published_at;
    std::string owner, owner_name;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

}  // namespace dure::desks::network
