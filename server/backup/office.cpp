// SPDX-License-Identifier: Apache-2.0
#include "server/backup/office.hpp"

#include <ctime>

#include "engine/base/utc_text.hpp"
#include "server/upkeep/settings.hpp"

namespace dure::backup {
namespace {

constexpr Instant kHour = 3600 * kSecond;
constexpr Instant kDay = 24 * kHour;

}  // namespace

Plan read_plan(db::Connection& c, const std::filesystem::path& usual) {
    const upkeep::SettingValues values(c);
    const std::string& chosen = values.text("backup_folder");
    return {.hour = values.whole("backup_hour"),
            .rotation = {.daily = values.whole("backup_daily"),
                         .weekly = values.whole("backup_weekly"),
                         .monthly = values.whole("backup_monthly")},
            .folder = chosen.empty() ? usual : std::filesystem::path(chosen)};
}

Shelf shelf_of(const Office& office) {
    return Shelf(office.database.read([&](db::Connection& c) { return read_plan(c, office.folder).folder; }));
}

Instant clock_offset(Instant at) {
    const auto second = static_cast<std::time_t>(at / kSecond);
    std::tm local{};
    localtime_r(&second, &local);
    return local.tm_gmtoff * kSecond;
}

std::optional<Instant> next_by_itself(const Plan& plan, Instant now) {
    if (plan.hour < 0) return std::nullopt;
    const Instant offset = clock_offset(now), today = (now + offset) / kDay * kDay;
    const Instant at = today + plan.hour * kHour - offset;
    return at > now ? at : at + kDay;
}

std::int64_t rotate(const Office& office) {
    const Plan plan = office.database.read([&](db::Connection& c) { return read_plan(c, office.folder); });
    const Shelf shelf(plan.folder);
    const auto lock = shelf.lock();
    if (!lock) return 0;
    std::vector<Dated> dated;
    for (const Kept& one : shelf.list())
        dated.push_back({one.manifest.name, instant_from(one.manifest.made).value_or(0)});
    std::int64_t removed = 0;
    for (const Keeping& one : keeping_of(dated, plan.rotation, clock_offset(office.clock()))) {
        if (!one.as.empty()) continue;
        shelf.remove(one.name);
        ++removed;
    }
    return removed;
}

Standing standing_of(const Shelf& shelf) {
    const auto all = shelf.list();
    if (all.empty()) return {};
    Standing standing{.made = instant_from(all.front().manifest.made), .good = std::nullopt};
    if (all.front().verdict) standing.good = all.front().verdict->good;
    return standing;
}

}  // namespace dure::backup
