// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/auth/account.hpp"

/// What comes in about accounts and what leaves, one struct a schema of the contract.
namespace dure::auth {

/// `code`: of the second factor, once the server has asked for it.
struct SignIn {
    std::string email, password;
    std::optional<std::string> code;
};

/// `token`: what the server's console shows.
struct FirstAdministrator {
    std::string token, email, name, password;
    Language language = Language::ko;
};

struct PasswordChange {
    std::string current, next;
};

/// Without a password the person is invited by a link.
struct NewAccount {
    std::string email, name;
    std::optional<std::string> password;
    std::vector<Role> roles;
    Language language = Language::ko;
};

struct AccountChange {
    std::optional<std::string> name;
    std::optional<bool> active;
    std::optional<Language> language;
};

struct AccountView {
    std::string id, email, name;
    std::vector<Role> roles;
    bool active = true, example = false, invited = false, second_factor = false;
    bool linked = false;  ///< with a sign-in at the OpenID provider
    Language language = Language::ko;
    std::optional<std::string> last_sign_in;
    std::int64_t version = 1;
    std::string created, updated;
    std::vector<std::string> actions;
};

/// Instants as RFC 3339; without valid_from: from now on.
struct NewRole {
    Role role = Role::planner;
    std::optional<std::string> organisation, valid_from, valid_until;
};

struct NewDeputy {
    std::string deputy;  ///< account
    std::optional<std::string> valid_from;
    std::string valid_until;
};

/// What of a period is now: PeriodState::past includes one that was taken back before it began.
enum class PeriodState { coming, current, past };

struct RoleGrantView {
    std::string id, account;
    Role role = Role::planner;
    std::optional<std::string> organisation;
    std::string valid_from;
    std::optional<std::string> valid_until;
    PeriodState state = PeriodState::current;
    std::int64_t version = 1;
    std::string created, updated;
    std::vector<std::string> actions;
};

struct RoleGrantList {
    std::vector<RoleGrantView> items;
};

struct DeputyView {
    std::string id, account, account_name, deputy, deputy_name;
    std::string valid_from, valid_until;
    PeriodState state = PeriodState::current;
    std::int64_t version = 1;
    std::string created, updated;
    std::vector<std::string> actions;
};

struct DeputyList {
    std::vector<DeputyView> items;
};

/// One row of "who can do what": an operation, and who may try it.
struct RightView {
    std::string operation, method, path, part;
    std::string audience;  ///< everyone, signed_in or roles
    std::vector<Role> roles;
};

struct RightsView {
    std::vector<Role> roles;
    std::vector<RightView> operations;
};

struct AccountPage {
    std::vector<AccountView> items;
    std::optional<std::string> next_cursor;
};

/// needed: roles are withheld until there is one. exempt: an account of the example, on this machine only.
enum class SecondFactorState { off, on, needed, exempt };

struct LinkView {
    std::string link, kind, expires;  ///< the link's path on this server
    bool mailed = false;              ///< to the person, too
};
struct LinkToken {
    std::string token;
};
struct LinkOwner {
    std::string kind, email, name;
};
struct LinkUse {
    std::string token, password;
};

struct PasswordOnly {
    std::string password;
};
struct CodeOnly {
    std::string code;
};
struct PasswordAndCode {
    std::string password, code;
};
struct SecondFactorView {
    SecondFactorState state = SecondFactorState::off;
    std::int64_t recovery_codes = 0;
};
struct SecondFactorBegun {
    std::string secret, uri;
};
struct RecoveryCodes {
    std::vector<std::string> recovery_codes;
};

struct ListedSessionView {
    std::string id, address, agent, created, last_seen, expires;
    bool current = false;
};
struct ListedSessions {
    std::vector<ListedSessionView> items;
};

enum class TokenScope { read, write };
struct NewToken {
    std::string name;
    TokenScope scope = TokenScope::read;
    std::int64_t days = 90;
};
struct TokenView {
    std::string id, name, scope, created;
    std::optional<std::string> expires, last_used, token;  ///< `token` only in the answer that makes it
};
struct TokenList {
    std::vector<TokenView> items;
};

struct SessionView {
    AccountView account;
    std::vector<std::string> actions;
    std::string expires;
    SecondFactorState second_factor = SecondFactorState::off;
    std::vector<DeputyView> deputy_for;  ///< whose roles are among the account's for the time being
};

struct ExampleAccount {
    std::string email, password;
    Role role = Role::planner;
};

struct OpenIdBegun {
    std::string url;  ///< where the browser goes
};
/// What the provider sent the browser back with; `code` is left out when only the second factor is still
/// asked for.
struct OpenIdFinish {
    std::string state;
    std::optional<std::string> code, second_factor;
};

struct SetupView {
    bool needed = false;
    std::string version;
    std::optional<std::string> institute_ko, institute_en, contact;
    std::optional<std::string> openid;  ///< what people call the provider that one can sign in with
    std::vector<ExampleAccount> example;
};

Checked<SignIn> decode_sign_in(std::string_view json);
Checked<FirstAdministrator> decode_first_administrator(std::string_view json);
Checked<PasswordChange> decode_password_change(std::string_view json);
Checked<NewAccount> decode_new_account(std::string_view json);
Checked<AccountChange> decode_account_change(std::string_view json);
Checked<LinkToken> decode_link_token(std::string_view json);
Checked<LinkUse> decode_link_use(std::string_view json);
Checked<PasswordOnly> decode_password_only(std::string_view json);
Checked<CodeOnly> decode_code_only(std::string_view json);
Checked<PasswordAndCode> decode_password_and_code(std::string_view json);
Checked<OpenIdFinish> decode_openid_finish(std::string_view json);
Checked<NewToken> decode_new_token(std::string_view json);
Checked<NewRole> decode_new_role(std::string_view json);
Checked<NewDeputy> decode_new_deputy(std::string_view json);

std::string encode(const LinkView&);
std::string encode(const LinkOwner&);
std::string encode(const SecondFactorView&);
std::string encode(const SecondFactorBegun&);
std::string encode(const RecoveryCodes&);
std::string encode(const ListedSessions&);
std::string encode(const TokenView&);
std::string encode(const TokenList&);
std::string encode(const RoleGrantView&);
std::string encode(const RoleGrantList&);
std::string encode(const DeputyView&);
std::string encode(const DeputyList&);
std::string encode(const RightsView&);
std::string encode(const AccountView&);
std::string encode(const AccountPage&);
std::string encode(const SessionView&);
std::string encode(const OpenIdBegun&);
std::string encode(const SetupView&);

/// How the tables hold them. Reading throws std::runtime_error where a column holds something else.
std::string role_text(Role role);
Role role_from(std::string_view name);
std::string language_text(Language language);
Language language_from(std::string_view name);

/// One '@', something on both sides, no blanks, at most 254 bytes.
bool is_email(std::string_view text);

}  // namespace dure::auth
