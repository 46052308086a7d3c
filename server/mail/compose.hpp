// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/base/time.hpp"
#include "server/mail/stored.hpp"

/// How a stored mail looks to its reader: the message as it travels, and its two bodies.
namespace dure::mail {

/// What is the same in every mail of an installation.
struct House {
    std::string from_address, from_name;
    std::string public_url;       ///< "https://dure.example.org", no slash at the end; empty: no links
    std::string unsubscribe_key;  ///< see unsubscribe.hpp
};

std::string plain_body(const Stored& mail, const House& house);
/// One column, no picture, nothing fetched; colours that hold in light and dark.
std::string html_body(const Stored& mail, const House& house);

/// RFC 5322 with both bodies, ASCII throughout, lines of at most 998 bytes ending in CRLF. Mails of the topic
/// "mailing" carry the headers of one-click unsubscription (RFC 8058).
std::string message(const Stored& mail, const House& house);

/// What a mail is called for ever: numbers of the outbox are not used twice.
std::string message_id(const Stored& mail, const House& house);

}  // namespace dure::mail
