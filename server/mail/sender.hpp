// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"
#include "server/mail/compose.hpp"
#include "server/mail/smtp.hpp"

namespace dure::mail {

struct SenderOptions {
    SmtpServer server;  ///< without a url nothing is sent; the rest of the work is done all the same
    House house;
    std::string zone = "Asia/Seoul";          ///< of the digests' hour
    int batch = 50;                           ///< mails taken at once
    int attempts = 12;                        ///< of a mail, before it is given up
    std::chrono::milliseconds first{60'000};  ///< before the second attempt; doubled with each
    std::chrono::milliseconds longest{4 * 3'600'000};
    std::chrono::milliseconds lease{300'000};  ///< a mail whose sender was silent for so long is taken again
    std::chrono::milliseconds poll{1'000};
    std::chrono::milliseconds tidy{30'000};
    std::chrono::hours keep{24 * 180};  ///< how long mails can be read
};

/// How sending goes, for an administrator.
struct SenderState {
    bool configured = false;
    std::optional<Instant> last_sent;
    std::optional<std::string> trouble;  ///< why no mail can be sent now
    std::optional<Instant> trouble_since;
};

/// Sends what waits while the object lives, and does the outbox's other work: digests, what is too old. Two
/// processes may do so on one database: a mail is taken by one of them. A mail is handed to the server once;
/// only when the process dies between the server's "250" and our note of it, it is handed over again with the
/// same Message-ID.
class Sender {
  public:
    Sender(db::Database& database, Clock clock, std::string name, SenderOptions options);
    ~Sender();
    Sender(const Sender&) = delete;
    Sender& operator=(const Sender&) = delete;

    SenderState state() const;

    class Impl;

  private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace dure::mail
