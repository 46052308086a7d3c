// SPDX-License-Identifier: Apache-2.0
#include "server/board/store.hpp"

#include <algorithm>

#include "engine/base/text.hpp"
#include "server/board/codec.hpp"
#include "server/board/described.hpp"
#include "server/db/like.hpp"

namespace dure::board {
namespace {

constexpr std::string_view kRule =
    "SELECT quorum_numerator, quorum_denominator, quorum_more_than, majority_of, proxies, chair_decides_ties,"
    " basis, version, updated FROM board_rule WHERE id = 'board'";
constexpr std::string_view kSetRule =
    "UPDATE board_rule SET quorum_numerator = $1, quorum_denominator = $2, quorum_more_than = $3, "
    "majority_of "
    "= $4, proxies = $5, chair_decides_ties = $6, basis = $7, updated = $8, version = version + 1"
    " WHERE id = 'board' AND version = $9";
const std::string kSelect =
    "SELECT m.id, m.title, m.place, m.begins, m.notice, m.chair, a.name, m.secretary, b.name, m.state, "
    "m.rule,"
    " m.fictitious, m.version, m.created, m.updated FROM board_meeting m JOIN account a ON a.id = m.chair"
    " JOIN account b ON b.id = m.secretary";
const std::string kFind = kSelect + " WHERE m.id = $1";
constexpr std::string_view kInsert =
    "INSERT INTO board_meeting (id, title, name_key, search, place, begins, notice, chair, secretary, state, "
    "fictitious, version, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
constexpr std::string_view kUpdate =
    "UPDATE board_meeting SET title = $2, name_key = $3, search = $4, place = $5, begins = $6, notice = $7,"
    " chair = $8, state = $9, rule = $10, updated = $11, version = version + 1 WHERE id = $1 AND version = "
    "$12";
constexpr std::string_view kItems =
    "SELECT id, title, proposal, ballot, majority, state, yes_votes, no_votes, abstentions, present_count,"
    " resolution_year, resolution_serial, decided FROM board_item WHERE meeting = $1 ORDER BY position";
constexpr std::string_view kRemoveItems = "DELETE FROM board_item WHERE meeting = $1";
constexpr std::string_view kInsertItem =
    "INSERT INTO board_item (id, meeting, position, title, proposal, ballot, majority, state)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view kUpdateItem =
    "UPDATE board_item SET state = $2, yes_votes = $3, no_votes = $4, abstentions = $5, present_count = $6,"
    " resolution_year = $7, resolution_serial = $8, decided = $9 WHERE id = $1";
constexpr std::string_view kVotes =
    "SELECT v.item, v.member, v.cast_by, v.choice FROM board_vote v JOIN board_item i ON i.id = v.item"
    " JOIN account a ON a.id = v.member WHERE i.meeting = $1 ORDER BY a.name_key, v.member";
constexpr std::string_view kMembers =
    "SELECT t.account, a.name, t.state, t.proxy FROM board_attendance t JOIN account a ON a.id = t.account"
    " WHERE t.meeting = $1 ORDER BY a.name_key, a.id";
constexpr std::string_view kInsertMember =
    "INSERT INTO board_attendance (meeting, account, state, proxy) VALUES ($1, $2, $3, $4)";
constexpr std::string_view kUpdateMember =
    "UPDATE board_attendance SET state = $3, proxy = $4 WHERE meeting = $1 AND account = $2";
constexpr std::string_view kMinutes =
    "SELECT t.id, t.number, t.content, t.remarks, t.correction, t.author, a.name, t.created FROM "
    "board_minutes t JOIN account a ON a.id = t.author WHERE t.meeting = $1 ORDER BY t.number";
constexpr std::string_view kInsertMinutes =
    "INSERT INTO board_minutes (id, meeting, number, content, remarks, correction, author, created)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
constexpr std::string_view kMeetingOfMinutes = "SELECT meeting FROM board_minutes WHERE id = $1";
constexpr std::string_view kOpenVote =
    "INSERT INTO board_vote (item, member, cast_by, choice) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (item, member) DO UPDATE SET cast_by = excluded.cast_by, choice = excluded.choice";
constexpr std::string_view kSecretVote =
    "INSERT INTO board_vote (item, member, cast_by, choice) VALUES ($1, $2, $3, NULL)"
    " ON CONFLICT (item, member) DO NOTHING";
constexpr std::string_view kCount[] = {"UPDATE board_item SET yes_votes = yes_votes + 1 WHERE id = $1",
                                       "UPDATE board_item SET no_votes = no_votes + 1 WHERE id = $1",
                                       "UPDATE board_item SET abstentions = abstentions + 1 WHERE id = $1"};
const std::string kResolutions =
    "SELECT i.resolution_year, i.resolution_serial, i.title, m.id, m.title, i.yes_votes, i.no_votes,"
    " i.abstentions, i.present_count, i.decided FROM board_item i JOIN board_meeting m ON m.id = i.meeting"
    " WHERE i.resolution_serial IS NOT NULL";
const std::string kResolutionOrder = " ORDER BY i.resolution_year DESC, i.resolution_serial DESC";
constexpr std::string_view kBoardMembers =
    "SELECT DISTINCT a.id, a.name, a.name_key FROM account a JOIN role_grant g ON g.account = a.id WHERE "
    "a.active = 1 AND g.role = 'board_member' AND g.valid_from <= $1 AND (g.valid_until IS NULL OR "
    "g.valid_until > $1) ORDER BY a.name_key, a.id";

Meeting meeting_from(const db::Row& row) {
    Meeting one{.id = row.text(0),
                .title = row.text(1),
                .place = row.text(2),
                .notice = row.text(4),
                .begins = row.integer(3),
                .chair = row.text(5),
                .chair_name = row.text(6),
                .secretary = row.text(7),
                .secretary_name = row.text(8),
                .state = value_of<MeetingState>(row.text(9)),
                .fictitious = row.boolean(11),
                .version = row.integer(12),
                .created = row.integer(13),
                .updated = row.integer(14)};
    if (const auto rule = row.optional_text(10)) one.rule = decode_rule(*rule).value();
    return one;
}

Item item_from(const db::Row& row) {
    return {.id = row.text(0),
            .content = {.title = row.text(1),
                        .proposal = row.text(2),
                        .ballot = value_of<Ballot>(row.text(3)),
                        .majority = value_of<Majority>(row.text(4))},
            .state = value_of<ItemState>(row.text(5)),
            .tally = {row.integer(6), row.integer(7), row.integer(8)},
            .present_count = row.optional_integer(9),
            .resolution_year = row.optional_integer(10),
            .resolution_serial = row.optional_integer(11),
            .decided = row.optional_integer(12)};
}

void read_votes(db::Connection& c, Meeting& meeting) {
    for (const db::Row& row : c.query(kVotes, meeting.id)) {
        const auto item = std::ranges::find(meeting.items, row.text(0), &Item::id);
        Vote vote{.member = row.text(1), .cast_by = row.text(2)};
        if (const auto choice = row.optional_text(3)) vote.choice = value_of<Choice>(*choice);
        item->votes.push_back(std::move(vote));
    }
}

std::string search_of(const Meeting& meeting) {
    return folded(meeting.title) + '\n' + folded(meeting.place);
}

}  // namespace

KeptRule current_rule(db::Connection& c) {
    const auto row = c.query_one(kRule).value();
    return {.rule = {.quorum_numerator = row.integer(0),
                     .quorum_denominator = row.integer(1),
                     .quorum_more_than = row.boolean(2),
                     .majority_of = value_of<MajorityOf>(row.text(3)),
                     .proxies = row.boolean(4),
                     .chair_decides_ties = row.boolean(5),
                     .basis = row.text(6)},
            .version = row.integer(7),
            .updated = row.integer(8)};
}

bool set_rule(db::Connection& c, const Rule& rule, std::int64_t version, Instant now) {
    return c.execute(kSetRule, rule.quorum_numerator, rule.quorum_denominator, rule.quorum_more_than,
                     text_of(rule.majority_of), rule.proxies, rule.chair_decides_ties, rule.basis, now,
                     version) == 1;
}

void insert_meeting(db::Connection& c, const Meeting& one) {
    c.execute(kInsert, one.id, one.title, sort_key(one.title), search_of(one), one.place, one.begins,
              one.notice, one.chair, one.secretary, text_of(one.state), one.fictitious, one.version,
              one.created, one.updated);
    set_items(c, one);
}

std::optional<Meeting> find_meeting(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kFind, id);
    if (!row) return std::nullopt;
    Meeting one = meeting_from(*row);
    for (const db::Row& item : c.query(kItems, id)) one.items.push_back(item_from(item));
    read_votes(c, one);
    for (const db::Row& member : c.query(kMembers, id))
        one.members.push_back({.account = member.text(0),
                               .name = member.text(1),
                               .presence = value_of<Presence>(member.text(2)),
                               .proxy = member.optional_text(3)});
    for (const db::Row& minutes : c.query(kMinutes, id))
        one.minutes.push_back({.id = minutes.text(0),
                               .number = minutes.integer(1),
                               .content = minutes.text(2),
                               .remarks = minutes.text(3),
                               .correction = minutes.text(4),
                               .author = minutes.text(5),
                               .author_name = minutes.text(6),
                               .created = minutes.integer(7)});
    return one;
}

bool update_meeting(db::Connection& c, const Meeting& one) {
    const auto rule = one.rule ? std::optional(encode(*one.rule)) : std::nullopt;
    return c.execute(kUpdate, one.id, one.title, sort_key(one.title), search_of(one), one.place, one.begins,
                     one.notice, one.chair, text_of(one.state), rule, one.updated, one.version) == 1;
}

void set_items(db::Connection& c, const Meeting& meeting) {
    c.execute(kRemoveItems, meeting.id);
    std::int64_t position = 0;
    for (const Item& item : meeting.items)
        c.execute(kInsertItem, item.id, meeting.id, ++position, item.content.title, item.content.proposal,
                  text_of(item.content.ballot), text_of(item.content.majority), text_of(item.state));
}

void set_members(db::Connection& c, const Meeting& meeting) {
    for (const Member& member : meeting.members)
        c.execute(kInsertMember, meeting.id, member.account, text_of(member.presence), member.proxy);
}

void update_member(db::Connection& c, const std::string& meeting, const Member& member) {
    c.execute(kUpdateMember, meeting, member.account, text_of(member.presence), member.proxy);
}

void update_item(db::Connection& c, const Item& item) {
    c.execute(kUpdateItem, item.id, text_of(item.state), item.tally.yes, item.tally.no, item.tally.abstain,
              item.present_count, item.resolution_year, item.resolution_serial, item.decided);
}

std::optional<std::string> meeting_of_minutes(db::Connection& c, const std::string& minutes) {
    const auto row = c.query_one(kMeetingOfMinutes, minutes);
    return row ? std::optional(row->text(0)) : std::nullopt;
}

void put_open_vote(db::Connection& c, const std::string& item, const Vote& vote) {
    c.execute(kOpenVote, item, vote.member, vote.cast_by, text_of(vote.choice.value()));
}

bool put_secret_vote(db::Connection& c, const std::string& item, const std::string& member,
                     const std::string& cast_by, Choice choice) {
    if (c.execute(kSecretVote, item, member, cast_by) != 1) return false;
    c.execute(kCount[static_cast<std::size_t>(choice)], item);
    return true;
}

void insert_minutes(db::Connection& c, const std::string& meeting, const Minutes& minutes) {
    c.execute(kInsertMinutes, minutes.id, meeting, minutes.number, minutes.content, minutes.remarks,
              minutes.correction, minutes.author, minutes.created);
}

std::vector<Meeting> list_meetings(db::Connection& c, const MeetingQuery& query) {
    std::vector<db::Value> arguments{db::containing(folded(query.part))};
    std::string sql = kSelect + " WHERE m.search LIKE $1 ESCAPE '!'";
    const auto place = [&](db::Value value) {
        arguments.push_back(std::move(value));
        return "$" + std::to_string(arguments.size());
    };
    if (query.reader) {
        const std::string reader = place(*query.reader);
        sql +=
            " AND (m.secretary = " + reader + " OR m.chair = " + reader +
            " OR EXISTS (SELECT 1 FROM board_attendance t WHERE t.meeting = m.id AND t.account = " + reader +
            "))";
    }
    if (query.state) sql += " AND m.state = " + place(text_of(*query.state));
    if (query.before)
        sql += " AND (m.begins, m.id) < (" + place(query.before->first) + ", " + place(query.before->second) +
               ")";
    sql += " ORDER BY m.begins DESC, m.id DESC LIMIT " + std::to_string(query.limit + 1);
    std::vector<Meeting> found;
    c.run(sql, arguments, [&](const db::Row& row) { found.push_back(meeting_from(row)); });
    return found;
}

std::vector<Resolution> list_resolutions(db::Connection& c, std::optional<std::int64_t> year) {
    std::vector<db::Value> arguments;
    if (year) arguments.emplace_back(*year);
    std::vector<Resolution> found;
    c.run(kResolutions + (year ? " AND i.resolution_year = $1" : "") + kResolutionOrder, arguments,
          [&](const db::Row& row) {
              found.push_back({.year = row.integer(0),
                               .serial = row.integer(1),
                               .title = row.text(2),
                               .meeting = row.text(3),
                               .meeting_title = row.text(4),
                               .tally = {row.integer(5), row.integer(6), row.integer(7)},
                               .attending = row.integer(8),
                               .decided = row.integer(9)});
          });
    return found;
}

std::vector<Member> board_members(db::Connection& c, Instant now) {
    std::vector<Member> members;
    for (const db::Row& row : c.query(kBoardMembers, now))
        members.push_back({.account = row.text(0), .name = row.text(1)});
    return members;
}

}  // namespace dure::board
