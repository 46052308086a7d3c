// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <random>
#include <string>
#include <unordered_map>

#include "server/http/guard.hpp"
#include "server/http/metrics.hpp"
#include "server/http/proxies.hpp"
#include "server/http/router.hpp"
#include "server/http/server.hpp"
#include "server/http/static_files.hpp"
#include "server/http/worker_pool.hpp"

namespace dure::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;

/// Something that lives on a socket until it is done, closed, or too slow. All calls come on the I/O thread.
class Peer {
  public:
    virtual ~Peer() = default;
    virtual void sweep(Clock::time_point now) = 0;  ///< called a few times a second: act on deadlines
    virtual void drain() = 0;                       ///< the server stops: finish and close
    virtual void close() = 0;                       ///< at once; safe to call twice
};

/// What all connections share. Used on the I/O thread only, but for the constant parts and the pool.
struct Shared {
    Shared(Options options_, std::vector<Route> routes, Hooks hooks_);

    const Options options;
    const Hooks hooks;
    const Router router;
    const Proxies proxies;
    const Guard guard;
    const StaticFiles page;
    asio::io_context io{1};
    Metrics metrics;
    std::unordered_map<Peer*, std::shared_ptr<Peer>> peers;
    std::list<Peer*> idle;  ///< connections between requests, longest first
    bool stopping = false;
    std::function<void()> when_empty;  ///< called when the last peer leaves while stopping
    std::unique_ptr<WorkerPool> pool;

    void join(const std::shared_ptr<Peer>& peer) { peers.emplace(peer.get(), peer); }
    void leave(Peer* peer);
    /// The client's own id where it is 1…64 of letters, digits, '.', '_' and '-'; else a new one.
    std::string request_id(std::string_view given);

  private:
    std::mt19937_64 random_{std::random_device{}()};
};

}  // namespace dure::http
