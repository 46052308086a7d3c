// SPDX-License-Identifier: Apache-2.0
#include "cli/installation.hpp"

#include <netdb.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "server/app/app.hpp"
#include "server/db/migrate.hpp"

namespace dure::cli {
namespace {

using upkeep::HealthCheck;
using upkeep::HealthState;

HealthCheck check_folder(const app::Options& options) {
    const Params where{{"folder", std::filesystem::absolute(options.data_dir).string()}};
    struct stat found{};
    if (stat(options.data_dir.c_str(), &found) != 0 || !S_ISDIR(found.st_mode))
        return {.name = "folder_missing", .state = HealthState::trouble, .params = where};
    if (found.st_uid != geteuid())
        return {.name = "folder_foreign", .state = HealthState::trouble, .params = where};
    if (access(options.data_dir.c_str(), R_OK | W_OK | X_OK) != 0)
        return {.name = "folder_locked", .state = HealthState::trouble, .params = where};
    return {.name = "folder",
            .state = found.st_mode & (S_IRWXG | S_IRWXO) ? HealthState::warning : HealthState::good,
            .params = where};
}

HealthCheck check_key(const app::Options& options) {
    const auto file = options.data_dir / "secret.key";
    struct stat found{};
    if (stat(file.c_str(), &found) != 0) return {.name = "key_none"};
    const bool seen = found.st_mode & (S_IRWXG | S_IRWXO);
    return {.name = "key",
            .state = seen ? HealthState::trouble : HealthState::good,
            .params = {{"file", std::filesystem::absolute(file).string()}}};
}

HealthCheck check_page(const app::Options& options) {
    if (options.web_dir.empty()) return {.name = "page_none", .state = HealthState::warning};
    const bool there = std::filesystem::exists(options.web_dir / "index.html");
    return {.name = "page",
            .state = there ? HealthState::good : HealthState::trouble,
            .params = {{"folder", options.web_dir.string()}}};
}

struct Socket {
    int descriptor = -1;
    ~Socket() {
        if (descriptor >= 0) close(descriptor);
    }
};

/// The first bytes of the answer to GET /healthz; none where nothing listens.
std::optional<std::string> ask(const std::string& host, const std::string& port) {
    const addrinfo wish{.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV, .ai_socktype = SOCK_STREAM};
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), port.c_str(), &wish, &found) != 0) return std::nullopt;
    const Socket socket{::socket(found->ai_family, SOCK_STREAM, 0)};
    const timeval patience{.tv_sec = 3, .tv_usec = 0};
    setsockopt(socket.descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(socket.descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const int connected = connect(socket.descriptor, found->ai_addr, found->ai_addrlen);
    freeaddrinfo(found);
    if (connected != 0) return std::nullopt;
    const std::string question = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    send(socket.descriptor, question.data(), question.size(), MSG_NOSIGNAL);
    std::string answer;
    char bytes[1024];
    for (ssize_t n; answer.size() < 8192 && (n = recv(socket.descriptor, bytes, sizeof bytes, 0)) > 0;)
        answer.append(bytes, static_cast<std::size_t>(n));
    return answer;
}

HealthCheck check_address(const app::Options& options) {
    const bool any = options.address == "0.0.0.0" || options.address == "::";
    const std::string port = std::to_string(options.port);
    const auto answer = ask(any ? "127.0.0.1" : options.address, port);
    const Params where{{"address", options.address + ":" + port}};
    if (!answer) return {.name = "address_quiet", .state = HealthState::warning, .params = where};
    const bool well = answer->starts_with("HTTP/1.1 200") && answer->ends_with("\r\n\r\nok\n");
    return {.name = "address", .state = well ? HealthState::good : HealthState::trouble, .params = where};
}

/// HTTPS, or this machine alone.
HealthCheck check_reach(const app::Options& options) {
    const bool at_home = options.address == "127.0.0.1" || options.address == "::1";
    if (options.public_url.empty())
        return {.name = "reach_here", .state = at_home ? HealthState::good : HealthState::warning};
    return {.name = "reach",
            .state = options.public_url.starts_with("https://") ? HealthState::good : HealthState::warning,
            .params = {{"address", options.public_url}}};
}

}  // namespace

std::vector<HealthCheck> check_installation(const app::Options& options) {
    std::vector<HealthCheck> checks{check_folder(options)};
    if (may_open(checks)) checks.push_back(check_key(options));
    checks.insert(checks.end(), {check_page(options), check_address(options), check_reach(options)});
    return checks;
}

bool may_open(const std::vector<HealthCheck>& checks) {
    return std::ranges::none_of(checks, [](const HealthCheck& check) {
        return check.name.starts_with("folder") && check.state == HealthState::trouble;
    });
}

HealthCheck check_migrations(db::Database& database) {
    const auto known = static_cast<std::int64_t>(db::built_in_migrations().size());
    const std::int64_t applied = db::applied_migrations(database);
    const auto state = applied == known  ? HealthState::good
                       : applied < known ? HealthState::warning
                                         : HealthState::trouble;
    return {.name = "migrations",
            .state = state,
            .params = {{"count", std::to_string(applied < known ? known - applied : applied - known)}}};
}

}  // namespace dure::cli
