// SPDX-License-Identifier: Apache-2.0
#include "server/upkeep/health.hpp"

#include <fmt/format.h>

#include <chrono>
#include <system_error>

namespace dure::upkeep {
namespace {

constexpr std::int64_t kSlowMilliseconds = 200;
constexpr double kFewGigabytes = 2.0, kNoGigabytes = 0.2;
constexpr double kFewShare = 0.05;
constexpr std::int64_t kUnsealedWarning = 10, kUnsealedTrouble = 120;  // seconds; sealing takes less than one
constexpr std::int64_t kQueueWarning = 600, kQueueTrouble = 6 * 3600;  // seconds
constexpr std::int64_t kBackupWarning = 7, kBackupTrouble = 35;        // days
constexpr Instant kDay = 24 * 3600 * kSecond;

constexpr std::string_view kUnsealed = "SELECT count(*), min(at) FROM audit_entry WHERE chain_number IS NULL";
constexpr std::string_view kQueued = "SELECT count(*), min(queued) FROM job WHERE state = 'queued'";
constexpr std::string_view kFailed =
    "SELECT count(*) FROM job WHERE state = 'failed' AND finished IS NOT NULL AND finished > $1";
constexpr std::string_view kBackup = "SELECT max(at) FROM backup_log";
constexpr std::string_view kNoteBackup =
    "INSERT INTO backup_log (at, rows) VALUES ($1, $2) ON CONFLICT (at) DO NOTHING";

HealthState worse_at(std::int64_t value, std::int64_t warning, std::int64_t trouble) {
    if (value >= trouble) return HealthState::trouble;
    return value >= warning ? HealthState::warning : HealthState::good;
}

std::int64_t seconds_since(const std::optional<std::int64_t>& instant, Instant now) {
    return instant ? std::max<std::int64_t>(0, (now - *instant) / kSecond) : 0;
}

HealthCheck check_database(db::Database& database) {
    const auto begun = std::chrono::steady_clock::now();
    database.read([](db::Connection& c) { c.query_one("SELECT 1"); });
    const auto ms =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun)
            .count();
    return {.name = "database",
            .state = worse_at(ms, kSlowMilliseconds, 20 * kSlowMilliseconds),
            .params = {{"engine", database.engine() == "sqlite" ? "SQLite" : "PostgreSQL"},
                       {"milliseconds", std::to_string(ms)}}};
}

HealthCheck check_disk(const std::filesystem::path& folder) {
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (error)
        return {
            .name = "disk_unknown", .state = HealthState::warning, .params = {{"folder", folder.string()}}};
    const double gigabytes = static_cast<double>(space.available) / 1e9;
    const double share = static_cast<double>(space.available) / static_cast<double>(space.capacity);
    const auto state = gigabytes < kNoGigabytes                         ? HealthState::trouble
                       : gigabytes < kFewGigabytes || share < kFewShare ? HealthState::warning
                                                                        : HealthState::good;
    return {.name = "disk",
            .state = state,
            .params = {{"free_gb", fmt::format("{:.1f}", gigabytes)},
                       {"percent", fmt::format("{:.0f}", 100 * share)}}};
}

HealthCheck check_audit(db::Connection& c, Instant now) {
    const auto row = c.query_one(kUnsealed).value();
    const auto seconds = seconds_since(row.optional_integer(1), now);
    return {.name = "audit",
            .state = worse_at(seconds, kUnsealedWarning, kUnsealedTrouble),
            .params = {{"waiting", std::to_string(row.integer(0))}, {"seconds", std::to_string(seconds)}}};
}

HealthCheck check_queue(db::Connection& c, Instant now) {
    const auto row = c.query_one(kQueued).value();
    const auto seconds = seconds_since(row.optional_integer(1), now);
    const auto failed = c.query_one(kFailed, now - kDay)->integer(0);
    return {.name = "queue",
            .state = worse_at(seconds, kQueueWarning, kQueueTrouble),
            .params = {{"queued", std::to_string(row.integer(0))},
                       {"minutes", std::to_string(seconds / 60)},
                       {"failed", std::to_string(failed)}}};
}

HealthCheck check_backup(db::Connection& c, const HealthWish& wish, Instant now) {
    // What `dure db backup` wrote elsewhere counts, too, but cannot be looked at.
    const auto noted = c.query_one(kBackup)->optional_integer(0);
    const auto last = wish.backup_made ? std::max(wish.backup_made, noted) : noted;
    if (wish.backup_good == false) return {.name = "backup_failed", .state = HealthState::trouble};
    if (!last) return {.name = "backup_none", .state = HealthState::warning};
    const auto days = seconds_since(last, now) / (24 * 3600);
    if (wish.backup_good && days < kBackupWarning)
        return {.name = "backup_tried", .params = {{"days", std::to_string(days)}}};
    if (wish.backup_made && !wish.backup_good && days < kBackupWarning)
        return {.name = "backup_untried",
                .state = HealthState::warning,
                .params = {{"days", std::to_string(days)}}};
    return {.name = "backup",
            .state = worse_at(days, kBackupWarning, kBackupTrouble),
            .params = {{"days", std::to_string(days)}}};
}

}  // namespace

std::vector<HealthCheck> check_health(db::Database& database, const HealthWish& wish, const Clock& clock) {
    const Instant now = clock();
    std::vector<HealthCheck> checks{check_database(database), check_disk(wish.folder)};
    database.read([&](db::Connection& c) {
        for (const auto& check : {check_audit(c, now), check_queue(c, now), check_backup(c, wish, now)})
            checks.push_back(check);
    });
    checks.push_back({.name = "secrets",
                      .state = wish.unreadable_secrets > 0 ? HealthState::trouble : HealthState::good,
                      .params = {{"count", std::to_string(wish.unreadable_secrets)}}});
    return checks;
}

void note_backup(db::Connection& c, std::int64_t rows, Instant now) {
    c.execute(kNoteBackup, now, rows);
}

}  // namespace dure::upkeep
