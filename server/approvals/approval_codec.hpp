// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/approvals/approval.hpp"
#include "server/approvals/fit.hpp"

/// What comes in about approvals and what leaves. Instants are texts here.
namespace dure::approvals {

/// Schema ApprovalContent: what the drafter writes.
struct Content {
    Desk desk = Desk::general;
    std::string title, body;
    std::optional<std::int64_t> amount_krw;
    std::vector<std::string> readers;
};
/// Schema ApprovalSubmission.
struct Submission {
    std::vector<ChosenStep> steps;
};
enum class Decision { approve, reject };
/// Schema ApprovalDecision.
struct DecisionMade {
    Decision decision = Decision::approve;
    std::string note;
};
/// Schema NewApprovalComment.
struct NewComment {
    std::string text;
    std::optional<std::int64_t> step;
};

struct NumberView {
    std::int64_t year = 0, serial = 0;
};
struct StepView {
    std::int64_t position = 0;
    Task task = Task::review;
    std::string title, account, account_name;
    StepState state = StepState::waiting;
    std::optional<std::string> due, decided_by, decided_by_name, decided;
    bool by_deputy = false;
    std::string note;
};
struct RoundView {
    std::int64_t number = 0;
    std::string line_name;
    bool delegated = false;
    std::string title, body;
    std::optional<std::int64_t> amount_krw;
    std::optional<std::vector<HandedInFile>> files;
    std::string content_hash;
    State outcome = State::submitted;
    std::string submitted;
    std::optional<std::string> ended;
    std::vector<StepView> steps;
};
struct CommentView {
    std::string id;
    std::int64_t round = 0;
    std::optional<std::int64_t> step;
    std::string author, author_name, text, created;
};
struct NamedAccount {
    std::string account, name;
};

/// What lists show. Schema ApprovalSummary.
struct SummaryView {
    std::string id, kind;
    Desk desk = Desk::general;
    std::optional<std::string> subject;
    std::string title;
    std::optional<std::int64_t> amount_krw;
    std::string drafter, drafter_name;
    State state = State::draft;
    std::optional<NumberView> number;
    std::optional<std::string> waiting_for, due;
    bool overdue = false, fictitious = false;
    std::int64_t version = 1;
    std::string created, updated;
};
struct SummaryPage {
    std::vector<SummaryView> items;
    std::optional<std::string> next_cursor;
};
/// Schema Approval.
struct ApprovalView : SummaryView {
    std::string body;
    std::vector<RoundView> rounds;
    std::vector<NamedAccount> readers;
    std::vector<CommentView> comments;
    std::optional<std::string> decide_for;  ///< in whose place the reader would decide
    std::optional<bool> intact, record_changed;
    std::vector<std::string> actions;
};
/// How many wait for the person. Schema ApprovalCounts.
struct CountsView {
    std::int64_t waiting = 0, overdue = 0;
};

/// What an audit entry says of an approval before and after.
struct Trace {
    State state = State::draft;
    std::string title;
    std::optional<std::int64_t> amount_krw;
    std::int64_t round = 0;
    std::optional<std::string> content_hash;
    std::optional<std::int64_t> step;
    std::optional<std::string> for_account, note;
    std::optional<NumberView> number;
};
/// What a content hash is made of.
struct Hashed {
    std::string kind;
    std::optional<std::string> subject;
    std::string title, body;
    std::optional<std::int64_t> amount_krw;
    std::string record;
    std::optional<std::vector<HandedInFile>> files;
};

Checked<Content> decode_content(std::string_view json);
Checked<Submission> decode_submission(std::string_view json);
/// 422 approval.reason_needed for a rejection without a note.
Checked<DecisionMade> decode_decision(std::string_view json);
Checked<NewComment> decode_comment(std::string_view json);

std::string encode(const std::vector<HandedInFile>&);
/// What encode() has written.
std::vector<HandedInFile> decode_files(std::string_view json);
std::string encode(const SummaryPage&);
std::string encode(const ApprovalView&);
std::string encode(const CountsView&);
std::string encode(const Trace&);
std::string encode(const Hashed&);

}  // namespace dure::approvals
