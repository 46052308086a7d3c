// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <termios.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/server_options.hpp"
#include "server/app/app.hpp"
#include "server/db/system.hpp"

namespace dure::cli {
namespace {

struct UserArguments {
    app::Options options;
    std::string email, name, language = "ko", token_name = "dure user token";
    std::vector<std::string> roles;
    bool password_stdin = false;
    int days = 90;
};

/// What is typed is not shown while this lives.
class HiddenTyping {
  public:
    HiddenTyping() {
        shown_ = tcgetattr(STDIN_FILENO, &before_) == 0;
        if (!shown_) return;
        termios hidden = before_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    ~HiddenTyping() {
        if (shown_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    HiddenTyping(const HiddenTyping&) = delete;
    HiddenTyping& operator=(const HiddenTyping&) = delete;

  private:
    termios before_{};
    bool shown_ = false;
};

std::string read_password(const UserArguments& arguments, const Context& context) {
    std::string password;
    const HiddenTyping hidden;
    if (!arguments.password_stdin) fmt::print(stderr, "{}", context.say("user.password"));
    std::getline(std::cin, password);
    if (!arguments.password_stdin) fmt::print(stderr, "\n");
    return password;
}

/// Runs `work` with the accounts of the database; a refusal becomes sentences and the exit code of bad input.
void with_accounts(const app::Options& options, Context& context, const auto& work) {
    const auto database = app::open_database(options);
    IdMaker ids(db::system_clock(), db::system_random());
    auth::Sessions sessions(*database, db::system_clock());
    auth::Accounts accounts(*database, db::system_clock(), ids, sessions);
    try {
        work(*database, accounts);
    } catch (const http::ProblemException& refusal) {
        Errors errors = refusal.problem.errors;
        if (errors.empty()) errors = {{.code = refusal.problem.code, .params = refusal.problem.params}};
        context.refuse(errors, Exit::bad_input, false);
    }
}

void add_user(const UserArguments& arguments, Context& context) {
    auth::NewAccount wanted{.email = arguments.email,
                            .name = arguments.name,
                            .language = arguments.language == "en" ? auth::Language::en : auth::Language::ko};
    for (const std::string& role : arguments.roles) wanted.roles.push_back(auth::role_from(role));
    if (!auth::is_email(wanted.email))
        return context.refuse(
            {{.code = "json.bad_format", .params = {{"format", "name@domain"}}, .pointer = "/email"}},
            Exit::bad_input, false);
    const std::string password = read_password(arguments, context);
    with_accounts(arguments.options, context, [&](db::Database& database, auth::Accounts& accounts) {
        const std::string hash = accounts.hash_new_password(password, wanted.email, wanted.name);
        database.write(
            [&](db::Connection& c) { accounts.create(c, wanted, hash, {}, {.request_id = "shell"}); });
        fmt::print("{}\n", context.say("user.added", {{"email", wanted.email}}));
    });
}

std::vector<std::string> role_names() {
    std::vector<std::string> names;
    for (const auth::Role role : auth::kRoles) names.push_back(auth::role_text(role));
    return names;
}

void make_token(const UserArguments& arguments, Context& context) {
    with_accounts(arguments.options, context, [&](db::Database&, auth::Accounts& accounts) {
        fmt::print("{}\n", accounts.create_token(arguments.email, arguments.token_name, arguments.days));
        fmt::print(stderr, "{}\n",
                   context.say("user.token_once", {{"days", std::to_string(arguments.days)}}));
    });
}

}  // namespace

void add_user(CLI::App& app, Context& context) {
    auto arguments = std::make_shared<UserArguments>();
    CLI::App* user = app.add_subcommand("user", context.say("user.about"));
    user->require_subcommand(1);

    CLI::App* add = user->add_subcommand("add", context.say("user.add"));
    add->add_option("email", arguments->email, context.say("user.email"))->required();
    add->add_option("--name", arguments->name, context.say("user.name"))->required();
    add->add_option("--role", arguments->roles, context.say("user.role"))->check(CLI::IsMember(role_names()));
    add->add_option("--language", arguments->language, context.say("user.language"))
        ->check(CLI::IsMember({"ko", "en"}));
    add->add_flag("--password-stdin", arguments->password_stdin, context.say("user.password_stdin"));
    add_database_options(*add, arguments->options, context);
    add->callback([arguments, &context] { add_user(*arguments, context); });

    CLI::App* token = user->add_subcommand("token", context.say("user.token"));
    token->add_option("email", arguments->email, context.say("user.email"))->required();
    token->add_option("--days", arguments->days, context.say("user.days"))->check(CLI::Range(1, 3650));
    token->add_option("--name", arguments->token_name, context.say("user.token_name"));
    add_database_options(*token, arguments->options, context);
    token->callback([arguments, &context] { make_token(*arguments, context); });
}

}  // namespace dure::cli
