// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/desks/network/meeting.hpp"
#include "server/people/names.hpp"

namespace dure::desks::network {

/// What the page calls a cluster that attended.
struct MeetingCluster {
    std::string id, name, country;
    bool fictitious = false;
};

/// Schema Meeting.
struct MeetingView : MeetingContent {
    std::string id;
    std::vector<people::Name> body_names;
    std::vector<MeetingCluster> clusters;  ///< those of `attendance`
    MeetingState state = MeetingState::draft;
    std::optional<std::string> published_by_name, published_at;
    std::string owner_name;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};

struct MeetingPage {
    std::vector<MeetingView> items;
    std::optional<std::string> next_cursor;
};

/// Codes beside the codec's: meeting.cluster_twice.
Checked<MeetingContent> decode_meeting(std::string_view json);
std::string encode(const MeetingContent&);
std::string encode(const MeetingView&);
std::string encode(const MeetingPage&);

std::string_view name_of(MeetingState);

}  // namespace dure::desks::network
