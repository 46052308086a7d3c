// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <system_error>

#include "engine/base/utc_text.hpp"
#include "server/backup/copy.hpp"
#include "server/backup/shelf.hpp"
#include "server/files/store.hpp"
#include "server/upkeep/health.hpp"

namespace dure::backup {
namespace {

namespace fs = std::filesystem;

std::string name_at(Instant now, const Shelf& shelf) {
    const auto second = static_cast<std::time_t>(now / kSecond);
    std::tm utc{};
    gmtime_r(&second, &utc);
    const std::string name = fmt::format("dure-{:04}{:02}{:02}-{:02}{:02}{:02}", utc.tm_year + 1900,
                                         utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
    for (int i = 1;; ++i) {
        std::string tried = i == 1 ? name : fmt::format("{}-{}", name, i);
        if (!fs::exists(shelf.root() / tried)) return tried;
    }
}

/// The files of the state that the copy of the database is.
std::vector<FileMark> files_in(const fs::path& database) {
    const auto copy = db::Database::open({.url = "sqlite://" + database.string(), .readers = 1});
    std::vector<FileMark> found;
    for (const files::Content& one : copy->read([](db::Connection& c) { return files::list_contents(c); }))
        found.push_back({one.hash, one.size});
    return found;
}

Expected<void> copy_files(const Source& source, const Shelf& shelf, const Manifest& manifest,
                          const Step& step) {
    const auto all = static_cast<double>(std::max<std::int64_t>(1, manifest.file_bytes()));
    std::int64_t done = 0;
    for (const FileMark& file : manifest.files) {
        const fs::path to = shelf.file_of(file.hash);
        if (!fs::exists(to)) {
            if (!source.files.has_content(file.hash))
                return fail("backup.file_missing", {{"hash", file.hash}});
            const bool whole = copy_file(source.files.content(file.hash), to, file.hash, [&] {
                step({.fraction = 0.5 + 0.48 * static_cast<double>(done) / all, .stage = "backup.files"});
            });
            if (!whole) return fail("backup.file_spoilt", {{"hash", file.hash}});
        }
        done += file.size;
    }
    return {};
}

Expected<Manifest> write(const Source& source, const Shelf& shelf, const Step& step) {
    const Instant now = source.clock();
    Manifest manifest{.name = name_at(now, shelf),
                      .made = utc_text(now),
                      .version = source.version,
                      .engine = std::string(source.database.engine()),
                      .migration = db::built_in_migrations().back().number};
    const fs::path making = shelf.root() / (".making-" + manifest.name), database = making / "dure.db";
    fs::create_directories(making);
    const auto kept = source.files.keep_contents();  // from before the snapshot on: nothing in it goes
    Marker marker;
    double fraction = 0;
    const auto saved = db::backup(
        source.database, database,
        [&](const std::string&, std::int64_t) { fraction = std::min(0.5, fraction + 0.01); },
        [&](const db::Table& table, std::span<const std::vector<db::Value>> rows) {
            step({.fraction = fraction, .stage = "backup.database"});
            marker.see(table, rows);
        });
    if (!saved) return std::unexpected(saved.error());
    manifest.tables = marker.marks();
    manifest.database_bytes = static_cast<std::int64_t>(fs::file_size(database));
    manifest.files = files_in(database);
    if (const auto copied = copy_files(source, shelf, manifest, step); !copied)
        return std::unexpected(copied.error());
    step({.fraction = 0.99, .stage = "backup.files"});
    std::ofstream(making / "manifest.json", std::ios::binary) << encode(manifest);
    files::sync_path(making / "manifest.json");
    files::sync_path(making);
    fs::rename(making, shelf.root() / manifest.name);
    files::sync_path(shelf.root());
    source.database.write(
        [&](db::Connection& c) { upkeep::note_backup(c, manifest.rows(), source.clock()); });
    return manifest;
}

}  // namespace

Expected<Manifest> create(const Source& source, const Shelf& shelf, const Step& step) {
    const std::string folder = shelf.root().string();
    try {
        fs::create_directories(shelf.root() / "files");
        const auto lock = shelf.lock();
        if (!lock) return fail("backup.busy");
        shelf.tidy();
        return write(source, shelf, step);
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::no_space_on_device)
            return fail("backup.disk_full", {{"folder", folder}});
        return fail("backup.no_folder", {{"folder", folder}, {"reason", error.what()}});
    }
}

}  // namespace dure::backup
