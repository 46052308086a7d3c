// SPDX-License-Identifier: Apache-2.0
#include "server/mail/mime_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dure::mail {
namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::size_t kLine = 76;
constexpr std::size_t kWordBytes = 42;  // 56 characters of base64 and "=?UTF-8?B?…?="

int digit_of(char c) {
    const auto at = kDigits.find(c);
    return at == kDigits.npos ? -1 : static_cast<int>(at);
}

int hex_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}
bool is_plain(char c) {
    return c >= 0x20 && c < 0x7f;
}

std::string without_controls(std::string_view text) {
    std::string clean(text);
    std::ranges::replace_if(clean, is_control, ' ');
    return clean;
}

/// How many bytes from `at` make whole characters and at most kWordBytes.
std::size_t word_length(std::string_view text, std::size_t at) {
    std::size_t length = std::min(kWordBytes, text.size() - at);
    if (at + length == text.size()) return length;
    while (length > 1 && (static_cast<unsigned char>(text[at + length]) & 0xc0) == 0x80) --length;
    return length;
}

}  // namespace

std::string base64(std::string_view bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i)
            group = group << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0u);
        for (std::size_t i = 0; i < 4; ++i) out += i <= count ? kDigits[group >> (18 - 6 * i) & 63] : '=';
    }
    return out;
}

std::string base64_lines(std::string_view bytes) {
    const std::string all = base64(bytes);
    std::string out;
    for (std::size_t at = 0; at < all.size(); at += kLine) out += all.substr(at, kLine) + "\r\n";
    return out;
}

std::string from_base64(std::string_view text) {
    std::string out;
    std::uint32_t group = 0;
    int bits = 0;
    for (const char c : text) {
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') continue;
        const int digit = digit_of(c);
        if (digit < 0) break;
        group = (group << 6 | static_cast<std::uint32_t>(digit)) & 0xffffff;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            out += static_cast<char>(group >> bits & 0xff);
        }
    }
    return out;
}

std::string from_quoted_printable(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '=') {
            out += text[at];
        } else if (text.substr(at + 1).starts_with("\r\n")) {
            at += 2;
        } else if (text.substr(at + 1).starts_with("\n")) {
            at += 1;
        } else if (at + 2 < text.size() && hex_of(text[at + 1]) >= 0 && hex_of(text[at + 2]) >= 0) {
            out += static_cast<char>(hex_of(text[at + 1]) * 16 + hex_of(text[at + 2]));
            at += 2;
        } else {
            out += '=';
        }
    }
    return out;
}

std::string header_text(std::string_view text) {
    const std::string clean = without_controls(text);
    // Long texts are encoded too: encoded words can be folded anywhere.
    if (clean.size() <= 60 && std::ranges::all_of(clean, is_plain) && clean.find("=?") == clean.npos)
        return clean;
    std::string out;
    for (std::size_t at = 0; at < clean.size();) {
        const std::size_t length = word_length(clean, at);
        if (!out.empty()) out += "\r\n ";
        out += "=?UTF-8?B?" + base64(std::string_view(clean).substr(at, length)) + "?=";
        at += length;
    }
    return out;
}

std::string mailbox(std::string_view name, std::string_view address) {
    const std::string where = "<" + std::string(address) + ">";
    if (name.empty()) return where;
    const std::string word = header_text(name);
    if (word.starts_with("=?")) return word + "\r\n " + where;
    std::string quoted = "\"";
    for (const char c : word) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\" " + where;
}

bool is_sendable(std::string_view address) {
    const auto at = address.find('@');
    if (address.size() > 254 || at == 0 || at == address.npos || at + 1 == address.size()) return false;
    if (address.find('@', at + 1) != address.npos) return false;
    return std::ranges::all_of(address, [](char c) {
        return c > 0x20 && c < 0x7f && c != '<' && c != '>' && c != '"' && c != '\\';
    });
}

}  // namespace dure::mail
