// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/approval_codec.hpp"

#include "server/approvals/described.hpp"
#include "server/codec/codec.hpp"
#include "server/people/texts.hpp"

namespace dure::approvals {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_ENUM(Decision, approve, reject)
BOOST_DESCRIBE_STRUCT(Content, (), (desk, title, body, amount_krw, readers))
BOOST_DESCRIBE_STRUCT(ChosenStep, (), (task, title, account))
BOOST_DESCRIBE_STRUCT(Submission, (), (steps))
BOOST_DESCRIBE_STRUCT(DecisionMade, (), (decision, note))
BOOST_DESCRIBE_STRUCT(NewComment, (), (text, step))
BOOST_DESCRIBE_STRUCT(NumberView, (), (year, serial))
BOOST_DESCRIBE_STRUCT(StepView, (),
                      (position, task, title, account, account_name, state, due, decided_by, decided_by_name,
                       decided, by_deputy, note))
BOOST_DESCRIBE_STRUCT(HandedInFile, (), (name, hash, size))
BOOST_DESCRIBE_STRUCT(RoundView, (),
                      (number, line_name, delegated, title, body, amount_krw, files, content_hash, outcome,
                       submitted, ended, steps))
BOOST_DESCRIBE_STRUCT(CommentView, (), (id, round, step, author, author_name, text, created))
BOOST_DESCRIBE_STRUCT(NamedAccount, (), (account, name))
BOOST_DESCRIBE_STRUCT(SummaryView, (),
                      (id, kind, desk, subject, title, amount_krw, drafter, drafter_name, state, number,
                       waiting_for, due, overdue, fictitious, version, created, updated))
BOOST_DESCRIBE_STRUCT(SummaryPage, (), (items, next_cursor))
BOOST_DESCRIBE_STRUCT(ApprovalView, (SummaryView),
                      (body, rounds, readers, comments, decide_for, intact, record_changed, actions))
BOOST_DESCRIBE_STRUCT(CountsView, (), (waiting, overdue))
BOOST_DESCRIBE_STRUCT(Trace, (),
                      (state, title, amount_krw, round, content_hash, step, for_account, note, number))
BOOST_DESCRIBE_STRUCT(Hashed, (), (kind, subject, title, body, amount_krw, record, files))

std::span<const Rule> json_rules(const Content*) {
    static const Rule rules[] = {
        required("desk"), required("title").length(1, 200), optional("body").length(0, 50'000),
        optional("amount_krw").at_least(0).at_most(1e15), optional("readers").items(0, 50)};
    return rules;
}
void json_check(const Content& content, codec::Reader& reader) {
    if (!people::is_line(content.title)) reader.refuse("names.blank", {}, "/title");
}

std::span<const Rule> json_rules(const ChosenStep*) {
    static const Rule rules[] = {required("task"), optional("title").length(0, 40), required("account")};
    return rules;
}
std::span<const Rule> json_rules(const Submission*) {
    static const Rule rules[] = {required("steps").items(1, 20)};
    return rules;
}
std::span<const Rule> json_rules(const DecisionMade*) {
    static const Rule rules[] = {required("decision"), optional("note").length(0, 2000)};
    return rules;
}
void json_check(const DecisionMade& made, codec::Reader& reader) {
    if (made.decision == Decision::reject && people::trimmed(made.note).empty())
        reader.refuse("approval.reason_needed", {}, "/note");
}
std::span<const Rule> json_rules(const NewComment*) {
    static const Rule rules[] = {required("text").length(1, 5000), optional("step").at_least(1)};
    return rules;
}
void json_check(const NewComment& comment, codec::Reader& reader) {
    if (people::trimmed(comment.text).empty()) reader.refuse("names.blank", {}, "/text");
}

Checked<Content> decode_content(std::string_view json) {
    auto content = codec::decode<Content>(json);
    if (content) content->title = people::trimmed(content->title);
    return content;
}
Checked<Submission> decode_submission(std::string_view json) {
    return codec::decode<Submission>(json);
}
Checked<DecisionMade> decode_decision(std::string_view json) {
    return codec::decode<DecisionMade>(json);
}
Checked<NewComment> decode_comment(std::string_view json) {
    return codec::decode<NewComment>(json);
}

std::string encode(const std::vector<HandedInFile>& files) {
    return codec::encode(files);
}
std::vector<HandedInFile> decode_files(std::string_view json) {
    return codec::decode<std::vector<HandedInFile>>(json).value();
}
std::string encode(const SummaryPage& page) {
    return codec::encode(page);
}
std::string encode(const ApprovalView& view) {
    return codec::encode(view);
}
std::string encode(const CountsView& counts) {
    return codec::encode(counts);
}
std::string encode(const Trace& trace) {
    return codec::encode(trace);
}
std::string encode(const Hashed& hashed) {
    return codec::encode(hashed);
}

}  // namespace dure::approvals
