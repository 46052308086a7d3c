// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/mailroom/mailing.hpp"

namespace dure::mailroom {

struct MailingReader {
    std::optional<std::string> account;  ///< none: a person of the directory
    std::string name, address, language;
    bool blocked = false;  ///< unsubscribed, muted or bounced: gets nothing
};

/// Whom a mailing is for, by name: active accounts; or persons with an address whose consent to mailings is
/// in force, made-up ones left out. An address is there once.
std::vector<MailingReader> readers_of(db::Connection& c, const MailingContent& content, Instant now);

}  // namespace dure::mailroom
