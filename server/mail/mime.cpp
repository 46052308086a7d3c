// SPDX-License-Identifier: Apache-2.0
#include "server/mail/mime.hpp"

#include <algorithm>
#include <optional>

#include "server/mail/mime_text.hpp"

namespace dure::mail {
namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// The next line without its end; `text` is left behind it.
std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// A parameter of a Content-Type: boundary="x".
std::string parameter(std::string_view header, std::string_view name) {
    for (auto at = header.find(';'); at != header.npos; at = header.find(';', at + 1)) {
        const std::string_view rest = trimmed(header.substr(at + 1));
        const auto equals = rest.find('=');
        if (equals == rest.npos || lower(trimmed(rest.substr(0, equals))) != name) continue;
        const std::string_view value = trimmed(rest.substr(equals + 1));
        if (value.starts_with('"')) return std::string(value.substr(1, value.find('"', 1) - 1));
        return std::string(trimmed(value.substr(0, value.find(';'))));
    }
    return {};
}

class PartReader {
  public:
    Expected<Part> read(std::string_view text, int depth) {
        if (depth > kMimeDepth) return fail("mime.too_deep", {{"most", std::to_string(kMimeDepth)}});
        if (++parts_ > kMimeParts) return fail("mime.too_many_parts", {{"most", std::to_string(kMimeParts)}});
        Part part;
        part.headers = take_headers(text);
        const std::string_view type = part.header("content-type");
        part.type = lower(trimmed(type.substr(0, type.find(';'))));
        const std::string boundary = parameter(type, "boundary");
        if (!part.type.starts_with("multipart/") || boundary.empty()) {
            part.body = decoded(text, lower(trimmed(part.header("content-transfer-encoding"))));
            return part;
        }
        for (const std::string_view inner : split(text, "--" + boundary)) {
            auto one = read(inner, depth + 1);
            if (!one) return one;
            part.parts.push_back(std::move(*one));
        }
        return part;
    }

  private:
    static std::string decoded(std::string_view body, std::string_view encoding) {
        if (encoding == "base64") return from_base64(body);
        if (encoding == "quoted-printable") return from_quoted_printable(body);
        return std::string(body);
    }

    /// What stands between lines that begin with the mark, up to the closing one.
    static std::vector<std::string_view> split(std::string_view text, const std::string& mark) {
        std::vector<std::string_view> pieces;
        std::optional<const char*> begin;
        while (!text.empty()) {
            const char* line_begin = text.data();
            const std::string_view line = take_line(text);
            if (!line.starts_with(mark)) continue;
            const std::string_view rest = trimmed(line.substr(mark.size()));
            if (!rest.empty() && rest != "--") continue;  // another mark that begins like it
            if (begin) pieces.emplace_back(*begin, static_cast<std::size_t>(line_begin - *begin));
            if (text.empty() || rest == "--") return pieces;
            begin = text.data();
        }
        if (begin) pieces.emplace_back(*begin, static_cast<std::size_t>(text.data() - *begin));
        return pieces;
    }

    int parts_ = 0;
};

}  // namespace

std::string_view Part::header(std::string_view lower_case_name) const {
    const auto found =
        std::ranges::find(headers, lower_case_name, &std::pair<std::string, std::string>::first);
    return found == headers.end() ? std::string_view{} : std::string_view(found->second);
}

std::vector<std::pair<std::string, std::string>> take_headers(std::string_view& text) {
    std::vector<std::pair<std::string, std::string>> headers;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (line.empty()) break;
        if (line.front() == ' ' || line.front() == '\t') {
            if (!headers.empty()) headers.back().second.append(" ").append(trimmed(line));
            continue;
        }
        const auto colon = line.find(':');
        if (colon == line.npos) continue;
        headers.emplace_back(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
    }
    return headers;
}

Expected<Part> read_mime(std::string_view text) {
    if (text.size() > kMimeBytes) return fail("mime.too_large", {{"most", std::to_string(kMimeBytes)}});
    // What a mailbox file puts before a message.
    if (text.starts_with("From ")) take_line(text);
    auto part = PartReader().read(text, 1);
    if (part && part->headers.empty()) return fail("mime.no_header");
    return part;
}

}  // namespace dure::mail
