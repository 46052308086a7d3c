// SPDX-License-Identifier: Apache-2.0
#include "server/auth/views.hpp"

#include <algorithm>
#include <stdexcept>

#include "engine/base/id.hpp"
#include "engine/base/utc_text.hpp"
#include "server/auth/role_codec.hpp"
#include "server/codec/codec.hpp"

namespace dure::auth {

using codec::optional;
using codec::required;
using codec::Rule;

namespace {

constexpr Rule email() {
    return required("email").length(3, 254).format("email", is_email);
}
constexpr Rule name() {
    return required("name").length(1, 200);
}
bool is_instant(std::string_view text) {
    return instant_from(text).has_value();
}
/// How long a new password must be is said by refuse_password, with its reason.
constexpr Rule password(std::string_view field) {
    return required(field).length(0, 1000);
}

}  // namespace

BOOST_DESCRIBE_ENUM(PeriodState, coming, current, past)
BOOST_DESCRIBE_ENUM(Language, ko, en)

BOOST_DESCRIBE_ENUM(SecondFactorState, off, on, needed, exempt)
BOOST_DESCRIBE_ENUM(TokenScope, read, write)

BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password, code))
std::span<const Rule> json_rules(const SignIn*) {
    static const Rule rules[] = {required("email").length(0, 254), password("password"),
                                 optional("code").length(0, 40)};
    return rules;
}

BOOST_DESCRIBE_STRUCT(FirstAdministrator, (), (token, email, name, password, language))
std::span<const Rule> json_rules(const FirstAdministrator*) {
    static const Rule rules[] = {required("token").length(0, 200), email(), name(), password("password")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(PasswordChange, (), (current, next))
std::span<const Rule> json_rules(const PasswordChange*) {
    static const Rule rules[] = {password("current"), password("next")};
    return rules;
}
/// The contract calls `next` "new", which no C++ member can be called.
void read(const codec::json::value& value, PasswordChange& target, codec::Reader& reader, const Rule&) {
    static const codec::Record record = [] {
        codec::Record renamed = codec::detail::make_record<PasswordChange>();
        for (codec::Field& field : renamed.fields)
            if (field.name == "next") field.name = "new";
        return renamed;
    }();
    codec::read_record(value, &target, record, reader);
}

BOOST_DESCRIBE_STRUCT(NewAccount, (), (email, name, password, roles, language))
std::span<const Rule> json_rules(const NewAccount*) {
    static const Rule rules[] = {email(), name(), optional("password").length(0, 1000),
                                 required("roles").items(0, kRoles.size())};
    return rules;
}

BOOST_DESCRIBE_STRUCT(AccountChange, (), (name, active, language))
std::span<const Rule> json_rules(const AccountChange*) {
    static const Rule rules[] = {optional("name").length(1, 200)};
    return rules;
}

/// How long a secret that someone types or pastes may be.
constexpr std::size_t kLongestToken = 200;

BOOST_DESCRIBE_STRUCT(LinkToken, (), (token))
std::span<const Rule> json_rules(const LinkToken*) {
    static const Rule rules[] = {required("token").length(0, kLongestToken)};
    return rules;
}
BOOST_DESCRIBE_STRUCT(LinkUse, (), (token, password))
std::span<const Rule> json_rules(const LinkUse*) {
    static const Rule rules[] = {required("token").length(0, kLongestToken), password("password")};
    return rules;
}
BOOST_DESCRIBE_STRUCT(PasswordOnly, (), (password))
std::span<const Rule> json_rules(const PasswordOnly*) {
    static const Rule rules[] = {password("password")};
    return rules;
}
BOOST_DESCRIBE_STRUCT(CodeOnly, (), (code))
std::span<const Rule> json_rules(const CodeOnly*) {
    static const Rule rules[] = {required("code").length(0, 40)};
    return rules;
}
BOOST_DESCRIBE_STRUCT(PasswordAndCode, (), (password, code))
std::span<const Rule> json_rules(const PasswordAndCode*) {
    static const Rule rules[] = {password("password"), required("code").length(0, 40)};
    return rules;
}
BOOST_DESCRIBE_STRUCT(NewToken, (), (name, scope, days))
std::span<const Rule> json_rules(const NewToken*) {
    static const Rule rules[] = {required("name").length(1, 100), optional("days").at_least(1).at_most(366)};
    return rules;
}

BOOST_DESCRIBE_STRUCT(LinkView, (), (link, kind, expires, mailed))
BOOST_DESCRIBE_STRUCT(LinkOwner, (), (kind, email, name))
BOOST_DESCRIBE_STRUCT(SecondFactorView, (), (state, recovery_codes))
BOOST_DESCRIBE_STRUCT(SecondFactorBegun, (), (secret, uri))
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (recovery_codes))
BOOST_DESCRIBE_STRUCT(ListedSessionView, (), (id, address, agent, created, last_seen, expires, current))
BOOST_DESCRIBE_STRUCT(ListedSessions, (), (items))
BOOST_DESCRIBE_STRUCT(TokenView, (), (id, name, scope, created, expires, last_used, token))
BOOST_DESCRIBE_STRUCT(TokenList, (), (items))

BOOST_DESCRIBE_STRUCT(NewRole, (), (role, organisation, valid_from, valid_until))
std::span<const Rule> json_rules(const NewRole*) {
    static const Rule rules[] = {required("role"), optional("organisation").format("id", is_id),
                                 optional("valid_from").format("date-time", is_instant),
                                 optional("valid_until").format("date-time", is_instant)};
    return rules;
}

BOOST_DESCRIBE_STRUCT(NewDeputy, (), (deputy, valid_from, valid_until))
std::span<const Rule> json_rules(const NewDeputy*) {
    static const Rule rules[] = {required("deputy").format("id", is_id),
                                 optional("valid_from").format("date-time", is_instant),
                                 required("valid_until").format("date-time", is_instant)};
    return rules;
}

BOOST_DESCRIBE_STRUCT(RoleGrantView, (),
                      (id, account, role, organisation, valid_from, valid_until, state, version, created,
                       updated, actions))
BOOST_DESCRIBE_STRUCT(RoleGrantList, (), (items))
BOOST_DESCRIBE_STRUCT(DeputyView, (),
                      (id, account, account_name, deputy, deputy_name, valid_from, valid_until, state,
                       version, created, updated, actions))
BOOST_DESCRIBE_STRUCT(DeputyList, (), (items))
BOOST_DESCRIBE_STRUCT(RightView, (), (operation, method, path, part, audience, roles))
BOOST_DESCRIBE_STRUCT(RightsView, (), (roles, operations))
BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (id, email, name, roles, active, example, invited, second_factor, linked, language,
                       last_sign_in, version, created, updated, actions))
BOOST_DESCRIBE_STRUCT(AccountPage, (), (items, next_cursor))
BOOST_DESCRIBE_STRUCT(SessionView, (), (account, actions, expires, second_factor, deputy_for))
BOOST_DESCRIBE_STRUCT(ExampleAccount, (), (email, password, role))
BOOST_DESCRIBE_STRUCT(OpenIdBegun, (), (url))
BOOST_DESCRIBE_STRUCT(OpenIdFinish, (), (state, code, second_factor))
std::span<const Rule> json_rules(const OpenIdFinish*) {
    static const Rule rules[] = {required("state").length(1, 200), optional("code").length(1, 4000),
                                 optional("second_factor").length(0, 40)};
    return rules;
}
BOOST_DESCRIBE_STRUCT(SetupView, (), (needed, version, institute_ko, institute_en, contact, openid, example))

Checked<LinkToken> decode_link_token(std::string_view json) {
    return codec::decode<LinkToken>(json);
}
Checked<LinkUse> decode_link_use(std::string_view json) {
    return codec::decode<LinkUse>(json);
}
Checked<PasswordOnly> decode_password_only(std::string_view json) {
    return codec::decode<PasswordOnly>(json);
}
Checked<CodeOnly> decode_code_only(std::string_view json) {
    return codec::decode<CodeOnly>(json);
}
Checked<PasswordAndCode> decode_password_and_code(std::string_view json) {
    return codec::decode<PasswordAndCode>(json);
}
Checked<OpenIdFinish> decode_openid_finish(std::string_view json) {
    return codec::decode<OpenIdFinish>(json);
}
Checked<NewToken> decode_new_token(std::string_view json) {
    return codec::decode<NewToken>(json);
}
Checked<NewRole> decode_new_role(std::string_view json) {
    return codec::decode<NewRole>(json);
}
Checked<NewDeputy> decode_new_deputy(std::string_view json) {
    return codec::decode<NewDeputy>(json);
}
Checked<SignIn> decode_sign_in(std::string_view json) {
    return codec::decode<SignIn>(json);
}
Checked<FirstAdministrator> decode_first_administrator(std::string_view json) {
    return codec::decode<FirstAdministrator>(json);
}
Checked<PasswordChange> decode_password_change(std::string_view json) {
    return codec::decode<PasswordChange>(json);
}
Checked<NewAccount> decode_new_account(std::string_view json) {
    return codec::decode<NewAccount>(json);
}
Checked<AccountChange> decode_account_change(std::string_view json) {
    return codec::decode<AccountChange>(json);
}

std::string encode(const LinkView& view) {
    return codec::encode(view);
}
std::string encode(const LinkOwner& view) {
    return codec::encode(view);
}
std::string encode(const SecondFactorView& view) {
    return codec::encode(view);
}
std::string encode(const SecondFactorBegun& view) {
    return codec::encode(view);
}
std::string encode(const RecoveryCodes& view) {
    return codec::encode(view);
}
std::string encode(const ListedSessions& view) {
    return codec::encode(view);
}
std::string encode(const TokenView& view) {
    return codec::encode(view);
}
std::string encode(const TokenList& view) {
    return codec::encode(view);
}
std::string encode(const RoleGrantView& view) {
    return codec::encode(view);
}
std::string encode(const RoleGrantList& view) {
    return codec::encode(view);
}
std::string encode(const DeputyView& view) {
    return codec::encode(view);
}
std::string encode(const DeputyList& view) {
    return codec::encode(view);
}
std::string encode(const RightsView& view) {
    return codec::encode(view);
}
std::string encode(const AccountView& view) {
    return codec::encode(view);
}
std::string encode(const AccountPage& view) {
    return codec::encode(view);
}
std::string encode(const SessionView& view) {
    return codec::encode(view);
}
std::string encode(const OpenIdBegun& view) {
    return codec::encode(view);
}
std::string encode(const SetupView& view) {
    return codec::encode(view);
}

std::string role_text(Role role) {
    return boost::describe::enum_to_string(role, "");
}

Role role_from(std::string_view name) {
    Role role{};
    if (!boost::describe::enum_from_string(std::string(name).c_str(), role))
        throw std::runtime_error("not a role: " + std::string(name));
    return role;
}

std::string language_text(Language language) {
    return boost::describe::enum_to_string(language, "");
}

Language language_from(std::string_view name) {
    return name == "en" ? Language::en : Language::ko;
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    if (at == text.npos || at == 0 || at > 64 || at + 1 == text.size() || text.size() > 254) return false;
    if (text.find('@', at + 1) != text.npos) return false;
    return std::ranges::none_of(
        text, [](unsigned char c) { return c <= ' ' || c == 0x7F || c == ',' || c == ';'; });
}

}  // namespace dure::auth
