// SPDX-License-Identifier: Apache-2.0
#include "cli/server_config.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include "server/app/app.hpp"

namespace dure::cli {
namespace {

/// One known setting: what it takes, and where it goes.
struct Setting {
    std::string_view key, expected;
    std::function<bool(const toml::node&)> take;  ///< false: not of the expected type
    std::int64_t least = 0, most = 0;             ///< of whole numbers
};

class Reader {
  public:
    Reader(std::string_view file, std::vector<Setting> settings)
        : file_(file), settings_(std::move(settings)) {}

    Errors read(const toml::table& table) {
        for (const auto& [key, node] : table) read(key.str(), node);
        return std::move(errors_);
    }

  private:
    void read(std::string_view key, const toml::node& node) {
        const auto setting = std::ranges::find(settings_, key, &Setting::key);
        if (setting == settings_.end()) {
            std::vector<std::string_view> known;
            for (const Setting& one : settings_) known.push_back(one.key);
            return refuse(node, "config.unknown_key",
                          {{"key", std::string(key)}, {"known", fmt::format("{}", fmt::join(known, ", "))}});
        }
        const auto number = node.value<std::int64_t>();
        if (setting->most > 0 && node.is_integer() && (*number < setting->least || *number > setting->most))
            return refuse(node, "config.out_of_range",
                          {{"key", std::string(key)},
                           {"least", std::to_string(setting->least)},
                           {"most", std::to_string(setting->most)}});
        if (!setting->take(node))
            refuse(node, "config.wrong_type",
                   {{"key", std::string(key)}, {"expected", std::string(setting->expected)}});
    }

    void refuse(const toml::node& node, std::string code, Params params) {
        errors_.push_back({.code = std::move(code),
                           .params = std::move(params),
                           .file = file_,
                           .line = static_cast<int>(node.source().begin.line)});
    }

    std::string file_;
    std::vector<Setting> settings_;
    Errors errors_;
};

template <class T>
Setting text(std::string_view key, T& target) {
    return {key, "text", [&target](const toml::node& node) {
                const auto value = node.value<std::string>();
                if (!node.is_string()) return false;
                target = *value;
                return true;
            }};
}

template <class T>
Setting whole(std::string_view key, T& target, std::int64_t least, std::int64_t most) {
    return {key, "whole number",
            [&target](const toml::node& node) {
                if (!node.is_integer()) return false;
                target = static_cast<T>(*node.value<std::int64_t>());
                return true;
            },
            least, most};
}

Setting truth(std::string_view key, bool& target) {
    return {key, "true, false", [&target](const toml::node& node) {
                if (!node.is_boolean()) return false;
                target = *node.value<bool>();
                return true;
            }};
}

Setting texts(std::string_view key, std::vector<std::string>& target) {
    return {key, "[\"text\", …]", [&target](const toml::node& node) {
                const toml::array* list = node.as_array();
                if (!list || !list->is_homogeneous(toml::node_type::string)) return false;
                target.clear();
                for (const auto& item : *list) target.push_back(*item.value<std::string>());
                return true;
            }};
}

}  // namespace

Errors read_server_config(std::string_view text_of_file, std::string_view file, app::Options& options,
                          bool& example) {
    toml::table table;
    try {
        table = toml::parse(text_of_file);
    } catch (const toml::parse_error& error) {
        return {{.code = "toml.syntax",
                 .params = {{"reason", std::string(error.description())}},
                 .file = std::string(file),
                 .line = static_cast<int>(error.source().begin.line)}};
    }
    Reader reader(
        file,
        {text("bind", options.address), text("data_dir", options.data_dir),
         text("database", options.database_url), truth("example", example),
         text("example_dir", options.example_dir), text("mail_from", options.mail.house.from_address),
         text("mail_name", options.mail.house.from_name), text("openid_client_id", options.openid.client_id),
         text("openid_client_secret", options.openid.client_secret),
         text("openid_issuer", options.openid.issuer), text("openid_name", options.openid.name),
         whole("port", options.port, 0, 65'535), text("public_url", options.public_url),
         text("smtp", options.mail.server.url), text("smtp_user", options.mail.server.user),
         whole("solver_threads", options.solver_threads, 0, 256),
         texts("trusted_proxies", options.trusted_proxies), text("web", options.web_dir),
         whole("workers", options.workers, 2, 256)});
    return reader.read(table);
}

}  // namespace dure::cli
