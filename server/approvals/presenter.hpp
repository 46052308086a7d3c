// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/approval_service.hpp"
#include "server/approvals/line_codec.hpp"
#include "server/approvals/list.hpp"

/// What leaves of a record, with the operations that the reader may do on it.
namespace dure::approvals {

LineView present(const Line& line, const Actor& reader);
SummaryView present(const Listed& listed, Instant now);
/// What only the drafter sees is the content that they are working on: others see what was handed in last.
ApprovalView present(db::Connection& c, const Office& office, const Approval& one, const Reader& reader);

}  // namespace dure::approvals
