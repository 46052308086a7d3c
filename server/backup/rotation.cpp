// SPDX-License-Identifier: Apache-2.0
#include "server/backup/rotation.hpp"

#include <algorithm>
#include <ctime>
#include <set>

namespace dure::backup {
namespace {

constexpr Instant kDay = 24 * 3600 * kSecond;

std::int64_t month_of(Instant local) {
    const auto second = static_cast<std::time_t>(local / kSecond);
    std::tm parts{};
    gmtime_r(&second, &parts);
    return parts.tm_year * 12 + parts.tm_mon;
}

}  // namespace

std::vector<Keeping> keeping_of(std::vector<Dated> backups, const Rotation& rotation, Instant offset) {
    std::ranges::sort(backups, std::greater(), &Dated::made);
    std::set<std::int64_t> days, weeks, months;
    std::vector<Keeping> all;
    for (const Dated& one : backups) {
        Keeping keeping{.name = one.name, .as = {}};
        const Instant local = one.made + offset;
        const auto first_of = [&](std::set<std::int64_t>& seen, std::int64_t period, std::int64_t most,
                                  KeptAs as) {
            if (seen.contains(period) || std::ssize(seen) >= most) return;
            seen.insert(period);
            keeping.as.push_back(as);
        };
        if (backups.front().made - one.made < kDay) keeping.as.push_back(KeptAs::newest);
        first_of(days, local / kDay, rotation.daily, KeptAs::day);
        first_of(weeks, (local / kDay + 3) / 7, rotation.weekly, KeptAs::week);  // 1970 began on a Thursday
        first_of(months, month_of(local), rotation.monthly, KeptAs::month);
        all.push_back(std::move(keeping));
    }
    return all;
}

}  // namespace dure::backup
