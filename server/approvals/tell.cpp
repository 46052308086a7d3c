// SPDX-License-Identifier: Apache-2.0
#include "server/approvals/tell.hpp"

#include "server/approvals/flow.hpp"

namespace dure::approvals {
namespace {

constexpr std::string_view kDeputies =
    "SELECT deputy FROM deputy WHERE account = $1 AND valid_from <= $2 AND valid_until > $2";

}  // namespace

void tell_holder(db::Connection& c, const Office& office, News news, const std::string& holder,
                 const Approval& one) {
    if (!office.tell) return;
    office.tell(c, {.news = news, .account = holder, .approval = one.id, .title = one.title});
    for (const db::Row& row : c.query(kDeputies, holder, office.clock()))
        if (row.text(0) != one.drafter)
            office.tell(c, {.news = news, .account = row.text(0), .approval = one.id, .title = one.title});
}

void tell_of(db::Connection& c, const Office& office, const Approval& one) {
    if (!office.tell) return;
    if (one.state == State::submitted)
        tell_holder(c, office, News::turn, current_step(one.rounds.back())->account, one);
    else if (one.state == State::approved || one.state == State::rejected)
        office.tell(c, {.news = one.state == State::approved ? News::approved : News::rejected,
                        .account = one.drafter,
                        .approval = one.id,
                        .title = one.title});
}

}  // namespace dure::approvals
