// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/db/database.hpp"
#include "server/figures/balance_view.hpp"

namespace dure::figures {

/// The balance of what is kept. Errors: figures.unknown_region, figures.other_dimension {unit, expected}.
Expected<BalanceView> read_balance(db::Connection& c, const BalanceWish& wish, const auth::Actor& reader);

}  // namespace dure::figures
