// SPDX-License-Identifier: Apache-2.0
#include "server/files/sweep.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <set>

#include "server/files/limits.hpp"
#include "server/files/store.hpp"
#include "server/files/upload_store.hpp"

namespace dure::files {
namespace {

constexpr Instant kDay = 24 * 3600 * kSecond;

constexpr std::string_view kForgetUploads =
    "UPDATE file_upload SET attachment = NULL WHERE attachment IN"
    " (SELECT id FROM attachment WHERE deleted IS NOT NULL AND deleted < $1)";
constexpr std::string_view kForget = "DELETE FROM attachment WHERE deleted IS NOT NULL AND deleted < $1";
constexpr std::string_view kLetGo =
    "UPDATE file_content SET unreferenced = $1 WHERE unreferenced IS NULL AND NOT EXISTS"
    " (SELECT 1 FROM attachment t WHERE t.content = file_content.hash)";
constexpr std::string_view kTakeUp =
    "UPDATE file_content SET unreferenced = NULL WHERE unreferenced IS NOT NULL AND EXISTS"
    " (SELECT 1 FROM attachment t WHERE t.content = file_content.hash)";
constexpr std::string_view kUnreferenced =
    "SELECT hash, size FROM file_content WHERE unreferenced IS NOT NULL AND unreferenced < $1";
constexpr std::string_view kNames = "SELECT name FROM attachment WHERE content = $1 ORDER BY id LIMIT 3";

void sweep_uploads(const Office& office, Instant now, Swept& swept) {
    const auto expired = office.database.read([&](db::Connection& c) { return expired_uploads(c, now); });
    for (const std::string& id : expired) {
        const Lock lock = office.folder->lock_upload(id);
        if (!lock) continue;  // somebody came back to it
        bool open = false;
        office.database.write([&](db::Connection& c) {
            const auto one = find_upload(c, id);
            open = one && one->expires < now && one->state != UploadState::done;
            if (one && one->expires < now) delete_upload(c, id);
        });
        office.folder->remove_upload(id);
        swept.uploads += open ? 1 : 0;
    }
}

void sweep_rows(const Office& office, Instant now, Instant before, Swept& swept) {
    office.database.write([&](db::Connection& c) {
        c.execute(kForgetUploads, before);
        swept.attachments = c.execute(kForget, before);
        c.execute(kTakeUp);
        c.execute(kLetGo, now);
    });
}

void sweep_contents(const Office& office, Instant before, Swept& swept) {
    const Lock lock = office.folder->lock_contents();  // nothing arrives meanwhile
    std::vector<std::string> gone;
    std::int64_t bytes = 0;
    office.database.write([&](db::Connection& c) {
        gone.clear();
        bytes = 0;
        const auto arriving = arriving_contents(c);
        for (const db::Row& row : c.query(kUnreferenced, before)) {
            if (std::ranges::find(arriving, row.text(0)) != arriving.end()) continue;
            c.execute("DELETE FROM file_content WHERE hash = $1", row.text(0));
            gone.push_back(row.text(0));
            bytes += row.integer(1);
        }
    });
    for (const std::string& hash : gone) office.folder->remove_content(hash);
    swept.contents = static_cast<std::int64_t>(gone.size());
    swept.bytes += bytes;
}

/// What a server left that died between the disk and the database.
void sweep_strays(const Office& office, Instant now, Swept& swept) {
    const Lock lock = office.folder->lock_contents();
    const auto known = office.database.read([](db::Connection& c) {
        std::set<std::string> known;
        for (const Content& one : list_contents(c)) known.insert(one.hash);
        for (std::string& hash : arriving_contents(c)) known.insert(std::move(hash));
        for (const db::Row& row : c.query("SELECT id FROM file_upload")) known.insert(row.text(0));
        return known;
    });
    const auto stray = [&](const Folder::Entry& one) {
        return !known.contains(one.name) && one.changed < now - kDay;
    };
    for (const auto& one : office.folder->contents()) {
        if (!stray(one)) continue;
        office.folder->remove_content(one.name);
        ++swept.strays;
        swept.bytes += static_cast<std::int64_t>(one.size);
    }
    for (const auto& one : office.folder->uploads()) {
        if (!stray(one)) continue;
        office.folder->remove_upload(one.name);
        ++swept.strays;
        swept.bytes += static_cast<std::int64_t>(one.size);
    }
}

void log(const Swept& swept) {
    if (swept.uploads + swept.attachments + swept.contents + swept.strays > 0)
        spdlog::info("files_swept uploads={} attachments={} contents={} strays={} bytes={}", swept.uploads,
                     swept.attachments, swept.contents, swept.strays, swept.bytes);
}

}  // namespace

Swept sweep(const Office& office) {
    const Instant now = office.clock();
    const auto grace = office.database.read([](db::Connection& c) { return read_limits(c).grace_days; });
    Swept swept;
    sweep_uploads(office, now, swept);
    sweep_rows(office, now, now - grace * kDay, swept);
    if (const Lock removal = office.folder->lock_removal()) {
        sweep_contents(office, now - grace * kDay, swept);
        sweep_strays(office, now, swept);
    } else {
        swept.backup_runs = true;
    }
    return swept;
}

Sweeper::Sweeper(const Office& office, std::chrono::milliseconds beat)
    : every_("sweeping of files", beat, [office] { log(sweep(office)); }) {}

Errors check_contents(const Office& office, const std::function<bool(std::uint64_t)>& more) {
    const auto contents = office.database.read([](db::Connection& c) { return list_contents(c); });
    Errors errors;
    for (const Content& one : contents) {
        const auto wrong = [&](std::string code, Params params) {
            std::string names;
            for (const db::Row& row :
                 office.database.read([&](db::Connection& c) { return c.query(kNames, one.hash); }))
                names += (names.empty() ? "" : ", ") + row.text(0);
            params.emplace_back("hash", one.hash);
            params.emplace_back("names", names.empty() ? "–" : names);
            errors.push_back({.code = std::move(code), .params = std::move(params)});
        };
        const auto path = office.folder->content(one.hash);
        if (!std::filesystem::exists(path)) {
            wrong("files.missing", {});
            continue;
        }
        if (const auto size = std::filesystem::file_size(path);
            size != static_cast<std::uint64_t>(one.size)) {
            wrong("files.wrong_size", {{"size", std::to_string(one.size)}, {"found", std::to_string(size)}});
            continue;
        }
        const std::string found = hash_file(path, more);
        if (found.empty()) return errors;
        if (found != one.hash) wrong("files.damaged", {{"found", found}});
    }
    return errors;
}

}  // namespace dure::files
