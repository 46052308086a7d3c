// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/base/time.hpp"
#include "server/db/database.hpp"

/// Mails: an outbox in the database, and the thread that sends what is in it (sender.hpp).
namespace dure::mail {

constexpr Instant kMailLife = 5 * 24 * 3600 * kSecond;

/// What a mail says. Its sentences stand in messages/ under mail.<kind>: `subject`, `body` (paragraphs with
/// an empty line between), and `action`, the words on the button that leads to `path`.
struct Letter {
    std::string kind;              ///< "task.assigned": a topic of topics.hpp, a dot, a name
    Params params;                 ///< of the sentences; `name`, the reader's, is added
    std::string path;              ///< "/organisations/…": a place of the page; empty: no button
    std::optional<Instant> until;  ///< not sent after this; none: kMailLife from now
    bool secret = false;           ///< the path is a key: it is forgotten once the mail was delivered
};

/// A reader who has no account. Readers with one are called by its id.
struct Reader {
    std::string address, name, language;  ///< "ko" or "en"
};

/// Puts a letter into the outbox, in the transaction of what it tells of. Written in the reader's language,
/// sent at once, gathered into their digest or not at all, as they chose. Returns the mail's number; none
/// when nothing will be sent (an inactive account, a muted topic, an address that bounced).
/// Throws std::invalid_argument for a kind whose topic is not in the table.
std::optional<std::int64_t> queue(db::Connection& c, const std::string& account, const Letter& letter,
                                  Instant now);
std::optional<std::int64_t> queue(db::Connection& c, const Reader& reader, const Letter& letter, Instant now);

/// Takes back what an account was to be told and has not been sent: it no longer holds.
void withdraw(db::Connection& c, const std::string& account, std::string_view kind, Instant now);

/// A letter whose sentences a person wrote.
struct Written {
    std::string subject, body, action, path;
};
std::optional<std::int64_t> queue_written(db::Connection& c, const Reader& reader,
                                          const std::optional<std::string>& account, const std::string& kind,
                                          const std::optional<std::string>& mailing, const Written& written,
                                          Instant now);

}  // namespace dure::mail
