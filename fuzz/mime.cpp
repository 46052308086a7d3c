// SPDX-License-Identifier: Apache-2.0
// Messages from other mail servers, and the tokens of links to unsubscribe.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "server/mail/bounces.hpp"
#include "server/mail/mime.hpp"
#include "server/mail/mime_text.hpp"
#include "server/mail/unsubscribe.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace mail = dure::mail;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto bounces = mail::read_bounces(text))
        for (const auto& one : *bounces)
            if (one.recipient.empty()) std::abort();
    mail::read_mime(text);
    if (mail::read_unsubscribe_token(text, "key")) std::abort();  // nobody can make one up
    if (mail::from_base64(mail::base64_lines(text)) != text) std::abort();
    const std::string header = mail::header_text(text);
    for (std::size_t at = header.find('\n'); at != header.npos; at = header.find('\n', at + 1))
        if (at + 1 >= header.size() || header[at + 1] != ' ') std::abort();  // a second header
    return 0;
}
