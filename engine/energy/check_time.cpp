// SPDX-License-Identifier: Apache-2.0
#include <date/tz.h>

#include <chrono>
#include <optional>

#include "engine/energy/findings.hpp"

namespace dure::energy {
namespace {

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(from, count)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// "2030-01-01T00:00"
std::optional<date::local_seconds> parse_local(std::string_view text) {
    if (text.size() != 16 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':')
        return std::nullopt;
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const auto hour = digits(text, 11, 2), minute = digits(text, 14, 2);
    if (!year || !month || !day || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    const date::year_month_day ymd{date::year(*year), date::month(static_cast<unsigned>(*month)),
                                   date::day(static_cast<unsigned>(*day))};
    if (!ymd.ok()) return std::nullopt;
    return date::local_days(ymd) + std::chrono::hours(*hour) + std::chrono::minutes(*minute);
}

const date::time_zone* find_zone(const std::string& name) {
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

void check_weights(const Time& time, Findings& findings) {
    const ProfileRule hours{.first_unit = "hours", .second_unit = "per_unit", .minimum = 0};
    findings.profile("/time/objective_weight", time.objective_weight, hours);
    findings.profile("/time/generator_weight", time.generator_weight, hours);
    findings.profile("/time/store_weight", time.store_weight, hours);
}

}  // namespace

void check_time(const Network& network, Findings& findings) {
    const Time& time = network.time;
    if (time.periods < 1) findings.add("/time/periods", "energy.no_periods");
    findings.above_zero("/time/hours_per_period", time.hours_per_period);
    check_weights(time, findings);

    const auto start = parse_local(time.start);
    if (!start) findings.add("/time/start", "energy.bad_start", {{"value", time.start}});
    const date::time_zone* zone = find_zone(time.time_zone);
    if (!zone) findings.add("/time/time_zone", "energy.unknown_time_zone", {{"name", time.time_zone}});
    if (start && zone && zone->get_info(*start).result == date::local_info::nonexistent)
        findings.add("/time/start", "energy.start_skipped",
                     {{"value", time.start}, {"name", time.time_zone}});
}

}  // namespace dure::energy
