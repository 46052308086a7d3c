// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace dure::mail {

/// What mails are about: a person chooses a rhythm for each, except where the mail is the only way to them.
/// Only topics that something sends: a choice without mails would promise them. Sentence: mail.topic.<name>.
struct Topic {
    std::string_view name;
    bool chosen;  ///< its rhythm is the reader's choice
};

inline constexpr std::array kTopics = {
    Topic{"account", false}, Topic{"digest", false}, Topic{"task", true},    Topic{"mention", true},
    Topic{"comment", true},  Topic{"board", true},   Topic{"network", true}, Topic{"mailing", true},
};

constexpr const Topic* find_topic(std::string_view name) {
    const auto found = std::ranges::find(kTopics, name, &Topic::name);
    return found == kTopics.end() ? nullptr : &*found;
}

/// "task" of the kind "task.assigned".
constexpr std::string_view topic_of(std::string_view kind) {
    return kind.substr(0, kind.find('.'));
}

}  // namespace dure::mail
