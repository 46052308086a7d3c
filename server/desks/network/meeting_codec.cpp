// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/meeting_codec.hpp"

#include <set>

#include "server/desks/network/days.hpp"
#include "server/people/name_rules.hpp"

namespace dure::desks::network {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_ENUM(Presence, present, online, excused, absent)
BOOST_DESCRIBE_ENUM(MeetingState, draft, published)
BOOST_DESCRIBE_STRUCT(AgendaItem, (), (title, text))
BOOST_DESCRIBE_STRUCT(Attendance, (), (cluster, presence, people))
BOOST_DESCRIBE_STRUCT(Decision, (), (text))
BOOST_DESCRIBE_STRUCT(MeetingTask, (), (text, who, due, done))
BOOST_DESCRIBE_STRUCT(MeetingContent, (),
                      (body, title, language, day, time, place, link, agenda, attendance, minutes, decisions,
                       tasks))
BOOST_DESCRIBE_STRUCT(MeetingCluster, (), (id, name, country, fictitious))
BOOST_DESCRIBE_STRUCT(MeetingView, (MeetingContent),
                      (id, body_names, clusters, state, published_by_name, published_at, owner_name, version,
                       created, updated, deleted, actions))
BOOST_DESCRIBE_STRUCT(MeetingPage, (), (items, next_cursor))

namespace {

/// "09:00" to "23:59".
bool is_time_of_day(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return false;
    for (const std::size_t i : {0, 1, 3, 4})
        if (text[i] < '0' || text[i] > '9') return false;
    return text.substr(0, 2) < "24" && text.substr(3) < "60";
}

}  // namespace

std::span<const Rule> json_rules(const AgendaItem*) {
    static const Rule rules[] = {required("title").length(1, 300).format("title", people::is_line),
                                 optional("text").length(0, 5000)};
    return rules;
}
std::span<const Rule> json_rules(const Attendance*) {
    static const Rule rules[] = {required("cluster").length(1, 50), required("presence"),
                                 optional("people").length(0, 500)};
    return rules;
}
std::span<const Rule> json_rules(const Decision*) {
    static const Rule rules[] = {required("text").length(1, 5000)};
    return rules;
}
std::span<const Rule> json_rules(const MeetingTask*) {
    static const Rule rules[] = {required("text").length(1, 2000), optional("who").length(0, 300),
                                 optional("due").format("2026-11-26", is_day), optional("done")};
    return rules;
}
std::span<const Rule> json_rules(const MeetingContent*) {
    static const Rule rules[] = {
        required("body").length(1, 50),
        required("title").length(1, 300).format("title", people::is_line),
        required("language").length(2, 35).format("ko, en, zh-Hant", people::is_language_tag),
        required("day").format("2026-11-26", is_day),
        optional("time").format("14:30", is_time_of_day),
        optional("place").length(0, 300),
        optional("link").length(1, 500).format("https://www.example.org", people::is_web_address),
        optional("agenda").items(0, 100),
        optional("attendance").items(0, 500),
        optional("minutes").length(0, 100000),
        optional("decisions").items(0, 200),
        optional("tasks").items(0, 200)};
    return rules;
}

void json_check(const MeetingContent& content, codec::Reader& reader) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < content.attendance.size(); ++i)
        if (!seen.insert(content.attendance[i].cluster).second)
            reader.refuse("meeting.cluster_twice", {}, "/attendance/" + std::to_string(i) + "/cluster");
}

Checked<MeetingContent> decode_meeting(std::string_view json) {
    return codec::decode<MeetingContent>(json);
}
std::string encode(const MeetingContent& content) {
    return codec::encode(content);
}
std::string encode(const MeetingView& view) {
    return codec::encode(view);
}
std::string encode(const MeetingPage& page) {
    return codec::encode(page);
}
std::string_view name_of(MeetingState state) {
    return boost::describe::enum_to_string(state, "");
}

}  // namespace dure::desks::network
