// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// For tests: a small client on a real socket.
namespace dure::http::testing {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Reply {
    int status = 0;
    Headers headers;  ///< names in lower case
    std::string body;

    std::string header(std::string_view lower_case_name) const;  ///< the first; empty when missing
};

/// One connection to 127.0.0.1:port. Throws std::runtime_error when nothing comes for `patience`.
class Client {
  public:
    explicit Client(std::uint16_t port, std::chrono::milliseconds patience = std::chrono::seconds(20));
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    /// Adds Host, and Content-Length and a JSON Content-Type when there is a body and they are not given.
    Reply send(std::string_view method, std::string_view target, const Headers& headers = {},
               std::string_view body = {});
    /// Bytes as they are; false when the server has closed.
    bool write(std::string_view bytes);
    /// The next whole answer; none when the connection ends before one. `head`: the answer of a HEAD.
    std::optional<Reply> read(bool head = false);
    /// What has arrived, waiting for at least a byte; empty at the end of the connection.
    std::string read_raw();
    /// No more will be sent.
    void finish();

  private:
    bool fill();

    int socket_;
    std::uint16_t port_;
    std::chrono::milliseconds patience_;
    std::string buffer_;
};

/// One request on a connection of its own.
Reply request(std::uint16_t port, std::string_view method, std::string_view target,
              const Headers& headers = {}, std::string_view body = {});

/// Appends the exchange as a JSON line to the file that DURE_RECORD names, where it does (tools/contract
/// judges it).
void record_exchange(std::string_view operation_id, std::string_view method, std::string_view target,
                     std::string_view request_body, const Reply& reply);

}  // namespace dure::http::testing
