// SPDX-License-Identifier: Apache-2.0
#include "server/http/server.hpp"

#include <sys/resource.h>

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <future>
#include <system_error>
#include <thread>

#include "server/http/connection.hpp"
#include "server/http/shared.hpp"

namespace dure::http {

namespace {

constexpr auto kStopGrace = std::chrono::milliseconds(150);  // for requests on their way to idle connections
constexpr auto kAcceptPause = std::chrono::milliseconds(100);

bool is_loopback(const std::string& text) {
    boost::system::error_code error;
    const auto address = asio::ip::make_address(text, error);
    return !error && address.is_loopback();
}

/// Each connection is a file descriptor, and the usual soft limit is 1,024.
void raise_descriptor_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
    limit.rlim_cur = limit.rlim_max;
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) spdlog::warn("descriptor_limit stays at {}", limit.rlim_cur);
}

}  // namespace

Shared::Shared(Options options_, std::vector<Route> routes, Hooks hooks_)
    : options(std::move(options_)),
      hooks(std::move(hooks_)),
      router(std::move(routes)),
      proxies(options.trusted_proxies),
      guard(options.public_url, is_loopback(options.address)),
      page(options.page_directory.empty() ? StaticFiles() : StaticFiles(options.page_directory)) {}

void Shared::leave(Peer* peer) {
    peers.erase(peer);
    if (stopping && peers.empty() && when_empty) when_empty();
}

std::string Shared::request_id(std::string_view given) {
    const bool sane = !given.empty() && given.size() <= 64 && std::ranges::all_of(given, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '_' || c == '-';
    });
    return sane ? std::string(given) : fmt::format("{:016x}", random_());
}

class Server::Impl {
  public:
    Impl(Options options, std::vector<Route> routes, Hooks hooks)
        : shared_(std::move(options), std::move(routes), std::move(hooks)),
          acceptor_(shared_.io),
          sweeper_(shared_.io),
          pause_(shared_.io) {}

    void start();
    void stop();
    std::uint16_t port() const { return port_; }

  private:
    void accept();
    void admit(tcp::socket socket);
    void sweep();
    void begin_stop();
    void close_all();

    Shared shared_;
    tcp::acceptor acceptor_;
    asio::steady_timer sweeper_, pause_;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> work_;
    std::thread thread_;
    std::promise<void> empty_;
    std::uint16_t port_ = 0;
    bool started_ = false, emptied_ = false;
};

void Server::Impl::start() {
    raise_descriptor_limit();
    const auto& options = shared_.options;
    boost::system::error_code error;
    const auto address = asio::ip::make_address(options.address, error);
    if (!error) {
        const tcp::endpoint endpoint(address, options.port);
        acceptor_.open(endpoint.protocol(), error);
        if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error) acceptor_.bind(endpoint, error);
        if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    }
    if (error)
        throw std::system_error(static_cast<std::error_code>(error),
                                fmt::format("cannot listen on {}:{}", options.address, options.port));
    port_ = acceptor_.local_endpoint().port();
    shared_.pool = std::make_unique<WorkerPool>(options.workers);
    work_.emplace(shared_.io.get_executor());
    accept();
    sweep();
    thread_ = std::thread([this] { shared_.io.run(); });
    started_ = true;
}

void Server::Impl::accept() {
    acceptor_.async_accept([this](boost::system::error_code error, tcp::socket socket) {
        if (error == asio::error::operation_aborted || shared_.stopping) return;
        if (!error) {
            admit(std::move(socket));
            return accept();
        }
        // Out of file descriptors, most likely: a connection that ends frees one.
        spdlog::warn("accept_failed what=\"{}\"", error.message());
        pause_.expires_after(kAcceptPause);
        pause_.async_wait([this](auto aborted) {
            if (!aborted) accept();
        });
    });
}

void Server::Impl::admit(tcp::socket socket) {
    if (shared_.peers.size() >= shared_.options.max_connections) {
        if (shared_.idle.empty()) {
            boost::system::error_code ignored;
            constexpr std::string_view kFull =
                "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: "
                "close\r\n\r\n";
            socket.non_blocking(true, ignored);
            socket.write_some(asio::buffer(kFull), ignored);
            return;
        }
        shared_.idle.front()->close();
    }
    const auto connection = std::make_shared<Connection>(shared_, std::move(socket));
    shared_.join(connection);
    connection->start();
}

void Server::Impl::sweep() {
    const auto& options = shared_.options;
    const auto shortest = std::min({options.idle_timeout, options.header_timeout, options.read_timeout,
                                    options.write_timeout, milliseconds(2000)});
    sweeper_.expires_after(std::max(shortest / 8, milliseconds(5)));
    sweeper_.async_wait([this](auto error) {
        if (error) return;
        const auto now = Clock::now();
        std::vector<std::shared_ptr<Peer>> peers;  // sweeping may remove some
        peers.reserve(shared_.peers.size());
        for (const auto& [key, peer] : shared_.peers) peers.push_back(peer);
        for (const auto& peer : peers) peer->sweep(now);
        sweep();
    });
}

void Server::Impl::begin_stop() {
    // What the kernel has accepted counts as accepted.
    boost::system::error_code error;
    acceptor_.non_blocking(true, error);
    while (!error) {
        tcp::socket socket(shared_.io);
        acceptor_.accept(socket, error);
        if (!error) admit(std::move(socket));
    }
    acceptor_.close(error);
    shared_.when_empty = [this] {
        if (!std::exchange(emptied_, true)) empty_.set_value();
    };
    shared_.stopping = true;
    if (shared_.peers.empty()) return shared_.when_empty();
    pause_.expires_after(kStopGrace);
    pause_.async_wait([this](auto aborted) {
        if (aborted) return;
        std::vector<std::shared_ptr<Peer>> peers;
        for (const auto& [key, peer] : shared_.peers) peers.push_back(peer);
        for (const auto& peer : peers) peer->drain();
    });
}

void Server::Impl::close_all() {
    std::vector<std::shared_ptr<Peer>> peers;
    for (const auto& [key, peer] : shared_.peers) peers.push_back(peer);
    for (const auto& peer : peers) peer->close();
}

void Server::Impl::stop() {
    if (!std::exchange(started_, false)) return;
    auto empty = empty_.get_future();
    asio::post(shared_.io, [this] { begin_stop(); });
    if (empty.wait_for(shared_.options.stop_timeout) != std::future_status::ready)
        spdlog::warn("stop_cut_off connections still open");
    asio::post(shared_.io, [this] { close_all(); });
    shared_.pool->stop();
    asio::post(shared_.io, [this] {
        sweeper_.cancel();
        pause_.cancel();
        close_all();
        work_.reset();
        shared_.io.stop();
    });
    thread_.join();
}

Server::Server(Options options, std::vector<Route> routes, Hooks hooks)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(routes), std::move(hooks))) {}
Server::~Server() {
    stop();
}
void Server::start() {
    impl_->start();
}
std::uint16_t Server::port() const {
    return impl_->port();
}
void Server::stop() {
    impl_->stop();
}

}  // namespace dure::http
