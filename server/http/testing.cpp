// SPDX-License-Identifier: Apache-2.0
#include "server/http/testing.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "server/codec/writer.hpp"
#include "server/http/text.hpp"

namespace dure::http::testing {

namespace {

namespace bhttp = boost::beast::http;

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}

bool has(const Headers& headers, std::string_view lower_case_name) {
    return std::ranges::any_of(headers, [&](const auto& h) { return lower(h.first) == lower_case_name; });
}

}  // namespace

std::string Reply::header(std::string_view name) const {
    const auto found = std::ranges::find(headers, name, &std::pair<std::string, std::string>::first);
    return found == headers.end() ? "" : found->second;
}

Client::Client(std::uint16_t port, std::chrono::milliseconds patience)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), port_(port), patience_(patience) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        throw std::runtime_error("cannot connect");
    }
}

Client::~Client() {
    ::close(socket_);
}

bool Client::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool Client::fill() {
    pollfd waited{.fd = socket_, .events = POLLIN, .revents = 0};
    if (::poll(&waited, 1, static_cast<int>(patience_.count())) != 1)
        throw std::runtime_error("no answer in time");
    std::array<char, 65536> chunk{};
    const auto count = ::recv(socket_, chunk.data(), chunk.size(), 0);
    if (count <= 0) return false;
    buffer_.append(chunk.data(), static_cast<std::size_t>(count));
    return true;
}

std::optional<Reply> Client::read(bool head) {
    bhttp::response_parser<bhttp::string_body> parser;
    parser.body_limit(boost::none);
    parser.eager(true);
    parser.skip(head);
    while (!parser.is_done()) {
        boost::system::error_code error;
        if (buffer_.empty() && !fill()) {
            if (!parser.got_some()) return std::nullopt;
            parser.put_eof(error);
            if (error) return std::nullopt;
            break;
        }
        const std::size_t used = parser.put(boost::asio::buffer(buffer_), error);
        buffer_.erase(0, used);
        if (error == bhttp::error::need_more) {
            if (!fill()) return std::nullopt;
        } else if (error) {
            throw std::runtime_error("not an HTTP answer: " + error.message());
        }
    }
    Reply reply;
    reply.status = static_cast<int>(parser.get().result_int());
    for (const auto& field : parser.get())
        reply.headers.emplace_back(lower(std::string(field.name_string())), std::string(field.value()));
    reply.body = parser.get().body();
    return reply;
}

std::string Client::read_raw() {
    if (buffer_.empty()) fill();
    return std::exchange(buffer_, {});
}

void Client::finish() {
    ::shutdown(socket_, SHUT_WR);
}

Reply Client::send(std::string_view method, std::string_view target, const Headers& headers,
                   std::string_view body) {
    std::string text = std::string(method) + " " + std::string(target) + " HTTP/1.1\r\n";
    if (!has(headers, "host")) text += "Host: 127.0.0.1:" + std::to_string(port_) + "\r\n";
    for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
    if (!body.empty() && !has(headers, "content-type")) text += "Content-Type: application/json\r\n";
    if (!body.empty() && !has(headers, "content-length"))
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    text += "\r\n";
    text += body;
    write(text);
    while (true) {
        auto reply = read(method == "HEAD");
        if (!reply) throw std::runtime_error("the connection ended without an answer");
        if (reply->status != 100) return std::move(*reply);
    }
}

Reply request(std::uint16_t port, std::string_view method, std::string_view target, const Headers& headers,
              std::string_view body) {
    Client client(port);
    return client.send(method, target, headers, body);
}

void record_exchange(std::string_view operation_id, std::string_view method, std::string_view target,
                     std::string_view request_body, const Reply& reply) {
    const char* file = std::getenv("DURE_RECORD");
    if (!file) return;
    std::string line;
    const auto member = [&](std::string_view name, std::string_view value) {
        codec::write(name, line += line.empty() ? '{' : ',');
        codec::write(value, line += ':');
    };
    member("operation_id", operation_id);
    member("method", method);
    member("path", target);
    member("request_body", request_body);
    member("content_type", reply.header("content-type"));
    const bool text =
        valid_utf8(reply.body);  // a workbook is not, and the contract says nothing of its bytes
    member("response_body", text ? std::string_view(reply.body) : "binary");
    line += ",\"status\":" + std::to_string(reply.status) + "}\n";
    std::ofstream(file, std::ios::app) << line << std::flush;
}

}  // namespace dure::http::testing
