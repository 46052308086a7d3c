// SPDX-License-Identifier: Apache-2.0
#include "server/files/tus.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>

#include "engine/base/time.hpp"
#include "server/files/digest.hpp"
#include "server/http/text.hpp"

namespace dure::files {
namespace {

constexpr std::size_t kLongestMetadata = 8 * 1024;
constexpr std::uint64_t kLargest = std::uint64_t{1} << 53;

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= 60 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-' || c == '.';
    });
}

}  // namespace

std::optional<std::uint64_t> whole_number(std::string_view header) {
    std::uint64_t number = 0;
    const char* end = header.data() + header.size();
    const auto read = std::from_chars(header.data(), end, number);
    if (header.empty() || read.ec != std::errc() || read.ptr != end || number >= kLargest)
        return std::nullopt;
    return number;
}

Expected<std::map<std::string, std::string>> read_metadata(std::string_view header) {
    if (header.size() > kLongestMetadata)
        return fail("files.metadata_too_long", {{"maximum", std::to_string(kLongestMetadata)}});
    std::map<std::string, std::string> found;
    while (!header.empty()) {
        const auto comma = std::min(header.find(','), header.size());
        const std::string_view pair = trimmed(header.substr(0, comma));
        header.remove_prefix(std::min(comma + 1, header.size()));
        const auto blank = std::min(pair.find(' '), pair.size());
        const std::string_view key = pair.substr(0, blank);
        const auto value = from_base64(trimmed(pair.substr(blank)));
        if (!is_key(key) || !value || !http::valid_utf8(*value) || !found.emplace(key, *value).second)
            return fail("files.bad_metadata", {{"key", is_key(key) ? std::string(key) : "?"}});
    }
    return found;
}

Expected<void> check_checksum(std::string_view header, std::string_view bytes) {
    header = trimmed(header);
    const auto blank = header.find(' ');
    if (blank == std::string_view::npos) return fail("files.bad_checksum");
    const auto wanted = from_base64(trimmed(header.substr(blank)));
    const auto found = raw_digest(header.substr(0, blank), bytes);
    if (!wanted || found.empty()) return fail("files.bad_checksum");
    if (*wanted != found) return fail("files.wrong_checksum");
    return {};
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return std::nullopt;
    std::string url(text);
    for (int i = 0; i < 2 && url.ends_with('='); ++i) url.pop_back();
    for (char& c : url) {
        if (c == '-' || c == '_' || c == '=') return std::nullopt;
        if (c == '+') c = '-';
        if (c == '/') c = '_';
    }
    return http::from_base64url(url);
}

std::string http_date(std::int64_t instant) {
    const auto second = static_cast<std::time_t>(instant / kSecond);
    std::tm utc{};
    gmtime_r(&second, &utc);
    std::array<char, 64> buffer{};
    std::strftime(buffer.data(), buffer.size(), "%a, %d %b %Y %H:%M:%S GMT", &utc);
    return buffer.data();
}

}  // namespace dure::files
