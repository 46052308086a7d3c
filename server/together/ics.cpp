// SPDX-License-Identifier: Apache-2.0
#include "server/together/ics.hpp"

#include "engine/base/utc_text.hpp"
#include "server/together/days.hpp"

namespace dure::together {
namespace {

constexpr std::size_t kLine = 75;

/// "20261130T010203Z".
std::string basic(Instant instant) {
    std::string out;
    for (const char c : utc_text(instant).substr(0, 19))
        if (c != '-' && c != ':') out += c;
    return out + 'Z';
}
std::string basic(std::string_view day) {
    std::string out;
    for (const char c : day)
        if (c != '-') out += c;
    return out;
}

class Writer {
  public:
    void line(std::string_view name, std::string_view value) {
        text_ += folded_line(std::string(name) + ":" + std::string(value));
    }
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
};

void event(Writer& out, const Occasion& one, const IcsHouse& house) {
    out.line("BEGIN", "VEVENT");
    out.line("UID", one.kind + "-" + one.id + "@dure");
    out.line("DTSTAMP", basic(one.updated));
    out.line("LAST-MODIFIED", basic(one.updated));
    if (one.begins) {
        out.line("DTSTART", basic(*one.begins));
    } else {
        out.line("DTSTART;VALUE=DATE", basic(one.day));
        out.line("DTEND;VALUE=DATE", basic(days_later(one.day, 1)));
        out.line("TRANSP", "TRANSPARENT");
    }
    const std::string word = house.word ? house.word(house.language, one.kind) : one.kind;
    out.line("SUMMARY", escaped((one.done ? "✓ " : "") + word + ": " + one.title));
    out.line("CATEGORIES", escaped(word));
    if (!one.place.empty()) out.line("LOCATION", escaped(one.place));
    if (!house.public_url.empty()) out.line("URL", house.public_url + one.path);
    out.line("END", "VEVENT");
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += ' ';
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
            out += c;
    }
    return out;
}

std::string folded_line(std::string_view line) {
    std::string out;
    std::size_t width = 0;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t end = at + 1;
        while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) ++end;
        if (width + (end - at) > kLine) {
            out += "\r\n ";
            width = 1;
        }
        out += line.substr(at, end - at);
        width += end - at;
        at = end;
    }
    return out + "\r\n";
}

std::string to_ics(const std::vector<Occasion>& list, const IcsHouse& house) {
    Writer out;
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//Dure//Calendar//EN");
    out.line("CALSCALE", "GREGORIAN");
    out.line("X-WR-CALNAME", escaped(house.name));
    out.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    for (const Occasion& one : list) event(out, one, house);
    out.line("END", "VCALENDAR");
    return out.take();
}

}  // namespace dure::together
