// SPDX-License-Identifier: Apache-2.0
// load PORT COOKIE CONNECTIONS RATE SECONDS PATH...: offers RATE requests a second over connections that all
// stay open, nine reads of the paths to one new plan, at times fixed beforehand. A latency counts from the
// time a request was due, so that a server that falls behind is seen to (G. Tene, "How NOT to Measure
// Latency", 2015). Prints what was answered, and by which second what share.
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr int kReadsPerWrite = 9;
constexpr auto kGrace = std::chrono::seconds(20);  ///< for what is under way when the offering ends

struct Job {
    Clock::time_point due;
    bool write = false;
    std::size_t path = 0;
};

struct Wish {
    unsigned short port = 0;
    std::string cookie;
    int connections = 0, rate = 0, seconds = 0;
    std::vector<std::string> paths;
};

struct Seen {
    std::vector<double> read, write;  ///< milliseconds
    std::map<int, int> refused;       ///< status → how often
    int broken = 0;
};

class Load;

class Client : public std::enable_shared_from_this<Client> {
  public:
    Client(Load& load, asio::io_context& io) : load_(load), stream_(io) {}
    void connect();
    void run(const Job& job);

  private:
    void answered(boost::beast::error_code error);

    Load& load_;
    boost::beast::tcp_stream stream_;
    boost::beast::flat_buffer buffer_;
    http::request<http::string_body> request_;
    http::response<http::string_body> response_;
    Job job_;
};

class Load {
  public:
    explicit Load(Wish wish) : wish_(std::move(wish)), timer_(io_) {}

    Seen run() {
        for (int i = 0; i < wish_.connections; ++i) {
            auto client = std::make_shared<Client>(*this, io_);
            client->connect();
            all_.push_back(client);
        }
        io_.run();
        return std::move(seen_);
    }

    const Wish& wish() const { return wish_; }

    void connected(std::shared_ptr<Client> client) {
        idle_.push_back(std::move(client));
        if (++connected_ < wish_.connections) return;
        begin_ = Clock::now();
        offer();
    }

    void done(std::shared_ptr<Client> client, const Job& job, int status) {
        --under_way_;
        const double ms = Milliseconds(Clock::now() - job.due).count();
        if (status >= 200 && status < 300)
            (job.write ? seen_.write : seen_.read).push_back(ms);
        else
            ++seen_.refused[status];
        idle_.push_back(std::move(client));
        serve();
    }

    void broken(std::shared_ptr<Client> client, bool under_way) {
        ++seen_.broken;
        if (under_way) --under_way_;
        client->connect();
    }

  private:
    void offer() {
        const auto now = Clock::now();
        const auto total = static_cast<long>(wish_.rate) * wish_.seconds;
        while (offered_ < total) {
            const auto due =
                begin_ + std::chrono::duration_cast<Clock::duration>(
                             std::chrono::duration<double>(static_cast<double>(offered_) / wish_.rate));
            if (due > now) break;
            waiting_.push_back({due, offered_ % (kReadsPerWrite + 1) == kReadsPerWrite,
                                static_cast<std::size_t>(offered_) % wish_.paths.size()});
            ++offered_;
        }
        serve();
        const bool over = offered_ == total && waiting_.empty() && under_way_ == 0;
        if (over || now > begin_ + std::chrono::seconds(wish_.seconds) + kGrace) return io_.stop();
        timer_.expires_after(std::chrono::microseconds(500));
        timer_.async_wait([this](auto) { offer(); });
    }

    void serve() {
        // The connection that has waited longest: all of them are used.
        while (!waiting_.empty() && !idle_.empty()) {
            const auto client = std::move(idle_.front());
            idle_.pop_front();
            ++under_way_;
            client->run(waiting_.front());
            waiting_.pop_front();
        }
    }

    const Wish wish_;
    asio::io_context io_{1};
    asio::steady_timer timer_;
    std::vector<std::shared_ptr<Client>> all_;
    std::deque<std::shared_ptr<Client>> idle_;
    std::deque<Job> waiting_;
    Clock::time_point begin_;
    long offered_ = 0;
    int connected_ = 0, under_way_ = 0;
    Seen seen_;
};

void Client::connect() {
    stream_.close();
    stream_.expires_never();
    stream_.async_connect(tcp::endpoint(asio::ip::address_v4::loopback(), load_.wish().port),
                          [self = shared_from_this()](boost::beast::error_code error) {
                              if (error) {
                                  fmt::print(stderr, "cannot connect: {}\n", error.message());
                                  std::exit(1);
                              }
                              self->load_.connected(self);
                          });
}

void Client::run(const Job& job) {
    job_ = job;
    request_ = {};
    request_.method(job.write ? http::verb::post : http::verb::get);
    request_.target(job.write ? "/api/v1/energy/plans" : load_.wish().paths[job.path]);
    request_.set(http::field::host, "localhost");
    request_.set(http::field::cookie, load_.wish().cookie);
    if (job.write) {
        request_.set(http::field::content_type, "application/json");
        request_.body() = R"({"name":"Load"})";
    }
    request_.prepare_payload();
    response_ = {};
    http::async_write(
        stream_, request_, [self = shared_from_this()](boost::beast::error_code error, std::size_t) {
            if (error) return self->load_.broken(self, true);
            http::async_read(
                self->stream_, self->buffer_, self->response_,
                [self](boost::beast::error_code failed, std::size_t) { self->answered(failed); });
        });
}

void Client::answered(boost::beast::error_code error) {
    if (error) return load_.broken(shared_from_this(), true);
    load_.done(shared_from_this(), job_, static_cast<int>(response_.result_int()));
}

void print(const char* what, std::vector<double>& ms, int seconds) {
    if (ms.empty()) return;
    std::ranges::sort(ms);
    const auto at = [&](double q) {
        return ms[static_cast<std::size_t>(q * static_cast<double>(ms.size() - 1))];
    };
    fmt::print(
        "{:<7} {:>8} answered, {:>7.0f}/s, ms: p50 {:.2f}  p90 {:.2f}  p99 {:.2f}  p99.9 {:.2f}  most "
        "{:.1f}\n",
        what, ms.size(), static_cast<double>(ms.size()) / seconds, at(0.5), at(0.9), at(0.99), at(0.999),
        ms.back());
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 7) {
        fmt::print(stderr, "load PORT COOKIE CONNECTIONS RATE SECONDS PATH...\n");
        return 2;
    }
    Wish wish{static_cast<unsigned short>(std::atoi(arguments[1])),
              arguments[2],
              std::atoi(arguments[3]),
              std::atoi(arguments[4]),
              std::atoi(arguments[5]),
              {arguments + 6, arguments + count}};
    const int seconds = wish.seconds;
    Seen seen = Load(std::move(wish)).run();
    std::vector<double> all = seen.read;
    all.insert(all.end(), seen.write.begin(), seen.write.end());
    print("all", all, seconds);
    print("reads", seen.read, seconds);
    print("writes", seen.write, seconds);
    for (const auto& [status, times] : seen.refused) fmt::print("refused {}: {}\n", status, times);
    if (seen.broken > 0) fmt::print("connections broken: {}\n", seen.broken);
    return seen.refused.empty() && seen.broken == 0 ? 0 : 1;
}
