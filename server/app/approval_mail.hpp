// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/approvals/kinds.hpp"

namespace dure::app {

/// Puts what people are to be told of approvals into the outbox of mails.
std::function<void(db::Connection&, const approvals::Notice&)> approval_mails(Clock clock);

}  // namespace dure::app
