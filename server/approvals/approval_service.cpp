// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/approval_service.hpp"

#include "server/approvals/approval_store.hpp"
#include "server/approvals/described.hpp"
#include "server/approvals/line_store.hpp"
#include "server/approvals/numbers.hpp"
#include "server/approvals/tell.hpp"
#include "server/audit/audit.hpp"
#include "server/auth/secrets.hpp"
#include "server/files/store.hpp"
#include "server/http/pipeline.hpp"
#include "server/search/changes.hpp"

namespace dure::approvals {
namespace {

Trace trace_of(const Approval& one) {
    Trace trace{.state = one.state, .title = one.title, .amount_krw = one.amount_krw, .round = one.round};
    if (!one.rounds.empty()) trace.content_hash = one.rounds.back().content_hash;
    if (one.number) trace.number = {one.number->year, one.number->serial};
    return trace;
}

void record(db::Connection& c, const Approval& one, const Who& who, std::string action,
            std::optional<Trace> before, std::optional<Trace> after) {
    audit::record(c, {.at = one.updated,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kApproval),
                      .record_id = one.id,
                      .before = before ? std::optional(encode(*before)) : std::nullopt,
                      .after = after ? std::optional(encode(*after)) : std::nullopt,
                      .request_id = who.request_id});
    search::note_change(c, kApproval, one.id, one.updated);
}

/// Stores what has changed of `one` with its trace, and reads it again.
Approval save(db::Connection& c, Approval one, const Who& who, std::string action, const Trace& before,
              std::optional<Trace> after = {}) {
    if (!update_approval(c, one)) http::refuse(412, "http.stale");
    record(c, one, who, std::move(action), before, after ? *after : trace_of(one));
    return find_approval(c, one.id).value();
}

[[noreturn]] void refuse_field(std::string pointer, std::string code) {
    http::refuse_fields({{.code = std::move(code), .pointer = std::move(pointer)}});
}

void tell_desk(db::Connection& c, const Office& office, const Approval& one, const Who& who) {
    const Kind* kind = office.kinds.find(one.kind);
    if (kind && kind->ended) kind->ended(c, one, who);
}

std::vector<Person> readers_from(db::Connection& c, const std::vector<std::string>& accounts,
                                 const std::string& drafter, Instant now) {
    if (accounts.empty()) return {};
    const Holders known = holders(c, now);
    Errors errors;
    std::vector<Person> readers;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
        const auto refuse = [&](std::string code) {
            errors.push_back({.code = std::move(code), .pointer = "/readers/" + std::to_string(i)});
        };
        if (!known.contains(accounts[i])) refuse("account.unknown_id");
        if (accounts[i] == drafter) refuse("approval.oneself");
        if (std::ranges::find(readers, accounts[i], &Person::account) != readers.end())
            refuse("approval.twice");
        readers.push_back({.account = accounts[i]});
    }
    if (!errors.empty()) http::refuse_fields(std::move(errors));
    return readers;
}

Approval insert(db::Connection& c, const Office& office, Approval one, const Who& who, std::string action) {
    one.id = office.ids.next();
    one.drafter = who.actor.account;
    one.drafter_name = who.actor.name;
    one.created = one.updated = office.clock();
    insert_approval(c, one);
    record(c, one, who, std::move(action), std::nullopt, trace_of(one));
    return find_approval(c, one.id).value();
}

}  // namespace

Approval draft_record(db::Connection& c, const Office& office, const RecordDraft& draft, const Who& who) {
    const Kind* kind = office.kinds.find(draft.kind);
    if (!kind) throw std::logic_error("no kind " + draft.kind);
    if (find_by_subject(c, draft.kind, draft.subject)) http::refuse(409, "approval.exists_for_record");
    return insert(c, office,
                  {.kind = draft.kind,
                   .desk = kind->desk,
                   .subject = draft.subject,
                   .title = draft.title,
                   .body = draft.body,
                   .amount_krw = draft.amount_krw,
                   .fictitious = draft.fictitious},
                  who, "create_approval");
}

Approval create_approval(db::Connection& c, const Office& office, const Content& content, const Who& who) {
    return insert(c, office,
                  {.kind = std::string(kDocument),
                   .desk = content.desk,
                   .title = content.title,
                   .body = content.body,
                   .amount_krw = content.amount_krw,
                   .readers = readers_from(c, content.readers, who.actor.account, office.clock())},
                  who, "create_approval");
}

Approval replace_approval(db::Connection& c, const Office& office, Approval one, const Content& content,
                          const Who& who) {
    if (one.subject && content.desk != one.desk) refuse_field("/desk", "approval.fixed_by_record");
    if (one.subject && content.amount_krw != one.amount_krw)
        refuse_field("/amount_krw", "approval.fixed_by_record");
    const Trace before = trace_of(one);
    one.desk = content.desk;
    one.title = content.title;
    one.body = content.body;
    one.amount_krw = content.amount_krw;
    one.updated = office.clock();
    one.readers = readers_from(c, content.readers, one.drafter, one.updated);
    set_readers(c, one);
    return save(c, std::move(one), who, "replace_approval", before);
}

Approval submit(db::Connection& c, const Office& office, Approval one, std::span<const ChosenStep> chosen,
                const Who& who) {
    const Instant now = office.clock();
    const auto line = line_for(c, one.kind, one.amount_krw);
    if (!line) refuse_field("/steps", "approval.no_line");
    auto steps = fit(line->content, chosen, one.drafter, holders(c, now));
    if (!steps) http::refuse_fields(std::move(steps.error()));
    const Kind* kind = office.kinds.find(one.kind);
    if (one.subject && kind && kind->check)
        if (auto errors = kind->check(c, *one.subject, *steps); !errors.empty())
            http::refuse_fields(std::move(errors));
    auto handed_in = record_now(c, office, one);
    if (!handed_in) http::refuse(409, "approval.record_gone");
    const Trace before = trace_of(one);
    Round round{.number = one.round + 1,
                .line = line->id,
                .line_name = line->content.name,
                .delegated = line->content.delegated,
                .title = one.title,
                .body = one.body,
                .amount_krw = one.amount_krw,
                .record = std::move(*handed_in),
                .files = files_now(c, one),
                .submitted = now,
                .steps = std::move(*steps)};
    round.content_hash = hash_of(one, round);
    begin(round, now);
    insert_round(c, one.id, round);
    one.round = round.number;
    one.state = State::submitted;
    one.updated = now;
    one.rounds.push_back(std::move(round));
    one = save(c, std::move(one), who, "submit_approval", before);
    tell_of(c, office, one);
    return one;
}

Approval decide(db::Connection& c, const Office& office, Approval one, const Person& holder,
                const DecisionMade& made, const Who& who) {
    const Trace before = trace_of(one);
    const Instant now = office.clock();
    Round& round = one.rounds.back();
    const std::int64_t position = current_step(round)->position;
    approvals::decide(round, {.approve = made.decision == Decision::approve,
                              .account = who.actor.account,
                              .account_name = who.actor.name,
                              .note = made.note,
                              .at = now});
    update_round(c, one.id, round);
    one.state = round.outcome;
    one.updated = now;
    if (one.state == State::approved) {
        if (record_now(c, office, one) != round.record || (round.files && files_now(c, one) != *round.files))
            http::refuse(409, "approval.record_changed");
        one.number = take_number(c, text_of(one.desk), now);
    }
    Trace after = trace_of(one);
    after.step = position;
    if (holder.account != who.actor.account) after.for_account = holder.account;
    if (!made.note.empty()) after.note = made.note;
    one = save(c, std::move(one), who, "decide_approval", before, after);
    tell_of(c, office, one);
    if (one.state != State::submitted) tell_desk(c, office, one, who);
    return one;
}

Approval recall(db::Connection& c, const Office& office, Approval one, const Who& who) {
    const Trace before = trace_of(one);
    one.updated = office.clock();
    approvals::recall(one.rounds.back(), one.updated);
    update_round(c, one.id, one.rounds.back());
    one.state = State::recalled;
    one = save(c, std::move(one), who, "recall_approval", before);
    tell_desk(c, office, one, who);
    return one;
}

Approval withdraw(db::Connection& c, const Office& office, Approval one, const Who& who) {
    const Trace before = trace_of(one);
    one.updated = office.clock();
    one.state = State::withdrawn;
    return save(c, std::move(one), who, "withdraw_approval", before);
}

Approval restore_approval(db::Connection& c, const Office& office, Approval one, const Who& who) {
    if (one.subject && find_by_subject(c, one.kind, *one.subject))
        http::refuse(409, "approval.exists_for_record");
    const Trace before = trace_of(one);
    one.updated = office.clock();
    one.state = one.rounds.empty() ? State::draft : one.rounds.back().outcome;
    return save(c, std::move(one), who, "restore_approval", before);
}

Approval add_comment(db::Connection& c, const Office& office, Approval one, const NewComment& comment,
                     const Who& who) {
    if (comment.step && *comment.step > static_cast<std::int64_t>(one.rounds.back().steps.size()))
        refuse_field("/step", "approval.no_such_step");
    const Trace before = trace_of(one);
    one.updated = office.clock();
    insert_comment(c, one.id,
                   {.id = office.ids.next(),
                    .round = one.round,
                    .step = comment.step,
                    .author = who.actor.account,
                    .text = comment.text,
                    .created = one.updated});
    Trace after = before;
    after.note = comment.text;
    return save(c, std::move(one), who, "comment_approval", before, after);
}

std::optional<std::string> record_now(db::Connection& c, const Office& office, const Approval& one) {
    if (!one.subject) return "null";
    const Kind* kind = office.kinds.find(one.kind);
    return kind && kind->snapshot ? kind->snapshot(c, *one.subject) : std::nullopt;
}

std::vector<HandedInFile> files_now(db::Connection& c, const Approval& one) {
    std::vector<HandedInFile> found;
    for (const files::Attachment& file : files::list_attachments(c, {std::string(kApproval), one.id}))
        found.push_back({.name = file.name, .hash = file.hash, .size = file.size});
    return found;
}

std::string hash_of(const Approval& one, const Round& round) {
    return auth::digest(encode(Hashed{.kind = one.kind,
                                      .subject = one.subject,
                                      .title = round.title,
                                      .body = round.body,
                                      .amount_krw = round.amount_krw,
                                      .record = round.record,
                                      .files = round.files}));
}

std::optional<Standing> standing_of(db::Connection& c, const Office& office, const std::string& kind,
                                    const std::string& subject, const Actor& actor) {
    const auto id = find_by_subject(c, kind, subject);
    if (!id) return std::nullopt;
    const Approval one = find_approval(c, *id).value();
    Standing standing{.approval = one.id,
                      .state = one.state,
                      .number = one.number,
                      .readable = may_read(reader_of(c, office, actor), one)};
    if (one.state == State::approved) {
        standing.decided = one.rounds.back().ended;
        standing.record_changed = record_now(c, office, one) != one.rounds.back().record;
    }
    return standing;
}

}  // namespace dure::approvals
