// SPDX-License-Identifier: Apache-2.0
#include "engine/base/utc_text.hpp"

#include <fmt/format.h>

#include <chrono>

namespace dure {
namespace {

/// Takes fixed pieces off the front of a text; after the first that does not fit, nothing fits.
class Pieces {
  public:
    explicit Pieces(std::string_view text) : rest_(text) {}

    int number(std::size_t digits) {
        int value = 0;
        for (std::size_t i = 0; i < digits; ++i) {
            if (!digit()) return fail();
            value = 10 * value + (take() - '0');
        }
        return value;
    }
    bool digit() const { return !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9'; }
    char one_of(std::string_view choices) {
        if (rest_.empty() || choices.find(rest_[0]) == choices.npos) return static_cast<char>(fail());
        return take();
    }
    bool next_is(char c) const { return rest_.starts_with(c); }
    bool good() const { return good_; }
    bool at_end() const { return rest_.empty(); }

  private:
    char take() {
        const char c = rest_[0];
        rest_.remove_prefix(1);
        return c;
    }
    int fail() {
        good_ = false;
        rest_ = {};
        return 0;
    }

    std::string_view rest_;
    bool good_ = true;
};

Instant read_fraction(Pieces& pieces) {
    Instant fraction = 0;
    pieces.one_of(".");
    fraction = 100'000 * pieces.number(1);
    for (Instant place = 10'000; pieces.digit(); place /= 10) fraction += place * pieces.number(1);
    return fraction;
}

}  // namespace

std::string utc_text(Instant instant) {
    using namespace std::chrono;
    const sys_time<microseconds> time{microseconds(instant)};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       clock.subseconds().count());
}

std::optional<Instant> instant_from(std::string_view text) {
    using namespace std::chrono;
    Pieces pieces(text);
    const int y = pieces.number(4);
    pieces.one_of("-");
    const int m = pieces.number(2);
    pieces.one_of("-");
    const int d = pieces.number(2);
    pieces.one_of("Tt");
    const int hour = pieces.number(2);
    pieces.one_of(":");
    const int minute = pieces.number(2);
    pieces.one_of(":");
    const int second = pieces.number(2);
    const Instant fraction = pieces.next_is('.') ? read_fraction(pieces) : 0;
    const char zone = pieces.one_of("Zz+-");
    int offset = 0;
    if (zone == '+' || zone == '-') {
        const int hours = pieces.number(2);
        pieces.one_of(":");
        const int minutes = pieces.number(2);
        if (hours > 23 || minutes > 59) return std::nullopt;
        offset = (zone == '+' ? 60 : -60) * (60 * hours + minutes);
    }
    const year_month_day date{year(y), month(static_cast<unsigned>(m)), day(static_cast<unsigned>(d))};
    if (!pieces.good() || !pieces.at_end() || !date.ok() || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    const auto seconds = sys_days(date).time_since_epoch() / std::chrono::seconds(1) + 3600 * hour +
                         60 * minute + second - offset;
    const Instant instant = seconds * kSecond + fraction;
    if (instant < 0) return std::nullopt;
    return instant;
}

bool is_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    for (const std::size_t at : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
        if (text[at] < '0' || text[at] > '9') return false;
    const auto number = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (const char c : text.substr(at, count)) value = value * 10 + (c - '0');
        return value;
    };
    return std::chrono::year_month_day(std::chrono::year(number(0, 4)),
                                       std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                       std::chrono::day(static_cast<unsigned>(number(8, 2))))
        .ok();
}

}  // namespace dure
