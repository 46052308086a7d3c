// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <system_error>

#include "engine/base/utc_text.hpp"
#include "server/backup/copy.hpp"
#include "server/backup/scratch.hpp"
#include "server/backup/shelf.hpp"

namespace dure::backup {
namespace {

namespace fs = std::filesystem;

/// The copy of the database as it lies there, against what was noted when it was made.
Errors check_copy(const Shelf& shelf, const Manifest& manifest, const fs::path& scratch, const Step& step) {
    const fs::path file = scratch / "copy.db";
    try {
        fs::copy_file(shelf.database_of(manifest.name), file);
        const auto copy = db::Database::open(
            {.url = "sqlite://" + file.string(), .readers = 1, .timeout = std::chrono::hours(1)});
        const auto found = marks_of(*copy, [&] { step({.fraction = 0.1, .stage = "backup.read"}); });
        return differences(manifest.tables, found, false);
    } catch (const db::Error& error) {
        return {{.code = "backup.database_spoilt", .params = {{"reason", error.what()}}}};
    } catch (const fs::filesystem_error& error) {
        return {{.code = "backup.database_spoilt", .params = {{"reason", error.what()}}}};
    }
}

/// Brought back in full, and read again from there.
Errors check_restored(const Shelf& shelf, const Manifest& manifest, db::Database& to, const Step& step) {
    double fraction = 0.25;
    const auto restored =
        db::restore(shelf.database_of(manifest.name), to, true, [&](const std::string&, std::int64_t) {
            fraction = std::min(0.45, fraction + 0.004);
            step({.fraction = fraction, .stage = "backup.restore"});
        });
    if (!restored) return {restored.error()};
    const auto found = marks_of(to, [&] { step({.fraction = 0.5, .stage = "backup.compare"}); });
    return differences(manifest.tables, found, manifest.migration != db::built_in_migrations().back().number);
}

Errors check_files(const Shelf& shelf, const Manifest& manifest, const fs::path& scratch, const Step& step) {
    const auto all = static_cast<double>(std::max<std::int64_t>(1, manifest.file_bytes()));
    std::int64_t done = 0;
    Errors errors;
    for (const FileMark& file : manifest.files) {
        const fs::path from = shelf.file_of(file.hash), to = scratch / "file";
        const auto tell = [&] {
            step({.fraction = 0.6 + 0.38 * static_cast<double>(done) / all, .stage = "backup.files"});
        };
        tell();
        if (!fs::exists(from))
            errors.push_back({.code = "backup.file_missing", .params = {{"hash", file.hash}}});
        else if (!copy_file(from, to, file.hash, tell))
            errors.push_back({.code = "backup.file_spoilt", .params = {{"hash", file.hash}}});
        fs::remove(to);
        done += file.size;
    }
    return errors;
}

void append(Errors& all, Errors more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

Expected<Verdict> drill(const Source& source, const std::string& url, const Shelf& shelf,
                        const std::string& name, const Step& step) {
    const auto kept = shelf.find(name);
    if (!kept) return fail("backup.unknown", {{"name", name}});
    const Manifest& manifest = kept->manifest;
    const auto begun = std::chrono::steady_clock::now();
    Verdict verdict{.engine = std::string(source.database.engine()),
                    .rows = manifest.rows(),
                    .files = static_cast<std::int64_t>(manifest.files.size())};
    try {
        const auto lock = shelf.lock();
        if (!lock) return fail("backup.busy");
        shelf.tidy();
        Scratch scratch(url, shelf.root());
        verdict.errors = check_copy(shelf, manifest, scratch.folder(), step);
        append(verdict.errors, check_restored(shelf, manifest, scratch.database(), step));
        append(verdict.errors, check_files(shelf, manifest, scratch.folder(), step));
    } catch (const db::Error& error) {
        return fail("backup.no_scratch", {{"reason", error.what()}});
    } catch (const std::system_error& error) {
        return fail("backup.no_scratch", {{"reason", error.what()}});
    }
    verdict.at = utc_text(source.clock());
    verdict.good = verdict.errors.empty();
    verdict.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    shelf.put_verdict(name, verdict);
    return verdict;
}

Expected<std::int64_t> restore(const Shelf& shelf, const std::string& name, db::Database& to,
                               const files::Folder& files, bool replace, const Step& step) {
    const auto kept = shelf.find(name);
    if (!kept) return fail("backup.unknown", {{"name", name}});
    // Files first: a database never refers to what is not there.
    for (const FileMark& file : kept->manifest.files) {
        if (files.has_content(file.hash)) continue;
        const fs::path from = shelf.file_of(file.hash);
        if (!fs::exists(from)) return fail("backup.file_missing", {{"hash", file.hash}});
        if (!copy_file(from, files.content(file.hash), file.hash,
                       [&] { step({.fraction = 0.2, .stage = "backup.files"}); }))
            return fail("backup.file_spoilt", {{"hash", file.hash}});
    }
    const auto restored = db::restore(
        shelf.database_of(name), to, replace,
        [&](const std::string&, std::int64_t) { step({.fraction = 0.6, .stage = "backup.restore"}); });
    if (!restored) return std::unexpected(restored.error());
    return kept->manifest.rows();
}

}  // namespace dure::backup
