// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/kinds.hpp"
#include "server/approvals/line.hpp"

/// Changes of lines, each with its audit entry in the caller's transaction; 412 http.stale when the version
/// is no longer the one given. Rounds keep the steps that they began with.
namespace dure::approvals {

constexpr std::string_view kLineRecord = "approval_line";  ///< record_kind of the audit

/// 422 approval_line.unknown_kind, account.unknown_id.
Line create_line(db::Connection& c, const Office& office, const LineContent& content, const Who& who,
                 bool fictitious = false);
Line replace_line(db::Connection& c, const Office& office, Line line, const LineContent& content,
                  const Who& who);
void remove_line(db::Connection& c, const Office& office, Line line, const Who& who);
Line restore_line(db::Connection& c, const Office& office, Line line, const Who& who);

}  // namespace dure::approvals
