// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/http/message.hpp"

namespace dure::http {

using std::chrono::milliseconds;

struct Options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  ///< 0: any that is free
    int workers = 4;            ///< threads that run handlers

    /// "https://dure.example.kr": where people reach the server. Empty: a server bound to a loopback address
    /// answers loopback names only (a foreign Host would be DNS rebinding), any other answers every Host.
    std::string public_url;
    /// Addresses or networks ("10.0.0.0/8") whose X-Forwarded-For and X-Forwarded-Proto are believed.
    std::vector<std::string> trusted_proxies;
    /// The built page; empty: none. Read into memory at start.
    std::filesystem::path page_directory;

    std::size_t header_limit = 16 * 1024;
    std::size_t max_connections = 8192;  ///< beyond: the longest idle one makes room, else 503
    std::size_t max_waiting = 1024;      ///< requests waiting for a worker; beyond: 503
    std::size_t compress_from = 1400;    ///< bytes of a response body

    milliseconds idle_timeout{75'000};    ///< between requests
    milliseconds header_timeout{10'000};  ///< from a request's first byte to the end of its header
    milliseconds read_timeout{15'000};    ///< without any byte of the body
    milliseconds body_timeout{120'000};   ///< for the whole body
    milliseconds write_timeout{30'000};   ///< without a byte of the response taken
    milliseconds event_poll{250};         ///< how often an event source is asked
    milliseconds heartbeat{15'000};       ///< comment on an event stream that had nothing to say
    milliseconds stop_timeout{20'000};    ///< of a graceful stop; what is open then is cut off
};

/// A figure of the application for /metrics.
struct Gauge {
    std::string name;  ///< "dure_jobs_queued"
    std::string help;
    std::vector<std::pair<std::string, std::string>> labels;
    double value = 0;
};

/// What the server asks the application. All may be empty; all are called from several threads.
struct Hooks {
    /// The sentence of error.<code> in "ko" or "en".
    std::function<std::string(std::string_view language, const std::string& code, const Params&)> sentence;
    /// The problem that an exception of the application means; none: 500, logged.
    std::function<std::optional<Problem>(const std::exception&)> translate;
    /// Whether requests can be served: /readyz.
    std::function<bool()> ready;
    std::function<std::vector<Gauge>()> gauges;
};

/// An HTTP/1.1 server: one thread for the sockets, a pool of workers for the handlers. Serves the routes, the
/// page, and for loopback clients /healthz, /readyz and /metrics. Every refusal is application/problem+json.
class Server {
  public:
    /// Throws std::logic_error for routes that contradict each other and std::runtime_error for bad options.
    Server(Options options, std::vector<Route> routes, Hooks hooks = {});
    ~Server();  ///< stops
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Binds and begins to serve in threads of its own. Throws std::system_error when the address cannot be
    /// had.
    void start();
    std::uint16_t port() const;  ///< bound by start()
    /// Takes no new connection, answers every request that has arrived, ends event streams, then returns.
    void stop();

    class Impl;

  private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace dure::http
