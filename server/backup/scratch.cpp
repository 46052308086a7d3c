// SPDX-License-Identifier: Apache-2.0
#include "server/backup/scratch.hpp"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include <atomic>

namespace dure::backup {
namespace {

constexpr auto kPatience = std::chrono::hours(1);  // a restore is one long transaction

std::string unique_name() {
    static std::atomic<int> next{0};
    return "dure_drill_" + std::to_string(::getpid()) + "_" + std::to_string(++next);
}

}  // namespace

Scratch::Scratch(const std::string& url, const std::filesystem::path& folder)
    : folder_(folder / (".making-" + unique_name())) {
    std::filesystem::create_directories(folder_);
    std::string own = "sqlite://" + (folder_ / "scratch.db").string();
    if (url.starts_with("postgres")) {
        server_ = url;
        schema_ = unique_name();
        db::Database::open({.url = server_, .readers = 1})->write([&](db::Connection& c) {
            c.execute("CREATE SCHEMA " + schema_);
        });
        own = server_ + (server_.find('?') == std::string::npos ? "?" : "&") + "options=-csearch_path%3D" +
              schema_;
    }
    database_ = db::Database::open({.url = own, .readers = 1, .timeout = kPatience});
}

Scratch::~Scratch() {
    database_.reset();
    try {
        if (!schema_.empty())
            db::Database::open({.url = server_, .readers = 1, .timeout = kPatience})
                ->write([&](db::Connection& c) { c.execute("DROP SCHEMA " + schema_ + " CASCADE"); });
        std::filesystem::remove_all(folder_);
    } catch (const std::exception& error) {
        spdlog::warn("scratch_left what=\"{}\"", error.what());
    }
}

}  // namespace dure::backup
