// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "cli/command.hpp"
#include "cli/server_options.hpp"
#include "server/app/app.hpp"
#include "server/mail/mime_text.hpp"

namespace dure::cli {
namespace {

struct ServeArguments {
    app::Options options;
    bool example = false;
    Errors config_errors;
};

/// The signals that end the server, blocked in every thread made from here on and taken by wait().
class EndSignals {
  public:
    EndSignals() {
        sigemptyset(&set_);
        sigaddset(&set_, SIGINT);
        sigaddset(&set_, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    }
    void wait() const {
        int signal = 0;
        sigwait(&set_, &signal);
    }

  private:
    sigset_t set_{};
};

/// From the environment, or else from the data folder, where it is made when there is none.
auth::SecretBox::Key installation_key(const app::Options& options) {
    if (const char* given = std::getenv("DURE_SECRET_KEY"); given && *given) {
        const auto key = auth::read_key(given);
        if (!key) throw std::runtime_error("DURE_SECRET_KEY is no key: 43 characters of base64url");
        return *key;
    }
    std::filesystem::create_directories(options.data_dir);
    return auth::key_in_file(options.data_dir / "secret.key");
}

void complete(auth::openid::ProviderOptions& provider) {
    if (const char* secret = std::getenv("DURE_OPENID_CLIENT_SECRET"); secret && *secret)
        provider.client_secret = secret;
    if (!provider.configured()) return;
    if (provider.client_id.empty()) throw std::runtime_error("--openid-issuer needs --openid-client-id");
    if (provider.name.empty()) provider.name = provider.issuer.substr(provider.issuer.find("://") + 3);
}

/// examples/daegu beside the working directory, the build folder or the installed program.
std::filesystem::path find_example() {
    std::error_code none;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", none).parent_path();
    for (const auto& folder : {std::filesystem::path("examples/daegu"), program / "../../examples/daegu",
                               program / "../share/dure/examples/daegu"})
        if (std::filesystem::exists(folder / "model.toml")) return folder;
    return "examples/daegu";
}

void say_where(app::App& app, const app::Options& options, const Context& context) {
    const bool v6 = options.address.find(':') != std::string::npos;
    const std::string host = v6 ? "[" + options.address + "]" : options.address;
    const std::string address =
        options.public_url.empty() ? fmt::format("http://{}:{}", host, app.port()) : options.public_url;
    fmt::print("{}\n", context.say("serve.at", {{"address", address}}));
    if (!app.example_accounts().empty()) fmt::print("{}\n", context.say("serve.accounts"));
    for (const auto& account : app.example_accounts())
        fmt::print("{}\n", context.say("serve.account", {{"email", account.email},
                                                         {"password", account.password},
                                                         {"role", auth::role_text(account.role)}}));
    if (app.setup_needed())
        fmt::print("{}\n", context.say("serve.setup",
                                       {{"link", address + "/setup#" + app.accounts().setup_token()}}));
    std::fflush(stdout);
}

/// A mail server alone makes no mails: their links and their sender must be known.
bool can_send(const app::Options& options, Context& context) {
    if (options.mail.server.url.empty()) return true;
    const bool from = mail::is_sendable(options.mail.house.from_address);
    if (from && !options.public_url.empty()) return true;
    fmt::print(stderr, "{}\n", context.say(from ? "serve.mail_needs_url" : "serve.mail_needs_from"));
    context.exit = Exit::bad_input;
    return false;
}

void serve(ServeArguments& arguments, Context& context) {
    if (!arguments.config_errors.empty())
        return context.refuse(arguments.config_errors, Exit::bad_input, false);
    const EndSignals signals;
    // Standard output is for people: the address and the accounts. The log goes to standard error.
    spdlog::set_default_logger(spdlog::stderr_color_mt("dure"));
    auto& options = arguments.options;
    options.version = DURE_VERSION;
    options.seed_taxonomy = true;
    options.nightly_backups = true;
    options.seed_figures = true;
    if (arguments.example && options.example_dir.empty()) options.example_dir = find_example();
    if (!arguments.example) options.example_dir.clear();
    if (const char* password = std::getenv("DURE_SMTP_PASSWORD")) options.mail.server.password = password;
    if (!can_send(options, context)) return;
    try {
        complete(options.openid);
        options.accounts.key = installation_key(options);
        app::App app(options);
        app.start();
        say_where(app, options, context);
        signals.wait();
        fmt::print(stderr, "{}\n", context.say("serve.stopping"));
        app.stop();
    } catch (const std::exception& failure) {
        fmt::print(stderr, "{}\n", context.say("serve.failed", {{"reason", failure.what()}}));
        context.exit = Exit::failed;
    }
}

}  // namespace

void add_serve(CLI::App& app, Context& context) {
    auto arguments = std::make_shared<ServeArguments>();
    auto& options = arguments->options;
    CLI::App* command = app.add_subcommand("serve", context.say("serve.about"));
    command->add_option("--port", options.port, context.say("serve.port"));
    command->add_option("--bind", options.address, context.say("serve.bind"));
    add_place_options(*command, options, context);
    command->add_flag("--example", arguments->example, context.say("serve.example"));
    command->add_option("--example-dir", options.example_dir, context.say("serve.example_dir"));
    command->add_option("--web", options.web_dir, context.say("serve.web"))->check(CLI::ExistingDirectory);
    command->add_option("--public-url", options.public_url, context.say("serve.public_url"));
    command->add_option("--trusted-proxy", options.trusted_proxies, context.say("serve.trusted_proxy"));
    command->add_option("--smtp", options.mail.server.url, context.say("serve.smtp"));
    command->add_option("--smtp-user", options.mail.server.user, context.say("serve.smtp_user"));
    command->add_option("--mail-from", options.mail.house.from_address, context.say("serve.mail_from"));
    command->add_option("--mail-name", options.mail.house.from_name, context.say("serve.mail_name"));
    command->add_option("--workers", options.workers, context.say("serve.workers"))
        ->check(CLI::Range(2, 256));
    command->add_option("--solver-threads", options.solver_threads, context.say("serve.solver_threads"))
        ->check(CLI::Range(0, 256));
    command->add_option("--openid-issuer", options.openid.issuer, context.say("serve.openid_issuer"));
    command->add_option("--openid-client-id", options.openid.client_id,
                        context.say("serve.openid_client_id"));
    command->add_option("--openid-name", options.openid.name, context.say("serve.openid_name"));
    add_config_option(*command, context, [arguments](const std::string& file) {
        arguments->config_errors = read_config_file(file, arguments->options, arguments->example);
    });
    command->callback([arguments, &context] { serve(*arguments, context); });
}

}  // namespace dure::cli
