// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/approvals/approval.hpp"
#include "server/db/database.hpp"

/// Approvals in the database. They are changed through approval_service.hpp.
namespace dure::approvals {

void insert_approval(db::Connection& c, const Approval& approval);
/// With its rounds, readers and comments.
std::optional<Approval> find_approval(db::Connection& c, const std::string& id);
/// The newest of the record's that was not withdrawn.
std::optional<std::string> find_by_subject(db::Connection& c, const std::string& kind,
                                           const std::string& subject);
/// Writes desk, title, body, amount, state, round, number and updated and counts the version up. False: the
/// version is no longer approval.version.
bool update_approval(db::Connection& c, const Approval& approval);
void set_readers(db::Connection& c, const Approval& approval);

void insert_round(db::Connection& c, const std::string& approval, const Round& round);
/// Its outcome and its steps' decisions.
void update_round(db::Connection& c, const std::string& approval, const Round& round);
void insert_comment(db::Connection& c, const std::string& approval, const Comment& comment);

}  // namespace dure::approvals
