// SPDX-License-Identifier: Apache-2.0
#include "server/backup/views.hpp"

#include <algorithm>

#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"

namespace dure::backup {

BOOST_DESCRIBE_ENUM(KeptAs, newest, day, week, month)

namespace {

struct ErrorView {
    std::string code;
    Params params;
};
BOOST_DESCRIBE_STRUCT(ErrorView, (), (code, params))

struct VerdictView {
    std::string at, engine;
    bool good = false;
    std::int64_t rows = 0, files = 0;
    double seconds = 0;
    std::vector<ErrorView> errors;
};
BOOST_DESCRIBE_STRUCT(VerdictView, (), (at, engine, good, rows, files, seconds, errors))

struct BackupView {
    std::string name, made, version, engine;
    std::int64_t rows = 0, files = 0, database_bytes = 0, file_bytes = 0;
    std::vector<KeptAs> kept_as;
    std::optional<VerdictView> verdict;
};
BOOST_DESCRIBE_STRUCT(BackupView, (),
                      (name, made, version, engine, rows, files, database_bytes, file_bytes, kept_as,
                       verdict))

struct ListView {
    std::vector<BackupView> items;
    std::string folder;
    std::optional<std::string> next, job;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (items, folder, next, job))

struct BegunView {
    std::string job;
};
BOOST_DESCRIBE_STRUCT(BegunView, (), (job))

VerdictView view_of(const Verdict& verdict) {
    VerdictView view{verdict.at, verdict.engine, verdict.good, verdict.rows, verdict.files, verdict.seconds,
                     {}};
    for (const Error& error : verdict.errors) view.errors.push_back({error.code, error.params});
    return view;
}

}  // namespace

std::string encode(const std::vector<Kept>& backups, const Plan& plan, Instant now,
                   const std::optional<std::string>& job) {
    std::vector<Dated> dated;
    for (const Kept& one : backups)
        dated.push_back({one.manifest.name, instant_from(one.manifest.made).value_or(0)});
    const auto keeping = keeping_of(dated, plan.rotation, clock_offset(now));
    ListView list{.items = {},
                  .folder = std::filesystem::absolute(plan.folder).string(),
                  .next = utc_text(next_by_itself(plan, now)),
                  .job = job};
    for (const Kept& one : backups) {
        const Manifest& manifest = one.manifest;
        BackupView view{.name = manifest.name,
                        .made = manifest.made,
                        .version = manifest.version,
                        .engine = manifest.engine,
                        .rows = manifest.rows(),
                        .files = static_cast<std::int64_t>(manifest.files.size()),
                        .database_bytes = manifest.database_bytes,
                        .file_bytes = manifest.file_bytes(),
                        .kept_as = std::ranges::find(keeping, manifest.name, &Keeping::name)->as,
                        .verdict = std::nullopt};
        if (one.verdict) view.verdict = view_of(*one.verdict);
        list.items.push_back(std::move(view));
    }
    return codec::encode(list);
}

std::string encode_begun(const std::string& job) {
    return codec::encode(BegunView{job});
}

}  // namespace dure::backup
