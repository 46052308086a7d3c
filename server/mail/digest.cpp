// SPDX-License-Identifier: Apache-2.0
#include "server/mail/digest.hpp"

#include <date/tz.h>

#include <chrono>
#include <string>

#include "server/mail/outbox.hpp"
#include "server/mail/store.hpp"

namespace dure::mail {
namespace {

constexpr std::chrono::hours kHour{8};

std::string lines_of(const std::vector<Stored>& mails, std::string_view public_url) {
    std::string lines;
    for (const Stored& mail : mails) {
        if (!lines.empty()) lines += "\n\n";
        lines += mail.subject;
        if (!mail.path.empty() && !public_url.empty()) lines += "\n" + std::string(public_url) + mail.path;
    }
    return lines;
}

void make_one(db::Connection& c, const HeldGroup& group, Instant now, std::string_view public_url) {
    const auto mails = held_mails(c, group);
    if (mails.empty()) return;
    const auto number =
        queue(c, group.account,
              {.kind = "digest." + group.rhythm,
               .params = {{"count", std::to_string(mails.size())}, {"mails", lines_of(mails, public_url)}},
               .path = "/"},
              now);
    set_digested(c, group, mails.back().number, number, now);
}

}  // namespace

Instant next_digest(Instant from, std::string_view rhythm, std::string_view zone) {
    using namespace std::chrono;
    const auto* place = date::locate_zone(std::string(zone));
    const date::sys_time<microseconds> start{microseconds(from)};
    auto day = date::floor<date::days>(place->to_local(start));
    for (;; day += date::days(1)) {
        if (rhythm == "weekly" && date::weekday(day) != date::Monday) continue;
        const auto at = place->to_sys(day + kHour, date::choose::earliest);
        if (at > start) return duration_cast<microseconds>(at.time_since_epoch()).count();
    }
}

void make_digests(db::Database& database, Instant now, std::string_view zone, std::string_view public_url) {
    for (const HeldGroup& group : database.read([](db::Connection& c) { return held_groups(c); }))
        if (next_digest(group.oldest, group.rhythm, zone) <= now)
            database.write([&](db::Connection& c) { make_one(c, group, now, public_url); });
}

}  // namespace dure::mail
