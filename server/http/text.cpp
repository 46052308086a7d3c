// SPDX-License-Identifier: Apache-2.0
#include "server/http/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace dure::http {

namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Calls `visit` with each part between separators.
template <class F>
void split(std::string_view text, char separator, F&& visit) {
    while (true) {
        const auto end = text.find(separator);
        visit(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

bool parse_query(std::string_view text, Pairs& query) {
    bool good = true;
    split(text, '&', [&](std::string_view part) {
        if (part.empty() || !good) return;
        const auto equals = part.find('=');
        auto name = percent_decoded(part.substr(0, equals), true);
        auto value = percent_decoded(equals == std::string_view::npos ? "" : part.substr(equals + 1), true);
        if (name && value)
            query.emplace_back(std::move(*name), std::move(*value));
        else
            good = false;
    });
    return good;
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        return lower(x) == lower(y);
    });
}

bool valid_utf8(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || i + length > text.size()) return false;
        std::uint32_t point = lead & (0xFF >> (length + 1));
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xC0) != 0x80) return false;
            point = point << 6 | (next & 0x3F);
        }
        const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
        if (overlong || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return false;
        i += length;
    }
    return true;
}

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size()) return std::nullopt;
            const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            c = static_cast<char>(high << 4 | low);
            i += 2;
        } else if (c == '+' && plus_is_space) {
            c = ' ';
        }
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return std::nullopt;
        out += c;
    }
    if (!valid_utf8(out)) return std::nullopt;
    return out;
}

std::optional<Target> parse_target(std::string_view target) {
    if (!target.starts_with('/')) return std::nullopt;
    Target out;
    const auto question = target.find('?');
    const std::string_view path = target.substr(0, question);
    bool good = path.find('#') == std::string_view::npos;
    split(path.substr(1), '/', [&](std::string_view part) {
        auto segment = percent_decoded(part);
        good = good && segment && *segment != "." && *segment != "..";
        if (good) out.segments.push_back(std::move(*segment));
    });
    if (!good) return std::nullopt;
    for (const auto& segment : out.segments) out.path += '/' + segment;
    if (question != std::string_view::npos && !parse_query(target.substr(question + 1), out.query))
        return std::nullopt;
    return out;
}

std::optional<std::string_view> cookie(std::string_view header, std::string_view name) {
    std::optional<std::string_view> found;
    split(header, ';', [&](std::string_view part) {
        part = trimmed(part);
        const auto equals = part.find('=');
        if (found || equals == std::string_view::npos || part.substr(0, equals) != name) return;
        std::string_view value = part.substr(equals + 1);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
            value = value.substr(1, value.size() - 2);
        found = value;
    });
    return found;
}

std::string base64url(std::string_view bytes) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (count += 8; count >= 6; count -= 6) out += kAlphabet[bits >> (count - 6) & 63];
    }
    if (count > 0) out += kAlphabet[bits << (6 - count) & 63];
    return out;
}

std::optional<std::string> from_base64url(std::string_view text) {
    if (text.size() % 4 == 1) return std::nullopt;
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const auto digit = kAlphabet.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(digit);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>(bits >> count & 0xFF);
        }
    }
    if ((bits & ((1u << count) - 1)) != 0) return std::nullopt;
    return out;
}

bool has_token(std::string_view header, std::string_view token) {
    bool found = false;
    split(header, ',',
          [&](std::string_view part) { found = found || equal_ignoring_case(trimmed(part), token); });
    return found;
}

std::string_view language_of(std::string_view accept_language) {
    std::string_view best = "ko";
    double best_quality = 0;
    split(accept_language, ',', [&](std::string_view part) {
        const auto semicolon = part.find(';');
        const std::string_view tag = trimmed(part.substr(0, semicolon));
        double quality = 1;
        if (semicolon != std::string_view::npos) {
            const std::string_view weight = trimmed(part.substr(semicolon + 1));
            if (weight.starts_with("q="))
                std::from_chars(weight.data() + 2, weight.data() + weight.size(), quality);
        }
        for (const std::string_view language : {"ko", "en"}) {
            const bool named =
                equal_ignoring_case(tag.substr(0, 2), language) && (tag.size() == 2 || tag[2] == '-');
            if (named && quality > best_quality) {
                best = language;
                best_quality = quality;
            }
        }
    });
    return best;
}

}  // namespace dure::http
