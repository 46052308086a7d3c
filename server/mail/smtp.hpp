// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace dure::mail {

/// The server that takes our mails.
struct SmtpServer {
    std::string url;             ///< "smtp://host:587" (STARTTLS) or "smtps://host:465"; empty: there is none
    std::string user, password;  ///< user empty: without signing in
    /// Only a server on this machine may be spoken to in the clear: with `clear` any may.
    bool clear = false;
    std::chrono::seconds timeout{60};
};

enum class Outcome {
    delivered,
    bounced,      ///< there is no such reader
    refused,      ///< this mail will never be taken
    later,        ///< this mail may be taken later
    unreachable,  ///< no mail can be sent now
};

struct Delivery {
    Outcome outcome = Outcome::delivered;
    std::string said;  ///< the server's last words, or what kept us from it
};

/// One connection to the server, kept between mails. For one thread.
class Smtp {
  public:
    explicit Smtp(SmtpServer server);
    ~Smtp();
    Smtp(const Smtp&) = delete;
    Smtp& operator=(const Smtp&) = delete;

    /// `message` in the form of compose.hpp. `stopped` is asked now and then: true gives up (unreachable).
    Delivery send(const std::string& from, const std::string& to, std::string_view message,
                  const std::function<bool()>& stopped = {});

    class Impl;

  private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace dure::mail
