// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/presenter.hpp"

#include "engine/base/utc_text.hpp"

namespace dure::approvals {
namespace {

std::optional<NumberView> number_of(const Approval& one) {
    if (!one.number) return std::nullopt;
    return NumberView{one.number->year, one.number->serial};
}

StepView present(const Step& step) {
    return {.position = step.position,
            .task = step.task,
            .title = step.title,
            .account = step.account,
            .account_name = step.account_name,
            .state = step.state,
            .due = utc_text(step.due),
            .decided_by = step.decided_by,
            .decided_by_name = step.decided_by_name,
            .decided = utc_text(step.decided),
            .by_deputy = step.by_deputy(),
            .note = step.note};
}

RoundView present(const Round& round) {
    RoundView view{.number = round.number,
                   .line_name = round.line_name,
                   .delegated = round.delegated,
                   .title = round.title,
                   .body = round.body,
                   .amount_krw = round.amount_krw,
                   .files = round.files,
                   .content_hash = round.content_hash,
                   .outcome = round.outcome,
                   .submitted = utc_text(round.submitted),
                   .ended = utc_text(round.ended)};
    for (const Step& step : round.steps) view.steps.push_back(present(step));
    return view;
}

std::vector<std::string> actions_of(const Approval& one, const Reader& reader) {
    std::vector<std::string> actions;
    const auto add = [&](bool may, const char* operation) {
        if (may) actions.emplace_back(operation);
    };
    add(may_change(reader, one), "replace_approval");
    add(may_submit(reader, one), "submit_approval");
    add(decides_for(reader, one).has_value(), "decide_approval");
    add(may_recall(reader, one), "recall_approval");
    add(may_withdraw(reader, one), "withdraw_approval");
    add(may_restore(reader, one), "restore_approval");
    add(may_comment(reader, one), "comment_approval");
    return actions;
}

Listed listed(const Approval& one) {
    Listed found{.approval = one};
    if (const Step* step = one.state == State::submitted ? current_step(one.rounds.back()) : nullptr) {
        found.waiting_for = step->account_name;
        found.due = step->due;
    }
    return found;
}

}  // namespace

LineView present(const Line& line, const Actor& reader) {
    LineView view{{line.content}};
    view.id = line.id;
    view.fictitious = line.fictitious;
    view.version = line.version;
    view.created = utc_text(line.created);
    view.updated = utc_text(line.updated);
    view.deleted = utc_text(line.deleted);
    if (reader.has_any(kLineEditors)) {
        if (line.deleted) {
            view.actions.emplace_back("restore_approval_line");
        } else {
            view.actions.emplace_back("replace_approval_line");
            view.actions.emplace_back("delete_approval_line");
        }
    }
    return view;
}

SummaryView present(const Listed& listed, Instant now) {
    const Approval& one = listed.approval;
    return {.id = one.id,
            .kind = one.kind,
            .desk = one.desk,
            .subject = one.subject,
            .title = one.title,
            .amount_krw = one.amount_krw,
            .drafter = one.drafter,
            .drafter_name = one.drafter_name,
            .state = one.state,
            .number = number_of(one),
            .waiting_for = listed.waiting_for,
            .due = utc_text(listed.due),
            .overdue = listed.due && *listed.due < now,
            .fictitious = one.fictitious,
            .version = one.version,
            .created = utc_text(one.created),
            .updated = utc_text(one.updated)};
}

ApprovalView present(db::Connection& c, const Office& office, const Approval& one, const Reader& reader) {
    ApprovalView view{present(listed(one), office.clock())};
    view.body = one.body;
    if (!one.rounds.empty() && !reader.is(one.drafter)) {
        const Round& last = one.rounds.back();
        view.title = last.title;
        view.body = last.body;
        view.amount_krw = last.amount_krw;
    }
    for (const Round& round : one.rounds) view.rounds.push_back(present(round));
    for (const Person& person : one.readers) view.readers.push_back({person.account, person.name});
    for (const Comment& comment : one.comments)
        view.comments.push_back({.id = comment.id,
                                 .round = comment.round,
                                 .step = comment.step,
                                 .author = comment.author,
                                 .author_name = comment.author_name,
                                 .text = comment.text,
                                 .created = utc_text(comment.created)});
    if (const auto holder = decides_for(reader, one); holder && !reader.is(holder->account))
        view.decide_for = holder->name;
    if (one.state == State::approved) {
        const Round& last = one.rounds.back();
        view.intact = hash_of(one, last) == last.content_hash && one.title == last.title &&
                      one.body == last.body && one.amount_krw == last.amount_krw &&
                      (!last.files || files_now(c, one) == *last.files);
        if (one.subject) view.record_changed = record_now(c, office, one) != last.record;
    }
    view.actions = actions_of(one, reader);
    return view;
}

}  // namespace dure::approvals
