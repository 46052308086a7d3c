// SPDX-License-Identifier: Apache-2.0
#include "server/board/codec.hpp"

#include <stdexcept>

#include "engine/base/utc_text.hpp"
#include "server/board/described.hpp"
#include "server/codec/codec.hpp"
#include "server/people/texts.hpp"

namespace dure::board {

using codec::optional;
using codec::required;

BOOST_DESCRIBE_STRUCT(Rule, (),
                      (quorum_numerator, quorum_denominator, quorum_more_than, majority_of, proxies,
                       chair_decides_ties, basis))
BOOST_DESCRIBE_STRUCT(RuleView, (Rule), (version, updated, actions))
BOOST_DESCRIBE_STRUCT(ItemContent, (), (title, proposal, ballot, majority))
BOOST_DESCRIBE_STRUCT(MeetingContent, (), (title, place, begins, notice, chair, items))
BOOST_DESCRIBE_STRUCT(NewPresence, (), (presence, proxy))
BOOST_DESCRIBE_STRUCT(NewVote, (), (choice))
BOOST_DESCRIBE_STRUCT(NewMinutes, (), (remarks, correction))
BOOST_DESCRIBE_STRUCT(VoteView, (), (member, name, choice))
BOOST_DESCRIBE_STRUCT(ResolutionNumber, (), (year, serial))
BOOST_DESCRIBE_STRUCT(ItemView, (ItemContent),
                      (id, position, state, yes, no, abstain, attending, resolution, decided, votes,
                       may_vote_for, actions))
BOOST_DESCRIBE_STRUCT(MemberView, (), (account, name, presence, proxy, proxy_name))
BOOST_DESCRIBE_STRUCT(MinutesSummary, (),
                      (id, number, remarks, correction, author_name, created, approval, approval_state))
BOOST_DESCRIBE_STRUCT(MeetingSummary, (),
                      (id, title, place, begins, chair, chair_name, secretary, secretary_name, state,
                       fictitious, version, created, updated))
BOOST_DESCRIBE_STRUCT(MeetingPage, (), (items, next_cursor))
BOOST_DESCRIBE_STRUCT(MeetingView, (MeetingSummary),
                      (notice, rule, attending, quorum, quorate, agenda, members, minutes, actions))
BOOST_DESCRIBE_STRUCT(MinutesView, (),
                      (id, meeting, number, remarks, correction, author_name, created, content))
BOOST_DESCRIBE_STRUCT(ResolutionView, (),
                      (number, title, meeting, meeting_title, decided, yes, no, abstain, attending))
BOOST_DESCRIBE_STRUCT(ResolutionList, (), (items))

namespace {

bool is_instant(std::string_view text) {
    return instant_from(text).has_value();
}
void check_line(const std::string& text, std::string_view pointer, codec::Reader& reader) {
    if (!people::is_line(text)) reader.refuse("names.blank", {}, pointer);
}

}  // namespace

std::span<const codec::Rule> json_rules(const Rule*) {
    static const codec::Rule rules[] = {required("quorum_numerator").at_least(1).at_most(100),
                                        required("quorum_denominator").at_least(1).at_most(100),
                                        required("quorum_more_than"),
                                        required("majority_of"),
                                        required("proxies"),
                                        required("chair_decides_ties"),
                                        optional("basis").length(0, 300)};
    return rules;
}
void json_check(const Rule& rule, codec::Reader& reader) {
    const bool whole = rule.quorum_numerator == rule.quorum_denominator;
    if (rule.quorum_numerator > rule.quorum_denominator || (whole && rule.quorum_more_than))
        reader.refuse("board.quorum_above_one", {}, "/quorum_numerator");
}

std::span<const codec::Rule> json_rules(const ItemContent*) {
    static const codec::Rule rules[] = {required("title").length(1, 200),
                                        optional("proposal").length(0, 20'000), required("ballot"),
                                        required("majority")};
    return rules;
}
void json_check(const ItemContent& item, codec::Reader& reader) {
    check_line(item.title, "/title", reader);
}
std::span<const codec::Rule> json_rules(const MeetingContent*) {
    static const codec::Rule rules[] = {required("title").length(1, 200),
                                        required("place").length(0, 300),
                                        required("begins").format("2026-11-26T09:00:00+09:00", is_instant),
                                        optional("notice").length(0, 10'000),
                                        required("chair"),
                                        required("items").items(0, 50)};
    return rules;
}
void json_check(const MeetingContent& meeting, codec::Reader& reader) {
    check_line(meeting.title, "/title", reader);
}
std::span<const codec::Rule> json_rules(const NewPresence*) {
    static const codec::Rule rules[] = {required("presence")};
    return rules;
}
void json_check(const NewPresence& one, codec::Reader& reader) {
    if ((one.presence == Presence::proxy) != one.proxy.has_value())
        reader.refuse("board.proxy_with_person", {}, "/proxy");
}
std::span<const codec::Rule> json_rules(const NewVote*) {
    static const codec::Rule rules[] = {required("choice")};
    return rules;
}
std::span<const codec::Rule> json_rules(const NewMinutes*) {
    static const codec::Rule rules[] = {optional("remarks").length(0, 20'000),
                                        optional("correction").length(0, 2000)};
    return rules;
}

Checked<Rule> decode_rule(std::string_view json) {
    return codec::decode<Rule>(json);
}
Checked<MeetingContent> decode_meeting(std::string_view json) {
    return codec::decode<MeetingContent>(json);
}
Checked<NewPresence> decode_presence(std::string_view json) {
    return codec::decode<NewPresence>(json);
}
Checked<NewVote> decode_vote(std::string_view json) {
    return codec::decode<NewVote>(json);
}
Checked<NewMinutes> decode_minutes(std::string_view json) {
    return codec::decode<NewMinutes>(json);
}
MeetingView meeting_view_from(std::string_view json) {
    auto view = codec::decode<MeetingView>(json);
    if (!view) throw std::runtime_error("a board's minutes cannot be read");
    return std::move(*view);
}

std::string encode(const Rule& rule) {
    return codec::encode(rule);
}
std::string encode(const RuleView& view) {
    return codec::encode(view);
}
std::string encode(const MeetingContent& content) {
    return codec::encode(content);
}
std::string encode(const MeetingPage& page) {
    return codec::encode(page);
}
std::string encode(const MeetingView& view) {
    return codec::encode(view);
}
std::string encode(const MinutesView& view) {
    return codec::encode(view);
}
std::string encode(const ResolutionList& list) {
    return codec::encode(list);
}

}  // namespace dure::board
