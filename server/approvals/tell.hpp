// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/approval.hpp"
#include "server/approvals/kinds.hpp"

/// Who is told of what, in the transaction of what is told.
namespace dure::approvals {

/// The holder of a step and those who stand in for them now.
void tell_holder(db::Connection& c, const Office& office, News news, const std::string& holder,
                 const Approval& one);
/// After a change: whoever's turn it is now, or the drafter that it has ended.
void tell_of(db::Connection& c, const Office& office, const Approval& one);

}  // namespace dure::approvals
