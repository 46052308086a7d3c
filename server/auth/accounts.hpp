// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"
#include "server/auth/account_store.hpp"
#include "server/auth/attempts.hpp"
#include "server/auth/origin.hpp"
#include "server/auth/password_gate.hpp"
#include "server/auth/password_rules.hpp"
#include "server/auth/roles.hpp"
#include "server/auth/secret_box.hpp"
#include "server/auth/sessions.hpp"
#include "server/auth/views.hpp"

namespace dure::auth {

struct AccountOptions {
    PasswordCost cost;
    int hashing = 2, waiting = 2;  ///< passwords hashed at a time, and requests that wait for it
    /// Failed sign-ins of an account from one address, of an address, and of an account from anywhere.
    AttemptLimit pair{.most = 10}, address{.most = 60}, account{.most = 200};
    AttemptLimit code{.most = 10};      ///< wrong codes of a second factor, of an account
    std::optional<SecretBox::Key> key;  ///< of what is kept sealed; without one it is gone with the process
};

/// What is done with accounts. Every change writes its audit entry in its transaction. Refusals are thrown as
/// http::ProblemException: auth.sign_in_failed, auth.second_factor_needed 401, setup.wrong_token 403,
/// auth.too_many_attempts and auth.busy 429, setup.done 409, account.last_administrator 409,
/// http.invalid_fields 422 with password.*, auth.wrong_password, account.email_taken.
class Accounts {
  public:
    Accounts(db::Database& database, Clock clock, IdMaker& ids, Sessions& sessions,
             AccountOptions options = {});

    struct SignedIn {
        Account account;
        std::string session;  ///< the cookie's value
    };
    bool setup_needed();
    /// What whoever makes the first administrator must know; another one at each start.
    const std::string& setup_token() const { return setup_token_; }
    SignedIn create_first(const FirstAdministrator& wanted, const Origin& origin);
    SignedIn sign_in(const SignIn& given, const Origin& origin);
    /// Signs in whom the password or a provider has shown to own the account, once the second factor's code
    /// is right where there is one. `also` runs in the same transaction.
    SignedIn enter(const Account& account, const std::optional<std::string>& code, const Origin& origin,
                   const std::function<void(db::Connection&)>& also = {});
    void sign_out(const Actor& actor, const Origin& origin);
    void change_password(const Actor& actor, const PasswordChange& change, const Origin& origin);

    /// For create: what takes long comes before the transaction.
    std::string hash_new_password(const std::string& password, const std::string& email,
                                  const std::string& name);
    Account create(db::Connection& c, const NewAccount& wanted, const std::string& password_hash,
                   const Actor& actor, const Origin& origin, bool example = false);
    /// `account` as it was read and matched by the caller. Call sessions().forget() after the commit.
    Account change(db::Connection& c, Account account, const AccountChange& change, const Actor& actor,
                   const Origin& origin);
    /// A bearer token for programs, valid for `days`.
    std::string create_token(const std::string& email, const std::string& name, int days);
    struct MadeToken {
        std::string id, token;
    };
    MadeToken create_token(db::Connection& c, const std::string& account, const NewToken& wanted,
                           const Actor& actor, const Origin& origin);

    /// Chooses a password by a link's token; every session of the account ends. 404 link.unusable.
    void use_link(const LinkUse& use, const Origin& origin);
    /// Refuses a wrong password with 422 auth.wrong_password, and counts it.
    void require_password(const Account& account, const std::string& password, std::string pointer,
                          const Origin& origin);
    /// Counts a try of a second factor's code; `forgive_code` once it was right.
    void count_code(const std::string& account);
    void forgive_code(const std::string& account) { codes_.forgive(account); }

    /// Counts what anyone may ask of this server at little cost to themselves; `forgive_address` what came to
    /// good.
    void count_address(const Origin& origin);
    void forgive_address(const Origin& origin) { addresses_.forgive(origin.address); }

    Sessions& sessions() { return sessions_; }
    Roles& roles() { return roles_; }
    const SecretBox& box() const { return box_; }
    /// How long a new password must be from now on.
    void set_shortest_password(std::size_t length) { shortest_password_ = length; }

  private:
    void count_attempt(const std::string& email, const Origin& origin);
    void forgive_attempt(const std::string& email, const Origin& origin);
    SignedIn begin_session(db::Connection& c, Account account, const Origin& origin);

    db::Database& database_;
    Clock clock_;
    IdMaker& ids_;
    Sessions& sessions_;
    Roles roles_;
    PasswordGate gate_;
    Attempts pairs_, addresses_, accounts_, codes_;
    const SecretBox box_;
    std::atomic<std::size_t> shortest_password_ = kShortestPassword;
    const std::string setup_token_;
};

}  // namespace dure::auth
