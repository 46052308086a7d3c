// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <memory>
#include <optional>
#include <string>

#include "server/http/outgoing.hpp"
#include "server/http/problem.hpp"
#include "server/http/shared.hpp"

namespace dure::http {

/// One client's connection: reads a request, has it answered, writes the answer, reads the next. Requests
/// that come pipelined wait in the buffer, so that answers keep their order. Becomes an EventStream when a
/// handler opens one.
class Connection final : public Peer, public std::enable_shared_from_this<Connection> {
  public:
    Connection(Shared& shared, tcp::socket socket);

    void start();
    void sweep(Clock::time_point now) override;
    void drain() override;
    void close() override;

  private:
    enum class Phase { idle, header, body, working, writing, lingering, closed };
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

    void wait_for_request();
    void leave_idle();
    void read_more();
    void on_read(boost::system::error_code error, std::size_t count);
    void parse();
    /// What the header alone decides: refusals before the body is read, and the body's limit.
    std::optional<Problem> judge_header();
    std::optional<Problem> route_request();
    void read_context();
    void dispatch();
    void answer_on_pool();
    void refuse(const Problem& problem);
    void reply(Response response);
    void send(Outgoing outgoing);
    void write_more();
    void read_piece();
    void on_written();
    void begin_events();
    void linger();
    void report() const;

    Shared& shared_;
    tcp::socket socket_;
    asio::ip::address peer_;
    boost::beast::flat_buffer buffer_;
    std::optional<Parser> parser_;
    Phase phase_ = Phase::idle;
    bool header_judged_ = false;
    bool timed_out_ = false;
    Clock::time_point deadline_, body_deadline_, request_read_;
    std::list<Peer*>::iterator idle_place_;
    bool in_idle_ = false;

    Request request_;
    Context context_;
    const Route* route_ = nullptr;
    const StaticFiles::File* file_ = nullptr;
    std::string_view operation_ = "none";
    std::optional<Response> ready_;  ///< answered without a worker
    std::string target_;             ///< for the log

    Outgoing outgoing_;
    std::size_t written_ = 0;
    std::size_t lingered_ = 0;
};

}  // namespace dure::http
