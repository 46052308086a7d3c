// SPDX-License-Identifier: Apache-2.0
#include "cli/server_options.hpp"

#include <CLI/CLI.hpp>
#include <utility>

#include "cli/files.hpp"
#include "cli/server_config.hpp"
#include "server/app/app.hpp"
#include "server/codec/messages.hpp"

namespace dure::cli {

void add_place_options(CLI::App& command, app::Options& options, const Context& context) {
    command.add_option("--data-dir", options.data_dir, context.say("serve.data_dir"));
    command.add_option("--database", options.database_url, context.say("serve.database"));
}

void add_config_option(CLI::App& command, const Context& context,
                       std::function<void(const std::string& file)> take) {
    command.add_option_function<std::string>("--config", std::move(take), context.say("serve.config"))
        ->trigger_on_parse();
}

void add_database_options(CLI::App& command, app::Options& options, const Context& context) {
    add_place_options(command, options, context);
    add_config_option(command, context, [&options, &context](const std::string& file) {
        options = config_of_file(file, options, context);
    });
}

Errors read_config_file(const std::string& file, app::Options& options, bool& example) {
    const auto text = read_file(file);
    return text ? read_server_config(*text, file, options, example) : Errors{text.error()};
}

app::Options config_of_file(const std::string& file, const app::Options& before, const Context& context) {
    app::Options options = before;
    bool example = false;
    std::string wrong;
    for (const Error& error : read_config_file(file, options, example))
        wrong += '\n' + codec::Messages::embedded().sentence(context.language, error);
    if (!wrong.empty()) throw CLI::ValidationError("--config", wrong);
    return options;
}

}  // namespace dure::cli
