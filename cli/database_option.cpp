// SPDX-License-Identifier: Apache-2.0
#include "cli/database_option.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "cli/server_options.hpp"
#include "server/app/app.hpp"

namespace dure::cli {

void DatabaseOption::add_to(CLI::App& command, const Context& context) {
    command.add_option("--data-dir", data_dir, context.say("option.data_dir"))->capture_default_str();
    command.add_option("--database", url, context.say("option.database"));
    add_config_option(command, context, [this, &context](const std::string& file) {
        const app::Options options =
            config_of_file(file, {.data_dir = data_dir, .database_url = url}, context);
        data_dir = options.data_dir.string();
        url = options.database_url;
    });
}

std::string DatabaseOption::address() const {
    if (!url.empty()) return url;
    return "sqlite://" + (std::filesystem::path(data_dir) / "dure.db").string();
}

void DatabaseOption::make_folder() const {
    if (url.empty()) std::filesystem::create_directories(data_dir);
}

std::optional<Error> DatabaseOption::missing() const {
    const std::string where = address();
    const std::string_view file = std::string_view(where).substr(where.starts_with("sqlite://") ? 9 : 0);
    if (where.starts_with("postgres") || std::filesystem::exists(file)) return std::nullopt;
    return Error{.code = "db.no_such_file", .params = {{"file", std::string(file)}}};
}

Error to_error(const db::Error& error) {
    if (error.kind() == db::ErrorKind::busy) return {.code = "db.busy"};
    if (error.kind() == db::ErrorKind::timeout) return {.code = "db.timeout"};
    return {.code = "db.failed", .params = {{"detail", error.what()}}};
}

}  // namespace dure::cli
