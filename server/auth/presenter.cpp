// SPDX-License-Identifier: Apache-2.0
#include "server/auth/presenter.hpp"

#include "engine/base/utc_text.hpp"
#include "server/auth/policy.hpp"

namespace dure::auth {
namespace {

PeriodState state_of(const Period& period, Instant now) {
    if (period.until && (*period.until <= now || *period.until <= period.from)) return PeriodState::past;
    return period.from > now ? PeriodState::coming : PeriodState::current;
}

}  // namespace

AccountView present(const Account& account, RoleSet roles, const Actor& reader) {
    AccountView view{.id = account.id,
                     .email = account.email,
                     .name = account.name,
                     .roles = roles.list(),
                     .active = account.active,
                     .example = account.example,
                     .invited = account.password_hash.empty(),
                     .second_factor = account.second_factor,
                     .linked = account.linked,
                     .language = account.language,
                     .last_sign_in = utc_text(account.last_sign_in),
                     .version = account.version,
                     .created = utc_text(account.created),
                     .updated = utc_text(account.updated)};
    if (can(reader, AccountAction::change, account)) view.actions.emplace_back("change_account");
    if (can(reader, AccountAction::give_role, account))
        for (const char* action : {"give_role", "appoint_deputy", "create_link"})
            view.actions.emplace_back(action);
    if (can(reader, AccountAction::change, account) && account.second_factor && reader.account != account.id)
        view.actions.emplace_back("reset_second_factor");
    if (account.linked && (can(reader, AccountAction::change, account) || reader.account == account.id))
        view.actions.emplace_back("unlink_identity");
    if (reader.account == account.id) view.actions.emplace_back("change_own_password");
    return view;
}

RoleGrantView present(const RoleGrant& grant, const Account& account, const Actor& reader, Instant now) {
    RoleGrantView view{.id = grant.id,
                       .account = grant.account,
                       .role = grant.role,
                       .organisation = grant.organisation,
                       .valid_from = utc_text(grant.period.from),
                       .valid_until = utc_text(grant.period.until),
                       .state = state_of(grant.period, now),
                       .version = grant.version,
                       .created = utc_text(grant.created),
                       .updated = utc_text(grant.updated)};
    if (view.state != PeriodState::past && can(reader, AccountAction::give_role, account))
        view.actions.emplace_back("end_role");
    return view;
}

DeputyView present(const Deputy& deputy, const Account& account, const Actor& reader, Instant now) {
    DeputyView view{.id = deputy.id,
                    .account = deputy.account,
                    .account_name = deputy.account_name,
                    .deputy = deputy.deputy,
                    .deputy_name = deputy.deputy_name,
                    .valid_from = utc_text(deputy.period.from),
                    .valid_until = utc_text(deputy.period.until.value_or(deputy.period.from)),
                    .state = state_of(deputy.period, now),
                    .version = deputy.version,
                    .created = utc_text(deputy.created),
                    .updated = utc_text(deputy.updated)};
    if (view.state != PeriodState::past && can(reader, AccountAction::give_role, account))
        view.actions.emplace_back("end_deputy");
    return view;
}

}  // namespace dure::auth
