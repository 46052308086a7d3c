// SPDX-License-Identifier: Apache-2.0
#include "server/http/connection.hpp"

#include <spdlog/spdlog.h>
#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <type_traits>

#include "server/http/event_stream.hpp"
#include "server/http/text.hpp"

namespace dure::http {

namespace {

namespace bhttp = boost::beast::http;

constexpr std::size_t kReadSize = 4096;
constexpr std::size_t kBodyReadSize = 64 * 1024;
constexpr std::size_t kFilePiece = 256 * 1024;
constexpr std::size_t kLingerBytes = 4u << 20;
constexpr auto kLingerTime = std::chrono::seconds(2);
constexpr std::size_t kUnroutedBodyLimit = 64 * 1024;

std::string_view view(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

Fault fault_of(boost::system::error_code error) {
    if (error == bhttp::error::body_limit) return Fault::body_too_large;
    if (error == bhttp::error::header_limit || error == bhttp::error::buffer_overflow)
        return Fault::header_too_large;
    if (error == bhttp::error::bad_version) return Fault::bad_version;
    return Fault::bad_request;
}

/// Lines of one name make one list (RFC 9110); cookies are joined by ';'.
void add_header(std::vector<std::pair<std::string, std::string>>& headers, std::string name,
                std::string_view value) {
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const auto found = std::ranges::find(headers, name, &std::pair<std::string, std::string>::first);
    if (found == headers.end())
        headers.emplace_back(std::move(name), value);
    else
        found->second.append(name == "cookie" ? "; " : ", ").append(value);
}

bool good_host(std::string_view host) {
    return !host.empty() && std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '-' || c == '_' || c == ':' || c == '[' || c == ']';
    });
}

/// The request target for the log: a quote or a space would break its line.
std::string loggable(std::string_view target) {
    std::string out(target.substr(0, std::min<std::size_t>(target.find('?'), 200)));
    for (char& c : out)
        if (c <= ' ' || c == '"' || c == '\\' || static_cast<unsigned char>(c) >= 0x7F) c = '?';
    return out;
}

}  // namespace

Connection::Connection(Shared& shared, tcp::socket socket)
    : shared_(shared), socket_(std::move(socket)), buffer_(shared.options.header_limit + kBodyReadSize) {
    boost::system::error_code ignored;
    if (const auto remote = socket_.remote_endpoint(ignored); !ignored) peer_ = remote.address();
    socket_.set_option(tcp::no_delay(true), ignored);
}

void Connection::start() {
    wait_for_request();
}

void Connection::wait_for_request() {
    parser_.reset();
    header_judged_ = false;
    route_ = nullptr;
    file_ = nullptr;
    operation_ = "none";
    ready_.reset();
    target_.clear();
    request_ = {};
    context_ = {};
    outgoing_ = {};
    if (buffer_.size() > 0) {
        phase_ = Phase::header;
        deadline_ = Clock::now() + shared_.options.header_timeout;
        return parse();
    }
    if (buffer_.capacity() > 4 * kReadSize) buffer_.shrink_to_fit();  // idle connections are many
    phase_ = Phase::idle;
    deadline_ = Clock::now() + shared_.options.idle_timeout;
    idle_place_ = shared_.idle.insert(shared_.idle.end(), this);
    in_idle_ = true;
    if (shared_.stopping) drain();
    if (phase_ != Phase::closed) read_more();
}

void Connection::leave_idle() {
    if (std::exchange(in_idle_, false)) shared_.idle.erase(idle_place_);
}

void Connection::read_more() {
    const std::size_t room = buffer_.max_size() - buffer_.size();
    const std::size_t size = std::min(phase_ == Phase::body ? kBodyReadSize : kReadSize, room);
    if (size == 0) return refuse(problem_of(Fault::header_too_large));
    socket_.async_read_some(
        buffer_.prepare(size),
        [self = shared_from_this()](auto error, std::size_t count) { self->on_read(error, count); });
}

void Connection::on_read(boost::system::error_code error, std::size_t count) {
    if (phase_ == Phase::closed) return;
    leave_idle();
    if (std::exchange(timed_out_, false)) return refuse(problem_of(Fault::timeout));
    if (error) return close();
    buffer_.commit(count);
    if (phase_ == Phase::idle) {
        phase_ = Phase::header;
        deadline_ = Clock::now() + shared_.options.header_timeout;
    } else if (phase_ == Phase::body) {
        deadline_ = std::min(Clock::now() + shared_.options.read_timeout, body_deadline_);
    }
    parse();
}

void Connection::parse() {
    if (!parser_) {
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(shared_.options.header_limit));
        parser_->body_limit(boost::none);  // judge_header sets the route's own
    }
    while (true) {
        boost::system::error_code error;
        const std::size_t used = parser_->put(buffer_.data(), error);
        buffer_.consume(used);
        if (error == bhttp::error::need_more) {
            if (buffer_.size() >= shared_.options.header_limit)
                return refuse(problem_of(Fault::header_too_large));
            return read_more();
        }
        if (error) {
            const Fault fault = fault_of(error);
            Params params;
            if (fault == Fault::body_too_large && route_)
                params = {{"maximum", std::to_string(route_->body_limit)}};
            return refuse(problem_of(fault, std::move(params)));
        }
        if (!header_judged_ && parser_->is_header_done()) {
            header_judged_ = true;
            if (const auto problem = judge_header()) return refuse(*problem);
            parser_->eager(true);
            phase_ = Phase::body;
            body_deadline_ = Clock::now() + shared_.options.body_timeout;
            deadline_ = std::min(Clock::now() + shared_.options.read_timeout, body_deadline_);
        }
        if (parser_->is_done()) return dispatch();
        if (buffer_.size() == 0) return read_more();
    }
}

void Connection::read_context() {
    const auto& message = parser_->get();
    request_.method = view(message.method_string());
    for (const auto& header : message)
        add_header(request_.headers, std::string(view(header.name_string())), view(header.value()));
    context_.head = request_.method == "HEAD";
    if (context_.head) request_.method = "GET";
    context_.http10 = message.version() < 11;
    context_.keep_alive = message.keep_alive();
    const auto encodings = request_.header("accept-encoding");
    context_.takes_gzip =
        has_token(encodings, "gzip") || encodings.find("gzip;q=1") != std::string_view::npos;
    context_.if_none_match = request_.header("if-none-match");
    context_.request_id = request_.request_id = shared_.request_id(request_.header("x-request-id"));
    context_.language = language_of(request_.header("accept-language"));
    const auto client = shared_.proxies.client(peer_, request_.header("x-forwarded-for"),
                                               request_.header("x-forwarded-proto"));
    request_.client_address = client.address;
    request_.loopback = client.loopback;
    context_.secure = request_.secure = client.secure;
    target_ = loggable(view(message.target()));
}

std::optional<Problem> Connection::judge_header() {
    read_context();
    const auto& message = parser_->get();
    const auto host = request_.header("host");
    if (message.count(bhttp::field::host) > 1 || (host.empty() ? !context_.http10 : !good_host(host)))
        return problem_of(Fault::bad_host);
    if (!host.empty() && !shared_.guard.knows_host(host)) return problem_of(Fault::wrong_host);
    if (message.count(bhttp::field::transfer_encoding) > 0 && !parser_->chunked())
        return problem_of(Fault::bad_request);
    if (!request_.header("content-encoding").empty()) return problem_of(Fault::unsupported_encoding);
    const auto expectation = request_.header("expect");
    if (!expectation.empty() && !has_token(expectation, "100-continue"))
        return problem_of(Fault::bad_expectation);
    if (const auto problem = route_request()) return problem;
    if (shared_.guard.is_cross_site(request_)) return problem_of(Fault::cross_site);

    const std::size_t limit = route_ ? route_->body_limit : kUnroutedBodyLimit;
    if (const auto length = parser_->content_length(); length && *length > limit)
        return problem_of(Fault::body_too_large, {{"maximum", std::to_string(limit)}});
    parser_->body_limit(limit);
    if (!expectation.empty() && !context_.http10 && !parser_->is_done()) {
        // Few bytes on an empty socket: they fit, and a client that never reads them loses only its own body.
        boost::system::error_code ignored;
        socket_.non_blocking(true, ignored);
        socket_.write_some(asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), ignored);
    }
    return std::nullopt;
}

std::optional<Problem> Connection::route_request() {
    const std::string_view raw = view(parser_->get().target());
    if (raw == "*" && request_.method == "OPTIONS") {
        ready_ = Response{.status = 204, .content_type = ""};
        return std::nullopt;
    }
    auto target = parse_target(raw);
    if (!target) return problem_of(Fault::bad_target);
    request_.path = std::move(target->path);
    request_.query = std::move(target->query);
    auto match = shared_.router.find(request_.method, target->segments);
    if (match.route) {
        route_ = match.route;
        operation_ = route_->operation_id;
        request_.parameters = std::move(match.parameters);
        return std::nullopt;
    }
    std::string allowed = std::move(match.allowed);
    const auto* file = allowed.empty() ? shared_.page.find(request_.path) : nullptr;
    const bool inner = request_.loopback && (request_.path == "/healthz" || request_.path == "/readyz" ||
                                             request_.path == "/metrics");
    if (file || inner) {
        if (request_.method == "GET") {
            operation_ = inner ? "inner" : "page";
            file_ = inner ? nullptr : file;
            return std::nullopt;
        }
        allowed = "GET, HEAD, OPTIONS";
    }
    if (allowed.empty()) return problem_of(Fault::not_found);
    if (request_.method == "OPTIONS") {
        ready_ = Response{.status = 204, .content_type = ""};
        ready_->with("Allow", allowed);
        return std::nullopt;
    }
    Problem problem = problem_of(Fault::method_not_allowed, {{"allowed", allowed}});
    problem.headers.emplace_back("Allow", allowed);
    return problem;
}

void Connection::dispatch() {
    phase_ = Phase::working;
    request_read_ = Clock::now();
    request_.body = std::move(parser_->get().body());
    context_.keep_alive = context_.keep_alive && !shared_.stopping;
    if (ready_) return reply(std::move(*ready_));
    if (file_) return send(to_wire(*file_, context_));
    if (!route_ && request_.path == "/healthz") return reply({.content_type = "text/plain", .body = "ok\n"});
    if (shared_.pool->waiting() >= shared_.options.max_waiting) return refuse(problem_of(Fault::overloaded));
    answer_on_pool();
}

namespace {

Response ready_response(const Hooks& hooks) {
    const bool ready = !hooks.ready || hooks.ready();
    return {
        .status = ready ? 200 : 503, .content_type = "text/plain", .body = ready ? "ready\n" : "not ready\n"};
}

}  // namespace

void Connection::answer_on_pool() {
    // The connection reads nothing while a worker has its request, so the worker may use both.
    const bool metrics = !route_ && request_.path == "/metrics";
    const std::size_t peers = shared_.peers.size(), waiting = shared_.pool->waiting();
    shared_.pool->post([self = shared_from_this(), metrics, peers, waiting] {
        Outgoing outgoing;
        std::vector<Gauge> gauges;
        Response response;
        const auto& hooks = self->shared_.hooks;
        const auto& request = self->request_;
        try {
            if (self->route_)
                response = self->route_->handler(request);
            else if (!metrics)
                response = ready_response(hooks);
            else if (hooks.gauges)
                gauges = hooks.gauges();
        } catch (...) {
            response = problem_response(problem_in_flight(hooks, request.request_id), hooks,
                                        self->context_.language, request.request_id);
        }
        if (!metrics)
            outgoing = to_wire(std::move(response), self->context_, self->shared_.options.compress_from);
        asio::post(self->shared_.io, [self, metrics, peers, waiting, gauges = std::move(gauges),
                                      outgoing = std::move(outgoing)]() mutable {
            if (self->phase_ == Phase::closed) return;
            if (!metrics) return self->send(std::move(outgoing));
            self->reply({.content_type = "text/plain; version=0.0.4",
                         .body = self->shared_.metrics.text(peers, waiting, gauges)});
        });
    });
}

void Connection::refuse(const Problem& problem) {
    if (!parser_ || !parser_->is_done()) context_.keep_alive = false;
    if (context_.request_id.empty()) context_.request_id = shared_.request_id({});
    request_read_ = Clock::now();
    reply(problem_response(problem, shared_.hooks, context_.language, context_.request_id));
}

void Connection::reply(Response response) {
    send(to_wire(std::move(response), context_, shared_.options.compress_from));
}

void Connection::send(Outgoing outgoing) {
    outgoing_ = std::move(outgoing);
    written_ = 0;
    phase_ = Phase::writing;
    write_more();
}

void Connection::write_more() {
    const std::string_view head = outgoing_.head;
    const std::string_view body = outgoing_.body ? std::string_view(*outgoing_.body) : std::string_view{};
    if (written_ == head.size() + body.size())
        return outgoing_.file && outgoing_.file->left() > 0 ? read_piece() : on_written();
    const std::size_t of_head = std::min(written_, head.size());
    const std::array buffers{
        asio::const_buffer(head.data() + of_head, head.size() - of_head),
        asio::const_buffer(body.data() + (written_ - of_head), body.size() - (written_ - of_head))};
    deadline_ = Clock::now() + shared_.options.write_timeout;
    socket_.async_write_some(buffers, [self = shared_from_this()](auto error, std::size_t count) {
        if (self->phase_ == Phase::closed) return;
        if (error) return self->close();
        self->written_ += count;
        self->write_more();
    });
}

/// From the disk on this thread: a file that is sent has just been looked for, and a piece is small.
void Connection::read_piece() {
    auto piece = outgoing_.file->next(kFilePiece);
    if (piece.empty()) return close();  // the length is promised: an end says that something is wrong
    outgoing_.head.clear();
    outgoing_.body = std::make_shared<const std::string>(std::move(piece));
    written_ = 0;
    write_more();
}

void Connection::on_written() {
    report();
    if (outgoing_.events) return begin_events();
    if (outgoing_.close || shared_.stopping) return linger();
    wait_for_request();
}

void Connection::begin_events() {
    phase_ = Phase::closed;
    const auto stream =
        std::make_shared<EventStream>(shared_, std::move(socket_), std::move(outgoing_.events),
                                      std::string(request_.header("last-event-id")), outgoing_.chunked);
    shared_.join(stream);
    stream->start();
    shared_.leave(this);
}

/// A socket closed with unread bytes resets the connection, and the client may lose the answer: so read a
/// while.
void Connection::linger() {
    if (phase_ != Phase::lingering) {
        phase_ = Phase::lingering;
        deadline_ = Clock::now() + kLingerTime;
        boost::system::error_code ignored;
        socket_.shutdown(tcp::socket::shutdown_send, ignored);
        buffer_.clear();
    }
    if (lingered_ > kLingerBytes) return close();
    socket_.async_read_some(buffer_.prepare(kReadSize),
                            [self = shared_from_this()](auto error, std::size_t count) {
                                if (self->phase_ == Phase::closed) return;
                                self->lingered_ += count;
                                if (error)
                                    self->close();
                                else
                                    self->linger();
                            });
}

void Connection::report() const {
    const auto seconds = std::chrono::duration<double>(Clock::now() - request_read_).count();
    shared_.metrics.count(operation_, outgoing_.status, seconds);
    if (!spdlog::should_log(spdlog::level::info)) return;
    spdlog::info("request id={} method={} target=\"{}\" operation={} status={} bytes={} ms={:.2f} client={}",
                 context_.request_id, request_.method.empty() ? "?" : loggable(request_.method), target_,
                 operation_, outgoing_.status, outgoing_.length, seconds * 1e3,
                 request_.client_address.empty() ? "?" : request_.client_address);
}

void Connection::sweep(Clock::time_point now) {
    if (phase_ == Phase::working || now < deadline_ || timed_out_) return;
    if (phase_ == Phase::header || phase_ == Phase::body) {
        timed_out_ = true;
        boost::system::error_code ignored;
        socket_.cancel(ignored);
    } else {
        close();
    }
}

void Connection::drain() {
    boost::system::error_code error;
    if (phase_ == Phase::idle && (socket_.available(error) == 0 || error)) close();
}

void Connection::close() {
    if (phase_ == Phase::closed) return;
    phase_ = Phase::closed;
    leave_idle();
    boost::system::error_code ignored;
    socket_.close(ignored);
    shared_.leave(this);
}

}  // namespace dure::http
