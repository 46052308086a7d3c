// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// How texts travel in mails (RFC 2045, 2047).
namespace dure::mail {

/// Base64 in lines of 76 characters that end in CRLF.
std::string base64_lines(std::string_view bytes);
/// Without line breaks.
std::string base64(std::string_view bytes);
/// Blanks and line ends are skipped; what is no base64 ends the text.
std::string from_base64(std::string_view text);
/// Quoted-printable; a broken escape stays as it is.
std::string from_quoted_printable(std::string_view text);

/// A header's text: as it is when it is printable ASCII, else in encoded words of at most 75 characters,
/// folded. Control characters, and so line ends, become blanks.
std::string header_text(std::string_view text);
/// "name <address>", the name quoted or encoded where that is needed.
std::string mailbox(std::string_view name, std::string_view address);

/// Whether an address can stand in an SMTP command: one @, both sides filled, printable ASCII without blanks,
/// angle brackets or quotes, at most 254 bytes.
bool is_sendable(std::string_view address);

}  // namespace dure::mail
