// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/approval_store.hpp"

#include "engine/base/text.hpp"
#include "server/approvals/approval_codec.hpp"
#include "server/approvals/described.hpp"

namespace dure::approvals {
namespace {

constexpr std::string_view kFind =
    "SELECT t.id, t.kind, t.desk, t.subject, t.title, t.body, t.amount_krw, t.drafter, a.name, t.state,"
    " t.round, t.number_year, t.number_serial, t.fictitious, t.version, t.created, t.updated"
    " FROM approval t JOIN account a ON a.id = t.drafter WHERE t.id = $1";
constexpr std::string_view kFindBySubject =
    "SELECT id FROM approval WHERE kind = $1 AND subject = $2 AND state <> 'withdrawn' ORDER BY id DESC "
    "LIMIT "
    "1";
constexpr std::string_view kInsert =
    "INSERT INTO approval (id, kind, desk, subject, title, name_key, search, body, amount_krw, drafter, "
    "state,"
    " round, fictitious, version, created, updated)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)";
constexpr std::string_view kUpdate =
    "UPDATE approval SET desk = $2, title = $3, name_key = $4, search = $5, body = $6, amount_krw = $7,"
    " state = $8, round = $9, number_year = $10, number_serial = $11, updated = $12, version = version + 1"
    " WHERE id = $1 AND version = $13";
constexpr std::string_view kRounds =
    "SELECT round, line, line_name, delegated, title, body, amount_krw, record, content_hash, outcome, "
    "submitted,"
    " ended, files FROM approval_round WHERE approval = $1 ORDER BY round";
constexpr std::string_view kInsertRound =
    "INSERT INTO approval_round (approval, round, line, line_name, delegated, title, body, amount_krw, "
    "record, content_hash, outcome, submitted, files)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
constexpr std::string_view kUpdateRound =
    "UPDATE approval_round SET outcome = $3, ended = $4 WHERE approval = $1 AND round = $2";
constexpr std::string_view kSteps =
    "SELECT s.round, s.position, s.task, s.title, s.account, a.name, s.days, s.state, s.due, s.decided_by,"
    " b.name, s.decided, s.note, a.active FROM approval_step s JOIN account a ON a.id = s.account"
    " LEFT JOIN account b ON b.id = s.decided_by WHERE s.approval = $1 ORDER BY s.round, s.position";
constexpr std::string_view kInsertStep =
    "INSERT INTO approval_step (approval, round, position, task, title, account, days, state, due)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
constexpr std::string_view kUpdateStep =
    "UPDATE approval_step SET state = $4, due = $5, decided_by = $6, decided = $7, note = $8"
    " WHERE approval = $1 AND round = $2 AND position = $3";
constexpr std::string_view kReaders =
    "SELECT r.account, a.name FROM approval_reader r JOIN account a ON a.id = r.account WHERE r.approval = $1"
    " ORDER BY r.position";
constexpr std::string_view kRemoveReaders = "DELETE FROM approval_reader WHERE approval = $1";
constexpr std::string_view kInsertReader =
    "INSERT INTO approval_reader (approval, account, position) VALUES ($1, $2, $3)";
constexpr std::string_view kComments =
    "SELECT m.id, m.round, m.step, m.author, a.name, m.text, m.created FROM approval_comment m"
    " JOIN account a ON a.id = m.author WHERE m.approval = $1 ORDER BY m.id";
constexpr std::string_view kInsertComment =
    "INSERT INTO approval_comment (id, approval, round, step, author, text, created)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)";

Approval approval_from(const db::Row& row) {
    Approval one{.id = row.text(0),
                 .kind = row.text(1),
                 .desk = value_of<Desk>(row.text(2)),
                 .subject = row.optional_text(3),
                 .title = row.text(4),
                 .body = row.text(5),
                 .amount_krw = row.optional_integer(6),
                 .drafter = row.text(7),
                 .drafter_name = row.text(8),
                 .state = value_of<State>(row.text(9)),
                 .round = row.integer(10),
                 .fictitious = row.boolean(13),
                 .version = row.integer(14),
                 .created = row.integer(15),
                 .updated = row.integer(16)};
    if (!row.null(12)) one.number = {row.integer(11), row.integer(12)};
    return one;
}

Round round_from(const db::Row& row) {
    const auto files = row.optional_text(12);
    return {.number = row.integer(0),
            .line = row.text(1),
            .line_name = row.text(2),
            .delegated = row.boolean(3),
            .title = row.text(4),
            .body = row.text(5),
            .amount_krw = row.optional_integer(6),
            .record = row.text(7),
            .files = files ? std::optional(decode_files(*files)) : std::nullopt,
            .content_hash = row.text(8),
            .outcome = value_of<State>(row.text(9)),
            .submitted = row.integer(10),
            .ended = row.optional_integer(11)};
}

Step step_from(const db::Row& row) {
    return {.position = row.integer(1),
            .task = value_of<Task>(row.text(2)),
            .title = row.text(3),
            .account = row.text(4),
            .account_name = row.text(5),
            .holder_active = row.boolean(13),
            .days = row.integer(6),
            .state = value_of<StepState>(row.text(7)),
            .due = row.optional_integer(8),
            .decided_by = row.optional_text(9),
            .decided_by_name = row.optional_text(10),
            .decided = row.optional_integer(11),
            .note = row.text(12)};
}

/// The title is searched for, and so is who drafted it.
std::string search_of(const Approval& one) {
    return folded(one.title) + '\n' + folded(one.drafter_name);
}

}  // namespace

void insert_approval(db::Connection& c, const Approval& one) {
    c.execute(kInsert, one.id, one.kind, text_of(one.desk), one.subject, one.title, sort_key(one.title),
              search_of(one), one.body, one.amount_krw, one.drafter, text_of(one.state), one.round,
              one.fictitious, one.version, one.created, one.updated);
    set_readers(c, one);
}

std::optional<Approval> find_approval(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kFind, id);
    if (!row) return std::nullopt;
    Approval one = approval_from(*row);
    for (const db::Row& round : c.query(kRounds, id)) one.rounds.push_back(round_from(round));
    for (const db::Row& step : c.query(kSteps, id))
        one.rounds.at(static_cast<std::size_t>(step.integer(0) - 1)).steps.push_back(step_from(step));
    for (const db::Row& reader : c.query(kReaders, id))
        one.readers.push_back({.account = reader.text(0), .name = reader.text(1)});
    for (const db::Row& comment : c.query(kComments, id))
        one.comments.push_back({.id = comment.text(0),
                                .round = comment.integer(1),
                                .step = comment.optional_integer(2),
                                .author = comment.text(3),
                                .author_name = comment.text(4),
                                .text = comment.text(5),
                                .created = comment.integer(6)});
    return one;
}

std::optional<std::string> find_by_subject(db::Connection& c, const std::string& kind,
                                           const std::string& subject) {
    const auto row = c.query_one(kFindBySubject, kind, subject);
    return row ? std::optional(row->text(0)) : std::nullopt;
}

bool update_approval(db::Connection& c, const Approval& one) {
    const auto year = one.number ? std::optional(one.number->year) : std::nullopt;
    const auto serial = one.number ? std::optional(one.number->serial) : std::nullopt;
    return c.execute(kUpdate, one.id, text_of(one.desk), one.title, sort_key(one.title), search_of(one),
                     one.body, one.amount_krw, text_of(one.state), one.round, year, serial, one.updated,
                     one.version) == 1;
}

void set_readers(db::Connection& c, const Approval& one) {
    c.execute(kRemoveReaders, one.id);
    std::int64_t position = 0;
    for (const Person& reader : one.readers) c.execute(kInsertReader, one.id, reader.account, position++);
}

void insert_round(db::Connection& c, const std::string& approval, const Round& round) {
    c.execute(kInsertRound, approval, round.number, round.line, round.line_name, round.delegated, round.title,
              round.body, round.amount_krw, round.record, round.content_hash, text_of(round.outcome),
              round.submitted, round.files ? std::optional(encode(*round.files)) : std::nullopt);
    for (const Step& step : round.steps)
        c.execute(kInsertStep, approval, round.number, step.position, text_of(step.task), step.title,
                  step.account, step.days, text_of(step.state), step.due);
}

void update_round(db::Connection& c, const std::string& approval, const Round& round) {
    c.execute(kUpdateRound, approval, round.number, text_of(round.outcome), round.ended);
    for (const Step& step : round.steps)
        c.execute(kUpdateStep, approval, round.number, step.position, text_of(step.state), step.due,
                  step.decided_by, step.decided, step.note);
}

void insert_comment(db::Connection& c, const std::string& approval, const Comment& comment) {
    c.execute(kInsertComment, comment.id, approval, comment.round, comment.step, comment.author, comment.text,
              comment.created);
}

}  // namespace dure::approvals
