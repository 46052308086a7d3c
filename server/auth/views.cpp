// SPDX-License-Identifier: Apache-2.0
#include "server/auth/views.hpp"

#include <algorithm>
#include <stdexcept>

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
/// How long a new password must be is said by refuse_password, with its reason.
constexpr Rule password(std::string_view field) {
    return required(field).length(0, 1000);
}

}  // namespace

BOOST_DESCRIBE_ENUM(Role, administrator, planner)
BOOST_DESCRIBE_ENUM(Language, ko, en)

BOOST_DESCRIBE_STRUCT(SignIn, (), (email, password))
std::span<const Rule> json_rules(const SignIn*) {
    static const Rule rules[] = {required("email").length(0, 254), password("password")};
    return rules;
}

BOOST_DESCRIBE_STRUCT(FirstAdministrator, (), (email, name, password, language))
std::span<const Rule> json_rules(const FirstAdministrator*) {
    static const Rule rules[] = {email(), name(), password("password")};
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
    static const Rule rules[] = {email(), name(), password("password"), required("roles").items(0, 2)};
    return rules;
}

BOOST_DESCRIBE_STRUCT(AccountChange, (), (name, roles, active, language))
std::span<const Rule> json_rules(const AccountChange*) {
    static const Rule rules[] = {optional("name").length(1, 200), optional("roles").items(0, 2)};
    return rules;
}

BOOST_DESCRIBE_STRUCT(AccountView, (),
                      (id, email, name, roles, active, example, language, last_sign_in, version, created,
                       updated, actions))
BOOST_DESCRIBE_STRUCT(AccountPage, (), (items, next_cursor))
BOOST_DESCRIBE_STRUCT(SessionView, (), (account, actions, expires))
BOOST_DESCRIBE_STRUCT(ExampleAccount, (), (email, password, role))
BOOST_DESCRIBE_STRUCT(SetupView, (), (needed, version, example))
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

std::string encode(const AccountView& view) {
    return codec::encode(view);
}
std::string encode(const AccountPage& view) {
    return codec::encode(view);
}
std::string encode(const SessionView& view) {
    return codec::encode(view);
}
std::string encode(const SetupView& view) {
    return codec::encode(view);
}

std::string roles_text(const std::vector<Role>& roles) {
    return codec::encode(roles);
}

std::vector<Role> roles_from(std::string_view json) {
    auto roles = codec::decode<std::vector<Role>>(json);
    if (!roles) throw std::runtime_error("not a list of roles: " + std::string(json));
    return std::move(*roles);
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
