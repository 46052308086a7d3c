// SPDX-License-Identifier: Apache-2.0
#include "server/auth/presenter.hpp"

#include "engine/base/utc_text.hpp"
#include "server/auth/policy.hpp"

namespace dure::auth {

AccountView present(const Account& account, const Actor& reader) {
    AccountView view{.id = account.id,
                     .email = account.email,
                     .name = account.name,
                     .roles = account.roles,
                     .active = account.active,
                     .example = account.example,
                     .language = account.language,
                     .last_sign_in = utc_text(account.last_sign_in),
                     .version = account.version,
                     .created = utc_text(account.created),
                     .updated = utc_text(account.updated)};
    if (can(reader, AccountAction::change, account)) view.actions.emplace_back("change_account");
    if (reader.account == account.id) view.actions.emplace_back("change_own_password");
    return view;
}

}  // namespace dure::auth
