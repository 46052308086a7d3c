// SPDX-License-Identifier: Apache-2.0
#include "server/mail/compose.hpp"

#include <date/date.h>

#include <chrono>
#include <sstream>
#include <vector>

#include "engine/base/text.hpp"
#include "server/codec/messages.hpp"
#include "server/mail/mime_text.hpp"
#include "server/mail/unsubscribe.hpp"

namespace dure::mail {
namespace {

constexpr std::string_view kMailing = "mailing";

std::string say(const Stored& mail, std::string_view key, const Params& params = {}) {
    return codec::Messages::embedded().sentence(mail.language, "mail.layout." + std::string(key), params);
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

/// Split at empty lines, without "\r".
std::vector<std::string> paragraphs(std::string_view body) {
    std::vector<std::string> list(1);
    std::string text;
    for (const char c : body)
        if (c != '\r') text += c;
    for (std::size_t at = 0; at < text.size();) {
        if (text.compare(at, 2, "\n\n") == 0) {
            if (!list.back().empty()) list.emplace_back();
            at += 2;
        } else {
            list.back() += text[at++];
        }
    }
    if (list.back().empty()) list.pop_back();
    return list;
}

std::string with_breaks(std::string_view escaped_text) {
    std::string out;
    for (const char c : escaped_text) {
        if (c == '\n')
            out += "<br>";
        else
            out += c;
    }
    return out;
}

bool has_button(const Stored& mail, const House& house) {
    return !mail.path.empty() && !mail.action.empty() && !house.public_url.empty();
}

std::string token_of(const Stored& mail, const House& house) {
    return unsubscribe_token({.address = folded(mail.address), .topic = mail.topic}, house.unsubscribe_key);
}

/// Why the reader gets this, and how to get less of it.
std::string reason(const Stored& mail) {
    if (mail.topic == kMailing) return say(mail, "reason_mailing");
    return say(mail, mail.topic == "account" ? "reason_account" : "reason");
}

struct WayOut {
    std::string words, address;
};
std::optional<WayOut> way_out(const Stored& mail, const House& house) {
    if (house.public_url.empty() || mail.topic == "account") return std::nullopt;
    if (mail.topic == kMailing)
        return WayOut{say(mail, "unsubscribe"), house.public_url + "/unsubscribe#" + token_of(mail, house)};
    return WayOut{say(mail, "settings"), house.public_url + "/notifications"};
}

std::string rfc5322_date(Instant at) {
    using namespace std::chrono;
    const date::sys_seconds time{duration_cast<seconds>(microseconds(at))};
    std::ostringstream out;
    out.imbue(std::locale::classic());
    out << date::format("%a, %d %b %Y %H:%M:%S +0000", time);
    return out.str();
}

std::string part(std::string_view type, std::string_view body) {
    return "Content-Type: " + std::string(type) +
           "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64_lines(body);
}

std::string domain_of(std::string_view address) {
    return std::string(address.substr(address.find('@') + 1));
}

}  // namespace

std::string plain_body(const Stored& mail, const House& house) {
    std::string out;
    for (const std::string& one : paragraphs(mail.body)) out += one + "\n\n";
    if (has_button(mail, house)) out += mail.action + ":\n" + house.public_url + mail.path + "\n\n";
    out += "-- \n" + reason(mail) + "\n";
    if (const auto out_of = way_out(mail, house)) out += out_of->words + ": " + out_of->address + "\n";
    return out;
}

std::string html_body(const Stored& mail, const House& house) {
    std::string out =
        "<!doctype html>\n<html lang=\"" + mail.language +
        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width\"><meta name=\"color-scheme\" content=\"light dark\"><title>" +
        escaped(mail.subject) +
        "</title></head>\n<body style=\"margin:0;padding:24px;font:16px/1.6 "
        "'Pretendard','Apple SD Gothic Neo','Malgun Gothic',sans-serif\">\n<main "
        "style=\"max-width:600px;margin:0 auto\">\n<p style=\"margin:0 0 24px;font-weight:700\">" +
        escaped(say(mail, "house")) + "</p>\n<h1 style=\"font-size:22px;line-height:1.4;margin:0 0 16px\">" +
        escaped(mail.subject) + "</h1>\n";
    for (const std::string& one : paragraphs(mail.body))
        out += "<p style=\"margin:0 0 16px\">" + with_breaks(escaped(one)) + "</p>\n";
    if (has_button(mail, house))
        out += "<p style=\"margin:24px 0\"><a href=\"" + escaped(house.public_url + mail.path) +
               "\" style=\"display:inline-block;padding:12px "
               "20px;border-radius:6px;background:#256ef4;color:#ffffff;"
               "text-decoration:none;font-weight:700\">" +
               escaped(mail.action) + "</a></p>\n";
    out +=
        "<hr style=\"border:0;border-top:1px solid #8a949e;margin:24px 0 16px\">\n<p "
        "style=\"margin:0;font-size:14px\">" +
        escaped(reason(mail));
    if (const auto out_of = way_out(mail, house))
        out += " <a href=\"" + escaped(out_of->address) + "\" style=\"color:inherit\">" +
               escaped(out_of->words) + "</a>";
    return out + "</p>\n</main></body></html>\n";
}

std::string message_id(const Stored& mail, const House& house) {
    return "<" + std::to_string(mail.number) + "." + std::to_string(mail.created) + "@" +
           domain_of(house.from_address) + ">";
}

std::string message(const Stored& mail, const House& house) {
    const std::string boundary = "dure-" + std::to_string(mail.number) + "-" + std::to_string(mail.created);
    std::string out = "From: " + mailbox(house.from_name, house.from_address) +
                      "\r\nTo: " + mailbox(mail.name, mail.address) +
                      "\r\nSubject: " + header_text(mail.subject) +
                      "\r\nDate: " + rfc5322_date(mail.created) +
                      "\r\nMessage-ID: " + mail.message_id.value_or(message_id(mail, house)) +
                      "\r\nContent-Language: " + mail.language + "\r\n";
    out += mail.topic == kMailing ? "Precedence: bulk\r\n" : "Auto-Submitted: auto-generated\r\n";
    if (mail.topic == kMailing && !house.public_url.empty())
        out += "List-Unsubscribe: <" + house.public_url + "/api/v1/unsubscribe/" + token_of(mail, house) +
               ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
    out += "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
    out += "--" + boundary + "\r\n" + part("text/plain", plain_body(mail, house));
    out += "--" + boundary + "\r\n" + part("text/html", html_body(mail, house));
    return out + "--" + boundary + "--\r\n";
}

}  // namespace dure::mail
