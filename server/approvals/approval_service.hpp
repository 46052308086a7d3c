// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>

#include "server/approvals/approval_codec.hpp"
#include "server/approvals/fit.hpp"
#include "server/approvals/kinds.hpp"
#include "server/approvals/policy.hpp"

/// What is done with approvals, each with its audit entry in the caller's transaction; 412 http.stale when
/// the version is no longer the one given. The caller has asked the policy.
namespace dure::approvals {

constexpr std::string_view kApproval = "approval";  ///< record_kind of the audit

/// What a desk hands in of its record: see docs/dev/approvals.md.
struct RecordDraft {
    std::string kind;     ///< one of office.kinds
    std::string subject;  ///< id of the record
    std::string title, body;
    std::optional<std::int64_t> amount_krw;
    bool fictitious = false;
};
/// A draft for a record, which its drafter sends on its way. 409 approval.exists_for_record while there is
/// another that was not withdrawn.
Approval draft_record(db::Connection& c, const Office& office, const RecordDraft& draft, const Who& who);
/// A document of its own.
Approval create_approval(db::Connection& c, const Office& office, const Content& content, const Who& who);
/// 422 approval.fixed_by_record for a desk or an amount that the record says.
Approval replace_approval(db::Connection& c, const Office& office, Approval one, const Content& content,
                          const Who& who);

/// The content as it is now begins a round on the line that holds for it. 422 approval.no_line, what fit()
/// and the kind's check refuse; 409 approval.record_gone.
Approval submit(db::Connection& c, const Office& office, Approval one, std::span<const ChosenStep> steps,
                const Who& who);
/// `holder`: whose step it is. The last approval gives the number and tells the desk. 409
/// approval.record_changed when the record is no longer as it was handed in.
Approval decide(db::Connection& c, const Office& office, Approval one, const Person& holder,
                const DecisionMade& made, const Who& who);
Approval recall(db::Connection& c, const Office& office, Approval one, const Who& who);
Approval withdraw(db::Connection& c, const Office& office, Approval one, const Who& who);
/// Back to what it was before it was withdrawn.
Approval restore_approval(db::Connection& c, const Office& office, Approval one, const Who& who);
Approval add_comment(db::Connection& c, const Office& office, Approval one, const NewComment& comment,
                     const Who& who);

/// The JSON of the record as it is now; "null" for a document of its own, none when the record is gone.
/// The attachments that the document has now.
std::vector<HandedInFile> files_now(db::Connection& c, const Approval& one);
std::optional<std::string> record_now(db::Connection& c, const Office& office, const Approval& one);
std::string hash_of(const Approval& one, const Round& round);

/// The institute's active people, with the roles that they hold now.
Holders holders(db::Connection& c, Instant now);
/// The person with those they stand in for now.
Reader reader_of(db::Connection& c, const Office& office, const Actor& actor);

/// How a record stands, for its desk's page.
struct Standing {
    std::string approval;
    State state = State::draft;
    std::optional<DocumentNumber> number;
    std::optional<Instant> decided;
    bool record_changed = false;  ///< since it was approved
    bool readable = false;        ///< by the person
};
std::optional<Standing> standing_of(db::Connection& c, const Office& office, const std::string& kind,
                                    const std::string& subject, const Actor& actor);

}  // namespace dure::approvals
