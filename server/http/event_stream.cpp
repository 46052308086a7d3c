// SPDX-License-Identifier: Apache-2.0
#include "server/http/event_stream.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>

namespace dure::http {

namespace {

/// A field per line of the value: a line feed inside would begin a new field.
void field(std::string& out, std::string_view name, std::string_view value) {
    while (true) {
        const auto end = value.find_first_of("\r\n");
        out += name;
        out += ": ";
        out += value.substr(0, end);
        out += '\n';
        if (end == std::string_view::npos) return;
        value.remove_prefix(end + (value.substr(end).starts_with("\r\n") ? 2 : 1));
    }
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (c != '\r' && c != '\n' && c != '\0') out += c;
    return out;
}

}  // namespace

std::string event_text(const std::vector<Event>& events) {
    std::string out;
    for (const Event& event : events) {
        if (!event.id.empty()) field(out, "id", one_line(event.id));
        if (!event.type.empty()) field(out, "event", one_line(event.type));
        field(out, "data", event.data);
        out += '\n';
    }
    return out;
}

EventStream::EventStream(Shared& shared, tcp::socket socket, EventSource source, std::string last_id,
                         bool chunked)
    : shared_(shared),
      socket_(std::move(socket)),
      timer_(shared.io),
      source_(std::move(source)),
      last_id_(std::move(last_id)),
      chunked_(chunked),
      last_write_(Clock::now()) {}

void EventStream::start() {
    watch();
    if (shared_.stopping)
        drain();
    else
        ask();
}

void EventStream::watch() {
    socket_.async_read_some(asio::buffer(ignored_), [self = shared_from_this()](auto error, std::size_t) {
        if (self->closed_) return;
        if (error)
            self->close();
        else
            self->watch();
    });
}

void EventStream::ask() {
    shared_.pool->post([self = shared_from_this(), last_id = last_id_] {
        EventBatch batch;
        try {
            batch = self->source_(last_id);
        } catch (const std::exception& exception) {
            spdlog::error("event_source_failed what=\"{}\"", exception.what());
            batch.done = true;
        } catch (...) {
            batch.done = true;
        }
        asio::post(self->shared_.io,
                   [self, batch = std::move(batch)]() mutable { self->on_batch(std::move(batch)); });
    });
}

void EventStream::on_batch(EventBatch batch) {
    if (closed_ || draining_) return;
    for (const Event& event : batch.events)
        if (!event.id.empty()) last_id_ = one_line(event.id);
    std::string text = event_text(batch.events);
    if (text.empty() && !batch.done) {
        if (Clock::now() - last_write_ < shared_.options.heartbeat) return wait();
        text = ":\n\n";
    }
    write(text, batch.done);
}

void EventStream::write(const std::string& text, bool last) {
    out_.clear();
    if (!chunked_)
        out_ = text;
    else if (!text.empty())
        out_ = fmt::format("{:x}\r\n{}\r\n", text.size(), text);
    if (chunked_ && last) out_ += "0\r\n\r\n";
    last_ = last;
    written_ = 0;
    writing_ = true;
    write_more();
}

void EventStream::write_more() {
    if (written_ == out_.size()) {
        writing_ = false;
        last_write_ = Clock::now();
        if (last_) return close();
        if (draining_) return write("", true);
        return wait();
    }
    write_deadline_ = Clock::now() + shared_.options.write_timeout;
    socket_.async_write_some(asio::buffer(out_.data() + written_, out_.size() - written_),
                             [self = shared_from_this()](auto error, std::size_t count) {
                                 if (self->closed_) return;
                                 if (error) return self->close();
                                 self->written_ += count;
                                 self->write_more();
                             });
}

void EventStream::wait() {
    timer_.expires_after(shared_.options.event_poll);
    timer_.async_wait([self = shared_from_this()](auto error) {
        if (!error && !self->closed_ && !self->draining_) self->ask();
    });
}

void EventStream::sweep(Clock::time_point now) {
    if (writing_ && now > write_deadline_) close();
}

void EventStream::drain() {
    if (closed_ || draining_) return;
    draining_ = true;
    timer_.cancel();
    if (!writing_) write("", true);
}

void EventStream::close() {
    if (closed_) return;
    closed_ = true;
    timer_.cancel();
    boost::system::error_code ignored;
    socket_.shutdown(tcp::socket::shutdown_both, ignored);
    socket_.close(ignored);
    shared_.leave(this);
}

}  // namespace dure::http
