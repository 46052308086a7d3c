// SPDX-License-Identifier: Apache-2.0
#include "server/backup/work.hpp"

#include <spdlog/spdlog.h>

#include "engine/base/utc_text.hpp"

namespace dure::backup {
namespace {

constexpr Instant kDay = 24 * 3600 * kSecond;

jobs::Outcome failed(Error error) {
    return {.state = jobs::State::failed, .error = std::move(error), .save = {}};
}

/// The one sentence of a job for what the verdict says in many.
Error differs(const Verdict& verdict) {
    return {.code = "backup.differs", .params = {{"count", std::to_string(verdict.errors.size())}}};
}

Step step_of(jobs::JobContext& job) {
    return [&job](const Progress& progress) {
        if (job.stop.stop_requested()) throw Stopped{};
        job.progress(progress);
    };
}

jobs::Outcome make(const Office& office, jobs::JobContext& job) {
    try {
        const auto made = create(office.source(), shelf_of(office), step_of(job));
        if (!made) return failed(made.error());
        rotate(office);
        return {};
    } catch (const Stopped&) {
        return {.state = jobs::State::cancelled, .error = std::nullopt, .save = {}};
    }
}

jobs::Outcome try_out(const Office& office, jobs::JobContext& job) {
    try {
        const auto verdict =
            drill(office.source(), office.url, shelf_of(office), job.job.subject.value_or(""), step_of(job));
        if (!verdict) return failed(verdict.error());
        if (!verdict->good) return failed(differs(*verdict));
        return {};
    } catch (const Stopped&) {
        return {.state = jobs::State::cancelled, .error = std::nullopt, .save = {}};
    }
}

/// A night that the server missed is made up for; a new installation waits for its first one.
bool is_due(const Office& office, Instant begun) {
    const Instant now = office.clock();
    const Plan plan = office.database.read([&](db::Connection& c) { return read_plan(c, office.folder); });
    const auto next = next_by_itself(plan, now);
    if (!next) return false;
    const Standing standing = standing_of(Shelf(plan.folder));
    return standing.made.value_or(begun) < *next - kDay;
}

void nightly(const Office& office, Instant begun) {
    if (!is_due(office, begun)) return;
    const Step on = [](const Progress&) {};
    const Shelf shelf = shelf_of(office);
    const auto made = create(office.source(), shelf, on);
    if (!made) return spdlog::error("backup_failed code={}", made.error().code);
    spdlog::info("backup_made name={} rows={} files={}", made->name, made->rows(), made->files.size());
    const auto verdict = drill(office.source(), office.url, shelf, made->name, on);
    if (!verdict || !verdict->good)
        spdlog::error("backup_not_good name={} code={}", made->name,
                      verdict ? verdict->errors.front().code : verdict.error().code);
    const auto removed = rotate(office);
    if (removed > 0) spdlog::info("backups_rotated removed={}", removed);
}

}  // namespace

std::map<std::string, jobs::Handler> job_handlers(const Office& office) {
    return {{std::string(kCreate), [&office](jobs::JobContext& job) { return make(office, job); }},
            {std::string(kDrill), [&office](jobs::JobContext& job) { return try_out(office, job); }}};
}

Nightly::Nightly(const Office& office, std::chrono::milliseconds beat)
    : every_("nightly backup", beat, [&office, begun = office.clock()] { nightly(office, begun); }) {}

}  // namespace dure::backup
