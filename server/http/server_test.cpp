// SPDX-License-Identifier: Apache-2.0
#include "server/http/server.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <latch>
#include <thread>

#include "server/http/pipeline.hpp"
#include "server/http/testing.hpp"

namespace dure::http {
namespace {

using testing::Client;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Reply;
using testing::request;

Response echo(const Request& r) {
    std::string text = r.method + " " + r.path;
    for (const auto& [name, value] : r.parameters) text += " " + name + "=" + value;
    for (const auto& [name, value] : r.query) text += " ?" + name + "=" + value;
    return json_text(codec::encode(text + " " + r.body));
}

class ServerTest : public ::testing::Test {
  protected:
    void serve(Options options = {}, Hooks hooks = {}) {
        spdlog::set_level(spdlog::level::off);
        options.port = 0;
        std::vector<Route> routes = {
            {"GET", "/api/things", "list_things", echo},
            {"POST", "/api/things", "create_thing", echo, 1000},
            {"GET", "/api/things/{thing_id}", "get_thing",
             [](const Request&) { return std::move(json_text("{\"a\":1}").with("ETag", "\"7\"")); }},
            {"PUT", "/api/things/{thing_id}", "put_thing",
             [](const Request& r) {
                 require_match(r, 7);
                 return no_content();
             }},
            {"GET", "/api/things/special", "get_special",
             [](const Request&) { return json_text("\"special\""); }},
            {"GET", "/api/things/{thing_id}/parts/{part_id}", "get_part", echo},
            {"GET", "/api/big", "get_big",
             [](const Request&) { return json_text(std::string(200'000, ' ') + "1"); }},
            {"GET", "/api/fails", "fails",
             [](const Request&) -> Response { throw std::runtime_error("secret"); }},
            {"GET", "/api/known", "known", [](const Request&) -> Response { throw std::out_of_range("x"); }},
            {"GET", "/api/refuses", "refuses",
             [](const Request&) -> Response { refuse(409, "test.no", {{"a", "b"}}); }},
            {"GET", "/api/who", "who",
             [](const Request& r) {
                 return json_text(codec::encode(r.client_address + (r.secure ? " secure" : "") +
                                                (r.loopback ? " loopback" : "")));
             }},
            {"GET", "/api/slow", "slow",
             [this](const Request&) {
                 ++slow_;
                 std::this_thread::sleep_for(std::chrono::milliseconds(300));
                 return json_text("\"done\"");
             }},
            {"GET", "/api/events", "watch",
             [](const Request&) {
                 Response response;
                 response.events = [](const std::string& last) {
                     const int next = last.empty() ? 1 : std::stoi(last) + 1;
                     if (next > 5) return EventBatch{{}, true};
                     return EventBatch{
                         {{std::to_string(next), "tick", "line 1\nline " + std::to_string(next)}}, false};
                 };
                 return response;
             }},
            {"GET", "/api/silence", "silence",
             [this](const Request&) {
                 Response response;
                 auto open = std::make_shared<int>(0);
                 silence_ = open;
                 response.events = [open](const std::string&) { return EventBatch{}; };
                 return response;
             }},
        };
        if (!hooks.sentence)
            hooks.sentence = [](std::string_view language, const std::string& code, const Params&) {
                return std::string(language) + ":" + code;
            };
        server_ = std::make_unique<Server>(std::move(options), std::move(routes), std::move(hooks));
        server_->start();
        port_ = server_->port();
    }

    Reply get(std::string_view target, const testing::Headers& headers = {}) {
        return request(port_, "GET", target, headers);
    }
    /// Sends the bytes and returns the first answer's status; 0 when the connection just ends.
    int raw(std::string_view bytes) {
        Client client(port_);
        client.write(bytes);
        const auto reply = client.read();
        return reply ? reply->status : 0;
    }

    std::unique_ptr<Server> server_;
    std::uint16_t port_ = 0;
    std::atomic<int> slow_ = 0;
    std::weak_ptr<int> silence_;
};

TEST_F(ServerTest, gives_a_route_its_decoded_parameters_and_query) {
    serve();
    EXPECT_EQ(get("/api/things/a%2Fb/parts/%EA%B0%80?x=1+2&y=%26").body,
              "\"GET /api/things/a/b/parts/가 part_id=가 thing_id=a/b ?x=1 2 ?y=& \"");
    EXPECT_EQ(get("/api/things/special").body, "\"special\"");
    EXPECT_EQ(get("/api/things/a").body, "{\"a\":1}");
    EXPECT_EQ(request(port_, "POST", "/api/things", {}, "[1]").body, "\"POST /api/things [1]\"");
}

TEST_F(ServerTest, answers_many_requests_on_one_connection_in_order) {
    serve();
    Client client(port_);
    std::string pipelined;
    for (int i = 0; i < 50; ++i)
        pipelined += "GET /api/things?n=" + std::to_string(i) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    client.write(pipelined);
    for (int i = 0; i < 50; ++i) EXPECT_THAT(client.read()->body, HasSubstr("?n=" + std::to_string(i) + " "));
    EXPECT_EQ(client.send("GET", "/api/things", {{"Connection", "close"}}).header("connection"), "close");
    EXPECT_FALSE(client.read());
}

TEST_F(ServerTest, refuses_as_problem_json_in_the_readers_language) {
    serve();
    const auto missing =
        get("/api/nothing", {{"Accept-Language", "fr, en;q=0.8, ko;q=0.5"}, {"X-Request-Id", "abc-1"}});
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(missing.header("content-type"), "application/problem+json");
    EXPECT_EQ(missing.header("x-request-id"), "abc-1");
    EXPECT_EQ(missing.body,
              R"({"type":"urn:dure:problem:http.not_found","title":"en:http.not_found","status":404,)"
              R"("code":"http.not_found","params":{},"errors":[],"request_id":"abc-1"})");
    const auto refused = get("/api/refuses");
    EXPECT_EQ(refused.status, 409);
    EXPECT_THAT(refused.body, HasSubstr(R"("code":"test.no","params":{"a":"b"})"));
    EXPECT_THAT(refused.body, HasSubstr("ko:test.no"));
    const auto wrong = request(port_, "DELETE", "/api/things");
    EXPECT_EQ(wrong.status, 405);
    EXPECT_EQ(wrong.header("allow"), "GET, HEAD, POST, OPTIONS");
    EXPECT_EQ(wrong.header("content-type"), "application/problem+json");
}

TEST_F(ServerTest, hides_what_failed_but_names_the_request) {
    serve();
    const auto failed = get("/api/fails", {{"X-Request-Id", "r1"}});
    EXPECT_EQ(failed.status, 500);
    EXPECT_THAT(failed.body, HasSubstr(R"("params":{"request_id":"r1"})"));
    EXPECT_THAT(failed.body, Not(HasSubstr("secret")));
    EXPECT_EQ(get("/api/fails", {{"X-Request-Id", "no spaces"}}).header("x-request-id").size(), 16u);
}

TEST_F(ServerTest, lets_the_application_translate_its_exceptions) {
    Hooks hooks;
    hooks.translate = [](const std::exception& e) -> std::optional<Problem> {
        if (dynamic_cast<const std::out_of_range*>(&e)) return Problem{.status = 409, .code = "test.range"};
        return std::nullopt;
    };
    serve({}, hooks);
    EXPECT_EQ(get("/api/known").status, 409);
    EXPECT_EQ(get("/api/fails").status, 500);
}

TEST_F(ServerTest, answers_head_options_and_conditions) {
    serve();
    Client client(port_);
    const auto head = client.send("HEAD", "/api/things/a");
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("content-length"), "7");
    EXPECT_EQ(head.body, "");
    const auto options = client.send("OPTIONS", "/api/things");
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.header("allow"), "GET, HEAD, POST, OPTIONS");
    EXPECT_EQ(client.send("OPTIONS", "*").status, 204);
    const std::string now = client.send("GET", "/api/things/a").header("etag");
    EXPECT_TRUE(now.starts_with("\"7.")) << now;
    for (const std::string& tag : {now, "W/" + now, "\"1\", " + now, std::string("*")}) {
        const auto fresh = client.send("GET", "/api/things/a", {{"If-None-Match", tag}});
        EXPECT_EQ(fresh.status, 304) << tag;
        EXPECT_EQ(fresh.header("etag"), now);
        EXPECT_EQ(fresh.header("content-length"), "");
    }
    EXPECT_EQ(client.send("GET", "/api/things/a", {{"If-None-Match", "\"8\""}}).status, 200);
    EXPECT_EQ(client.send("GET", "/api/things/a", {{"If-None-Match", "\"7\""}}).status, 200)
        << "the version alone does not tell what was answered";
    EXPECT_EQ(client.send("PUT", "/api/things/a").status, 428);
    EXPECT_EQ(client.send("PUT", "/api/things/a", {{"If-Match", "\"6\""}}).status, 412);
    EXPECT_EQ(client.send("PUT", "/api/things/a", {{"If-Match", "\"7\""}}).status, 204);
    EXPECT_EQ(client.send("PUT", "/api/things/a", {{"If-Match", now}}).status, 204);
}

TEST_F(ServerTest, compresses_what_is_large_for_those_who_take_it) {
    serve();
    const auto small = get("/api/things", {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(small.header("content-encoding"), "");
    const auto large = get("/api/big", {{"Accept-Encoding", "deflate, gzip, br"}});
    EXPECT_EQ(large.header("content-encoding"), "gzip");
    EXPECT_LT(large.body.size(), 2000u);
    EXPECT_EQ(large.header("vary"), "Accept-Encoding");
    EXPECT_EQ(get("/api/big").body.size(), 200'001u);
    EXPECT_EQ(get("/api/big", {{"Accept-Encoding", "gzip;q=0"}}).header("content-encoding"), "");
}

struct BadMessage {
    const char* bytes;
    int status;
};

TEST_F(ServerTest, refuses_malformed_messages) {
    Options options;
    options.header_limit = 4096;
    serve(options);
    const std::string huge_header =
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + std::string(10'000, 'x') + "\r\n\r\n";
    const std::string huge_target =
        "GET /" + std::string(10'000, 'x') + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    const std::string endless_chunk =
        "POST /api/things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: "
        "chunked\r\n\r\n1;" +
        std::string(100'000, 'x');
    const BadMessage table[] = {
        {"\r\n\r\n", 400},
        {"hello\r\n\r\n", 400},
        {"GET\r\n\r\n", 400},
        {"GET /api/things\r\n\r\n", 400},
        {"GET  /api/things HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
        {"G ET /api/things HTTP/1.1\r\nHost: localhost\r\n\r\n", 505},
        {"GET /api/things HTTP/2.0\r\nHost: localhost\r\n\r\n", 505},
        {"GET /api/things HTTP/1.1 \r\nHost: localhost\r\n\r\n", 505},
        {"GET /api/things http/1.1\r\nHost: localhost\r\n\r\n", 505},
        {"GET /api/things HTTP/1.1\r\n\r\n", 400},
        {"GET /api/things HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400},
        {"GET /api/things HTTP/1.1\r\nHost: local host\r\n\r\n", 400},
        {"GET /api/things HTTP/1.1\r\nHost: a@b\r\n\r\n", 400},
        {"GET /api/things HTTP/1.1\r\nHost : localhost\r\n\r\n", 400},
        {"GET /api/things HTTP/1.1\r\nHost: localhost\r\nBad\x01Name: x\r\n\r\n", 400},
        {"GET /api/things HTTP/1.1\r\nHost: localhost\r\nNoColon\r\n\r\n", 400},
        {"GET /api/things HTTP/1.1\r\nHost: localhost\r\n: empty\r\n\r\n", 400},
        {"GET /api/things HTTP/1.1\nHost: localhost\n\n\r\n\r\n", 505},
        {"GET api/things HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
        {"GET http://localhost/api/things HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
        {"GET /api/../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
        {"GET /api/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
        {"GET /api/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
        {"GET /api/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
        {"GET /api/%ff HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
        {"GET /api/things?a=%f HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
        {"GET /api/things HTTP/1.1\r\nHost: evil.example\r\n\r\n", 421},
        // two readings of one message
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: "
         "chunked\r\n\r\n0\r\n\r\n",
         400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nContent-Length: "
         "3\r\n\r\n0\r\n\r\n",
         400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
         400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3, 4\r\n\r\nabcd", 400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: +3\r\n\r\nabc", 400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0x3\r\n\r\nabc", 400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999999\r\n\r\n",
         400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n", 400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, gzip\r\n\r\n", 400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n", 400},
        // bad chunks
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n",
         400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n", 400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: "
         "chunked\r\n\r\n2\r\nabcd\r\n0\r\n\r\n",
         400},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: "
         "chunked\r\n\r\nffffffffffffffffff\r\n",
         400},
        // too much
        {huge_header.c_str(), 431},
        {huge_target.c_str(), 431},
        {endless_chunk.c_str(), 431},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1001\r\n\r\n", 413},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n", 413},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\nContent-Length: "
         "1\r\n\r\nx",
         415},
        {"POST /api/things HTTP/1.1\r\nHost: localhost\r\nExpect: magic\r\nContent-Length: 1\r\n\r\nx", 417},
    };
    for (const auto& [bytes, status] : table)
        EXPECT_EQ(raw(bytes), status) << std::string_view(bytes).substr(0, 150);
    EXPECT_EQ(get("/api/things").status, 200) << "and goes on";
}

TEST_F(ServerTest, reads_chunked_bodies_and_says_continue) {
    serve();
    Client client(port_);
    client.write("POST /api/things HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab");
    client.write("c\r\n2;x=y\r\nde\r\n0\r\nTrailer: x\r\n\r\n");
    EXPECT_THAT(client.read()->body, HasSubstr("abcde"));
    client.write(
        "POST /api/things HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    EXPECT_THAT(client.read_raw(), HasSubstr("100 Continue"));
    client.write("xyz");
    EXPECT_THAT(client.read()->body, HasSubstr("xyz"));
}

TEST_F(ServerTest, answers_a_huge_body_with_413_although_it_is_still_coming) {
    serve();
    Client client(port_);
    client.write("POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\n");
    client.write(std::string(3'000'000, 'x'));
    const auto reply = client.read();
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 413);
    EXPECT_THAT(reply->body, HasSubstr(R"("params":{"maximum":"1000"})"));
    EXPECT_FALSE(client.read());
}

TEST_F(ServerTest, cuts_off_slow_clients) {
    Options options;
    options.header_timeout = milliseconds(150);
    options.read_timeout = milliseconds(150);
    options.idle_timeout = milliseconds(150);
    serve(options);
    EXPECT_EQ(raw("GET /api/thi"), 408);
    EXPECT_EQ(raw("POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc"), 408);
    EXPECT_EQ(raw(""), 0);
    Client trickle(port_);  // a byte now and then does not keep a header open
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 100 && trickle.write("G"); ++i) std::this_thread::sleep_for(milliseconds(10));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(3));
    EXPECT_EQ(get("/api/things").status, 200);
}

TEST_F(ServerTest, refuses_changes_that_another_site_sends) {
    serve();
    const auto post = [&](const testing::Headers& headers) {
        return request(port_, "POST", "/api/things", headers, "{}").status;
    };
    const std::string own = "http://127.0.0.1:" + std::to_string(port_);
    EXPECT_EQ(post({}), 200);
    EXPECT_EQ(post({{"Sec-Fetch-Site", "same-origin"}}), 200);
    EXPECT_EQ(post({{"Sec-Fetch-Site", "cross-site"}}), 403);
    EXPECT_EQ(post({{"Sec-Fetch-Site", "same-site"}}), 403);
    EXPECT_EQ(post({{"Origin", own}}), 200);
    EXPECT_EQ(post({{"Origin", "https://evil.example"}}), 403);
    EXPECT_EQ(post({{"Origin", "null"}}), 403);
    EXPECT_EQ(get("/api/things", {{"Sec-Fetch-Site", "cross-site"}}).status, 200);
}

TEST_F(ServerTest, believes_forwarded_addresses_only_from_trusted_proxies) {
    serve();
    EXPECT_EQ(get("/api/who").body, "\"127.0.0.1 loopback\"");
    EXPECT_EQ(get("/api/who", {{"X-Forwarded-For", "8.8.8.8"}, {"X-Forwarded-Proto", "https"}}).body,
              "\"127.0.0.1\"");
    Options options;
    options.trusted_proxies = {"127.0.0.0/8", "10.1.2.3"};
    options.public_url = "https://dure.example";
    serve(options);
    const auto reply = get("/api/who", {{"Host", "dure.example"},
                                        {"X-Forwarded-For", "1.1.1.1, 8.8.8.8, 10.1.2.3"},
                                        {"X-Forwarded-Proto", "https"}});
    EXPECT_EQ(reply.body, "\"8.8.8.8 secure\"");
    EXPECT_NE(reply.header("strict-transport-security"), "");
    EXPECT_EQ(get("/api/who", {{"Host", "other.example"}}).status, 421);
}

TEST_F(ServerTest, sends_security_headers_with_everything) {
    serve();
    for (const char* path : {"/api/things", "/api/nothing", "/api/fails"}) {
        const auto reply = get(path);
        EXPECT_EQ(reply.header("x-content-type-options"), "nosniff");
        EXPECT_THAT(reply.header("content-security-policy"), HasSubstr("frame-ancestors 'none'"));
        EXPECT_EQ(reply.header("cache-control"), "no-store");
        EXPECT_NE(reply.header("x-request-id"), "");
        EXPECT_NE(reply.header("date"), "");
    }
}

TEST_F(ServerTest, shows_health_and_metrics_to_this_machine_only) {
    Hooks hooks;
    std::atomic<bool> ready = false;
    hooks.ready = [&] { return ready.load(); };
    hooks.gauges = [] { return std::vector<Gauge>{{"dure_jobs", "Jobs", {{"state", "queued"}}, 3}}; };
    serve({}, hooks);
    EXPECT_EQ(get("/healthz").status, 200);
    EXPECT_EQ(get("/readyz").status, 503);
    ready = true;
    EXPECT_EQ(get("/readyz").status, 200);
    get("/api/things");
    const auto metrics = get("/metrics").body;
    EXPECT_THAT(metrics, HasSubstr("dure_http_requests_total{operation=\"list_things\",status=\"200\"} 1"));
    EXPECT_THAT(metrics, HasSubstr("dure_jobs{state=\"queued\"} 3"));
    EXPECT_EQ(get("/metrics", {{"X-Forwarded-For", "8.8.8.8"}}).status, 404);
    EXPECT_EQ(request(port_, "POST", "/healthz").status, 405);
    server_->stop();
}

TEST_F(ServerTest, streams_events_and_resumes_after_the_last) {
    Options options;
    options.event_poll = milliseconds(5);
    serve(options);
    const auto all = get("/api/events");
    EXPECT_EQ(all.status, 200);
    EXPECT_EQ(all.header("content-type"), "text/event-stream");
    EXPECT_THAT(all.body, ::testing::StartsWith("id: 1\nevent: tick\ndata: line 1\ndata: line 1\n\n"));
    EXPECT_THAT(all.body, ::testing::EndsWith("id: 5\nevent: tick\ndata: line 1\ndata: line 5\n\n"));
    const auto rest = get("/api/events", {{"Last-Event-ID", "4"}});
    EXPECT_EQ(rest.body, "id: 5\nevent: tick\ndata: line 1\ndata: line 5\n\n");
    EXPECT_EQ(request(port_, "HEAD", "/api/events").body, "");
}

TEST_F(ServerTest, keeps_silent_streams_alive_and_notices_when_the_client_goes) {
    Options options;
    options.event_poll = milliseconds(5);
    options.heartbeat = milliseconds(30);
    serve(options);
    {
        Client client(port_);
        client.write("GET /api/silence HTTP/1.1\r\nHost: localhost\r\n\r\n");
        EXPECT_THAT(client.read_raw(), HasSubstr("200 OK"));
        EXPECT_THAT(client.read_raw(), HasSubstr(":\n\n"));
        EXPECT_FALSE(silence_.expired());
    }
    for (int i = 0; i < 200 && !silence_.expired(); ++i) std::this_thread::sleep_for(milliseconds(10));
    EXPECT_TRUE(silence_.expired());
}

TEST_F(ServerTest, finishes_what_it_accepted_when_it_stops) {
    Options options;
    options.workers = 2;
    options.event_poll = milliseconds(10);
    serve(options);
    Client stream(port_);
    stream.write("GET /api/silence HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_THAT(stream.read_raw(), HasSubstr("200 OK"));
    const Client idle(port_);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 8; ++i) {
        clients.push_back(std::make_unique<Client>(port_));
        clients.back()->write("GET /api/slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    while (slow_ < 2) std::this_thread::sleep_for(milliseconds(5));
    std::thread stopper([&] { server_->stop(); });
    for (auto& client : clients) {
        const auto reply = client->read();
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->status, 200);
        EXPECT_EQ(reply->body, "\"done\"");
        EXPECT_FALSE(client->read());
    }
    clients.clear();
    stopper.join();
    EXPECT_THAT(stream.read_raw(), HasSubstr("0\r\n\r\n"));
    EXPECT_THROW(Client(port_).send("GET", "/api/things"), std::runtime_error);
}

TEST_F(ServerTest, loses_no_answer_when_it_stops_under_load) {
    serve();
    std::atomic<int> answered = 0, broken = 0;
    std::latch warm(4);
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            try {
                bool counted = false;
                while (true) {
                    Client client(port_);
                    for (int i = 0; i < 50; ++i) {
                        if (!client.write("GET /api/things HTTP/1.1\r\nHost: localhost\r\n\r\n")) break;
                        const auto reply = client.read();
                        if (!reply) {
                            ++broken;  // written, never answered
                            break;
                        }
                        ++answered;
                        if (!std::exchange(counted, true)) warm.count_down();
                        if (reply->header("connection") == "close") break;
                    }
                }
            } catch (const std::runtime_error&) {  // cannot connect any more
            }
        });
    warm.wait();
    std::this_thread::sleep_for(milliseconds(100));
    server_->stop();
    for (auto& thread : threads) thread.join();
    EXPECT_GT(answered, 50);
    EXPECT_LE(broken, 4) << "only connections that the kernel took after the end";
}

TEST_F(ServerTest, makes_room_for_new_connections_and_holds_many_idle_ones) {
    Options options;
    options.max_connections = 4;
    serve(options);
    std::vector<std::unique_ptr<Client>> idle;
    for (int i = 0; i < 4; ++i) {
        idle.push_back(std::make_unique<Client>(port_));
        EXPECT_EQ(idle.back()->send("GET", "/api/things").status, 200);
    }
    EXPECT_EQ(get("/api/things").status, 200);
    EXPECT_FALSE(idle.front()->read());
}

TEST_F(ServerTest, holds_two_thousand_idle_connections) {
    serve();  // raises the limit of descriptors as far as it may
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < 4200) GTEST_SKIP() << "this machine allows " << limit.rlim_cur << " open files";
    std::vector<std::unique_ptr<Client>> idle;
    for (int i = 0; i < 2000; ++i) {
        idle.push_back(std::make_unique<Client>(port_));
        ASSERT_EQ(idle.back()->send("GET", "/api/things/a").status, 200);
    }
    EXPECT_THAT(get("/metrics").body, HasSubstr("dure_http_connections 2001"));
    for (const int i : {0, 999, 1999}) EXPECT_EQ(idle[i]->send("GET", "/api/things/a").status, 200);
}

TEST_F(ServerTest, goes_on_while_two_thousand_send_slowly) {
    Options options;
    options.header_timeout = options.read_timeout = milliseconds(60'000);
    serve(options);
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < 4200) GTEST_SKIP() << "this machine allows " << limit.rlim_cur << " open files";
    constexpr std::string_view half_header = "GET /api/things HTTP/1.1\r\nHost: local";
    constexpr std::string_view half_body =
        "POST /api/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900\r\n\r\nabc";
    std::vector<std::unique_ptr<Client>> slow;
    for (int i = 0; i < 2000; ++i) {
        slow.push_back(std::make_unique<Client>(port_));
        ASSERT_TRUE(slow.back()->write(std::string(i % 2 == 0 ? half_header : half_body)));
    }
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 100; ++i) {
        ASSERT_EQ(get("/api/things").status, 200);
        for (std::size_t k = 0; k < slow.size(); k += 100) slow[k]->write("h");
    }
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
}

TEST_F(ServerTest, says_when_too_much_waits) {
    Options options;
    options.workers = 1;
    options.max_waiting = 1;
    serve(options);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 6; ++i) {
        clients.push_back(std::make_unique<Client>(port_));
        clients.back()->write("GET /api/slow HTTP/1.1\r\nHost: localhost\r\n\r\n");
        std::this_thread::sleep_for(milliseconds(10));
    }
    int busy = 0;
    for (auto& client : clients) {
        const auto reply = client->read();
        if (reply->status == 503) {
            ++busy;
            EXPECT_EQ(reply->header("retry-after"), "1");
        }
    }
    EXPECT_GE(busy, 3);
}

TEST_F(ServerTest, serves_the_page_from_memory) {
    const auto directory = std::filesystem::path(::testing::TempDir()) / "dure_page";
    std::filesystem::create_directories(directory / "assets");
    std::ofstream(directory / "index.html") << "<!doctype html><title>Dure</title>" << std::string(2000, ' ');
    std::ofstream(directory / "assets/app-1a2b.js") << "export const a = 1;" << std::string(2000, ' ');
    std::ofstream(directory / "favicon.svg") << "<svg/>";
    std::ofstream(directory.parent_path() / "secret.txt") << "secret";
    Options options;
    options.page_directory = directory;
    serve(options);
    const auto index = get("/");
    EXPECT_THAT(index.body, ::testing::StartsWith("<!doctype html>"));
    EXPECT_EQ(index.header("content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(index.header("cache-control"), "no-cache");
    EXPECT_THAT(index.header("content-security-policy"), HasSubstr("script-src 'self';"));
    EXPECT_EQ(get("/energy/plans/0199?tab=results").body, index.body);
    EXPECT_EQ(get("/", {{"If-None-Match", index.header("etag")}}).status, 304);
    const auto script = get("/assets/app-1a2b.js", {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(script.header("cache-control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(script.header("content-encoding"), "gzip");
    EXPECT_LT(script.body.size(), 200u);
    EXPECT_EQ(get("/favicon.svg").header("content-type"), "image/svg+xml");
    for (const char* path : {"/api/nothing", "/api", "/assets/old-ffff.js", "/missing.png", "/secret.txt",
                             "/assets/..%2f..%2fsecret.txt", "/%2e%2e%2fsecret.txt"})
        EXPECT_GE(get(path).status, 400) << path;
    EXPECT_EQ(request(port_, "POST", "/").status, 405);
    std::filesystem::remove_all(directory);
}

TEST(Server, refuses_contradicting_routes_and_bad_options) {
    const auto with = [](std::vector<Route> routes, Options options = {}) {
        Server(std::move(options), std::move(routes));
    };
    EXPECT_THROW(with({{"GET", "/a/{x}", "a", echo}, {"GET", "/a/{x}", "b", echo}}), std::logic_error);
    EXPECT_THROW(with({{"GET", "/a/{x}", "a", echo}, {"PUT", "/a/{y}", "b", echo}}), std::logic_error);
    EXPECT_THROW(with({{"GET", "/a", "a", nullptr}}), std::logic_error);
    EXPECT_THROW(with({}, {.public_url = "dure.example"}), std::runtime_error);
    EXPECT_THROW(with({}, {.trusted_proxies = {"10.0.0.0/99"}}), std::runtime_error);
    EXPECT_THROW(with({}, {.page_directory = "/nonexistent"}), std::runtime_error);
    Server nowhere({.address = "203.0.113.1", .port = 0}, {});
    EXPECT_THROW(nowhere.start(), std::system_error);
}

}  // namespace
}  // namespace dure::http
