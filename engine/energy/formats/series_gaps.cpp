// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/series_gaps.hpp"

#include <date/tz.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "engine/base/text.hpp"
#include "engine/energy/formats/csv_series.hpp"
#include "engine/energy/formats/error_list.hpp"
#include "engine/energy/formats/local_times.hpp"

namespace dure::energy {
namespace {

constexpr int kMinutesADay = 24 * 60;
constexpr std::size_t kMostGapsNamed = 30;

/// Minutes since 1970 as a clock on the wall shows them, and what that clock is ahead of UTC if it is said.
struct WallTime {
    long minutes = 0;
    std::optional<long> offset;
};

/// Reads digits off the front.
std::optional<int> take_number(std::string_view& s, std::size_t digits) {
    if (s.size() < digits) return std::nullopt;
    int n = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (s[i] < '0' || s[i] > '9') return std::nullopt;
        n = 10 * n + (s[i] - '0');
    }
    s.remove_prefix(digits);
    return n;
}

bool take_char(std::string_view& s, std::string_view any) {
    if (s.empty() || !any.contains(s.front())) return false;
    s.remove_prefix(1);
    return true;
}

std::optional<long> read_offset(std::string_view s) {
    if (s == "Z") return 0;
    const long sign = s.starts_with('-') ? -1 : 1;
    if (!take_char(s, "+-")) return std::nullopt;
    const auto hours = take_number(s, 2);
    take_char(s, ":");
    const auto minutes = take_number(s, 2);
    if (!hours || !minutes || !s.empty() || *hours > 14 || *minutes > 59) return std::nullopt;
    return sign * (60L * *hours + *minutes);
}

std::optional<WallTime> read_wall_time(std::string_view s) {
    while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
    while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
    const auto year = take_number(s, 4);
    if (!year || !take_char(s, "-")) return std::nullopt;
    const auto month = take_number(s, 2);
    if (!month || !take_char(s, "-")) return std::nullopt;
    const auto day = take_number(s, 2);
    if (!day || !take_char(s, "T ")) return std::nullopt;
    const auto hour = take_number(s, 2);
    if (!hour || *hour > 23 || !take_char(s, ":")) return std::nullopt;
    const auto minute = take_number(s, 2);
    if (!minute || *minute > 59) return std::nullopt;
    if (take_char(s, ":") && take_number(s, 2) != 0) return std::nullopt;
    const std::chrono::year_month_day date(std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day)));
    if (!date.ok()) return std::nullopt;
    WallTime t{
        std::chrono::sys_days(date).time_since_epoch().count() * long{kMinutesADay} + 60L * *hour + *minute,
        {}};
    if (s.empty()) return t;
    t.offset = read_offset(s);
    return t.offset ? std::optional(t) : std::nullopt;
}

/// The periods of a time axis, found by what a clock shows and by the instant.
struct Axis {
    std::vector<std::string> texts;
    std::vector<WallTime> walls;
    std::map<long, std::vector<std::size_t>> by_wall;
    std::map<long, std::size_t> by_instant;

    explicit Axis(const Time& time) : texts(local_times(time)) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            walls.push_back(read_wall_time(texts[i]).value());
            by_wall[walls[i].minutes].push_back(i);
            by_instant[walls[i].minutes - *walls[i].offset] = i;
        }
    }
    std::vector<std::size_t> places(const WallTime& t) const {
        if (t.offset) {
            const auto at = by_instant.find(t.minutes - *t.offset);
            return at == by_instant.end() ? std::vector<std::size_t>{} : std::vector{at->second};
        }
        const auto at = by_wall.find(t.minutes);
        return at == by_wall.end() ? std::vector<std::size_t>{} : at->second;
    }
    /// Why a time has no place.
    const char* why_not(const WallTime& t) const {
        if (t.offset) {
            const long instant = t.minutes - *t.offset;
            return instant < by_instant.begin()->first || instant > by_instant.rbegin()->first
                       ? "gaps.outside"
                       : "gaps.off_axis";
        }
        const auto after = by_wall.upper_bound(t.minutes);
        if (after == by_wall.begin() || after == by_wall.end()) return "gaps.outside";
        const auto before = std::prev(after);
        const std::size_t a = before->second.back(), b = after->second.front();
        return walls[b].offset > walls[a].offset &&
                       t.minutes >= after->first - (*walls[b].offset - *walls[a].offset)
                   ? "gaps.no_such_hour"
                   : "gaps.off_axis";
    }
};

std::optional<std::size_t> time_column(const CsvTable& table, std::size_t value_column) {
    static const std::set<std::string, std::less<>> known = {"local_time", "time", "datetime",
                                                             "timestamp",  "시각", "일시"};
    for (std::size_t c = 0; c < table.header.size(); ++c)
        if (c != value_column && known.contains(folded(table.header[c]))) return c;
    return std::nullopt;
}

/// The axis, begun where the file begins when that is somewhere else.
Axis axis_of(const Time& time, const WallTime& first) {
    Axis axis(time);
    if (axis.texts.empty() || !axis.places(first).empty()) return axis;
    Time own = time;
    const auto wall = date::local_seconds(std::chrono::minutes(first.minutes));
    own.start = date::format("%FT%H:%M", wall);
    if (first.offset) {
        const auto instant = date::sys_seconds(std::chrono::minutes(first.minutes - *first.offset));
        own.start = date::format("%FT%H:%M", date::make_zoned(time.time_zone, instant).get_local_time());
    }
    return Axis(own);
}

using Cells = std::vector<std::optional<double>>;

struct Gap {
    std::size_t first, count;
};

std::vector<Gap> gaps_in(const Cells& cells) {
    std::vector<Gap> gaps;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i]) continue;
        if (!gaps.empty() && gaps.back().first + gaps.back().count == i)
            ++gaps.back().count;
        else
            gaps.push_back({i, 1});
    }
    return gaps;
}

bool is_straight(const Gap& gap, const Cells& cells, double hours_per_period) {
    return static_cast<double>(gap.count) * hours_per_period <= kLongestStraightHours && gap.first > 0 &&
           gap.first + gap.count < cells.size();
}

std::string hours_text(std::size_t periods, double hours_per_period) {
    return fmt::format("{:g}", static_cast<double>(periods) * hours_per_period);
}

/// 0: Monday to Friday, 1: Saturday, 2: Sunday. The first of January 1970 was a Thursday.
int kind_of_day(long day) {
    const long weekday = ((day + 4) % 7 + 7) % 7;
    return weekday == 0 ? 2 : weekday == 6 ? 1 : 0;
}

std::optional<double> from_like_days(const Axis& axis, const Cells& cells, std::size_t at) {
    constexpr int kDaysLooked = 28, kDaysTaken = 2;
    const long minutes = axis.walls[at].minutes, day = minutes / kMinutesADay;
    double sum = 0;
    int taken = 0;
    for (const int direction : {-1, 1}) {
        for (int away = 1, here = 0; away <= kDaysLooked && here < kDaysTaken; ++away) {
            const long step = long{direction} * away;
            if (kind_of_day(day + step) != kind_of_day(day)) continue;
            const auto found = axis.by_wall.find(minutes + step * kMinutesADay);
            if (found == axis.by_wall.end() || !cells[found->second.front()]) continue;
            sum += *cells[found->second.front()];
            ++taken;
            ++here;
        }
    }
    return taken > 0 ? std::optional(sum / taken) : std::nullopt;
}

struct GapNames {
    const Axis& axis;
    const Time& time;
    Params operator()(const Gap& gap) const {
        return {{"first", axis.texts[gap.first]},
                {"last", axis.texts[gap.first + gap.count - 1]},
                {"hours", hours_text(gap.count, time.hours_per_period)}};
    }
};

Errors named_gaps(const std::vector<Gap>& gaps, const Cells& cells, const GapNames& names) {
    Errors errors;
    std::size_t straight = 0, all = 0, more = 0;
    for (const Gap& gap : gaps) {
        all += gap.count;
        if (is_straight(gap, cells, names.time.hours_per_period)) straight += gap.count;
        if (errors.size() < kMostGapsNamed)
            errors.push_back({.code = "gaps.gap", .params = names(gap)});
        else
            more += gap.count;
    }
    const double h = names.time.hours_per_period;
    if (more > 0)
        errors.push_back({.code = "gaps.more",
                          .params = {{"count", std::to_string(gaps.size() - kMostGapsNamed)},
                                     {"hours", hours_text(more, h)}}});
    errors.push_back({.code = "gaps.ask",
                      .params = {{"hours", hours_text(all, h)},
                                 {"straight", hours_text(straight, h)},
                                 {"like_day", hours_text(all - straight, h)}}});
    return errors;
}

Checked<TimedSeries> filled(const std::vector<Gap>& gaps, const Cells& cells, const GapNames& names) {
    Errors errors;
    TimedSeries series;
    const double h = names.time.hours_per_period;
    std::size_t all = 0;
    for (const Gap& gap : gaps) {
        all += gap.count;
        if (static_cast<double>(gap.count) * h > kLongestGapHours)
            errors.push_back({.code = "gaps.too_long", .params = names(gap)});
    }
    const auto most = static_cast<std::size_t>(kMostFilledShare * static_cast<double>(cells.size()));
    if (all > most)
        errors.push_back({.code = "gaps.too_many",
                          .params = {{"hours", hours_text(all, h)}, {"most", hours_text(most, h)}}});
    if (!errors.empty()) return std::unexpected(std::move(errors));
    for (const auto& cell : cells) series.values.push_back(cell.value_or(0));
    for (const Gap& gap : gaps) {
        const bool straight = is_straight(gap, cells, h);
        for (std::size_t k = 0; k < gap.count; ++k) {
            const std::size_t i = gap.first + k;
            if (straight) {
                const double share = static_cast<double>(k + 1) / static_cast<double>(gap.count + 1);
                series.values[i] =
                    (1 - share) * *cells[gap.first - 1] + share * *cells[gap.first + gap.count];
                ++series.straight;
            } else if (const auto value = from_like_days(names.axis, cells, i)) {
                series.values[i] = *value;
                ++series.like_day;
            } else {
                errors.push_back({.code = "gaps.no_like_day", .params = {{"first", names.axis.texts[i]}}});
                break;
            }
        }
    }
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return series;
}

bool is_blank(std::string_view cell) {
    return cell.find_first_not_of(" \t") == cell.npos;
}

/// Each row at its period. Empty cells stay empty.
Cells placed(const CsvTable& table, std::size_t value_column, std::optional<std::size_t> times,
             const Axis& axis, ErrorList& errors) {
    Cells cells(axis.texts.size());
    std::vector<bool> seen(cells.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto& row = table.rows[r];
        std::size_t at = r;
        if (times) {
            const Params named{{"text", row[*times].substr(0, 40)}};
            const auto t = read_wall_time(row[*times]);
            const auto places = t ? axis.places(*t) : std::vector<std::size_t>{};
            if (places.empty()) {
                errors.add(table.lines[r], t ? axis.why_not(*t) : "gaps.bad_time", named);
                continue;
            }
            const auto free = std::ranges::find_if(places, [&](std::size_t p) { return !seen[p]; });
            if (free == places.end()) {
                errors.add(table.lines[r], "gaps.doubled", named);
                continue;
            }
            at = *free;
        }
        seen[at] = true;
        if (is_blank(row[value_column])) continue;
        const auto value = parse_cell(row[value_column], table.header[value_column]);
        if (!value) errors.add(table.lines[r], value.error().code, value.error().params);
        cells[at] = value.value_or(0);
    }
    return cells;
}

}  // namespace

Checked<TimedSeries> read_timed_series(std::string_view text, std::string_view file,
                                       const std::string& column, const Time& time, bool fill) {
    const auto in_order = [&]() -> Checked<TimedSeries> {
        auto columns = read_csv_series(text, file, {column});
        if (!columns) return std::unexpected(std::move(columns.error()));
        return TimedSeries{.values = std::move(columns->begin()->second)};
    };
    const auto table = read_csv_table(text, file);
    if (!table) return std::unexpected(table.error());
    const auto found = std::ranges::find(table->header, column);
    if (found == table->header.end() || table->rows.empty()) return in_order();
    const auto value_column = static_cast<std::size_t>(found - table->header.begin());

    auto times = time_column(*table, value_column);
    const auto first = times ? read_wall_time(table->rows[0][*times]) : std::nullopt;
    if (!first) times.reset();
    if (!times && table->rows.size() != static_cast<std::size_t>(time.periods)) return in_order();
    const Axis axis = times ? axis_of(time, *first) : Axis(time);
    if (axis.texts.empty()) return in_order();

    ErrorList errors(file);
    const Cells cells = placed(*table, value_column, times, axis, errors);
    if (!errors.empty()) return std::unexpected(errors.take());
    const auto gaps = gaps_in(cells);
    const GapNames names{axis, time};
    if (!gaps.empty() && !fill) return std::unexpected(named_gaps(gaps, cells, names));
    return filled(gaps, cells, names);
}

}  // namespace dure::energy
