// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <string>

#include "server/http/outgoing.hpp"
#include "server/http/shared.hpp"

namespace dure::http {

/// The text of events as text/event-stream has it.
std::string event_text(const std::vector<Event>& events);

/// Server-sent events on a socket whose head is written. Asks the source only after the events before are
/// taken by the client (so a slow one holds nothing up), sends a comment when there is nothing to say, and
/// notices when the client goes.
class EventStream final : public Peer, public std::enable_shared_from_this<EventStream> {
  public:
    EventStream(Shared& shared, tcp::socket socket, EventSource source, std::string last_id, bool chunked);

    void start();
    void sweep(Clock::time_point now) override;
    void drain() override;
    void close() override;

  private:
    void watch();
    void ask();
    void on_batch(EventBatch batch);
    void write(const std::string& text, bool last);
    void write_more();
    void wait();

    Shared& shared_;
    tcp::socket socket_;
    asio::steady_timer timer_;
    EventSource source_;
    std::string last_id_;
    bool chunked_;
    bool closed_ = false;
    bool writing_ = false;
    bool last_ = false;
    bool draining_ = false;
    std::string out_;
    std::size_t written_ = 0;
    std::array<char, 256> ignored_{};
    Clock::time_point write_deadline_, last_write_;
};

}  // namespace dure::http
