// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/progress.hpp"
#include "engine/base/time.hpp"
#include "server/backup/manifest.hpp"
#include "server/files/folder.hpp"

/// Where backups stand: <name>/dure.db with <name>/manifest.json, and files/ab/abcd… that all of them share,
/// each content once. A backup is there whole or not at all.
namespace dure::backup {

/// Thrown through what is under way when `step` says that it shall end.
struct Stopped {};

/// How long work goes on: told how far it is; ends it by throwing Stopped.
using Step = std::function<void(const Progress&)>;

struct Kept {
    Manifest manifest;
    std::optional<Verdict> verdict;
};

class Shelf {
  public:
    explicit Shelf(std::filesystem::path root) : root_(std::move(root)) {}
    const std::filesystem::path& root() const { return root_; }
    std::filesystem::path database_of(const std::string& name) const { return root_ / name / "dure.db"; }
    std::filesystem::path file_of(const std::string& hash) const;

    /// Newest first; what is no whole backup is passed over.
    std::vector<Kept> list() const;
    std::optional<Kept> find(const std::string& name) const;
    void put_verdict(const std::string& name, const Verdict& verdict) const;

    /// Removes a backup and the files that no other has; how many bytes that were.
    std::int64_t remove(const std::string& name) const;
    /// Removes what attempts left that came to no end. Call under `lock`.
    void tidy() const;
    /// Empty while another backup is made.
    files::Lock lock() const;

  private:
    std::int64_t prune_files() const;

    std::filesystem::path root_;
};

struct Source {
    db::Database& database;
    const files::Folder& files;
    std::string version;  ///< of the program
    Clock clock;
};

/// Writes the database and the files of one and the same state, while both are in use. Errors: backup.busy,
/// backup.no_folder {folder, reason}, backup.disk_full {folder}, backup.file_missing {hash}, those of
/// db::backup.
Expected<Manifest> create(const Source& source, const Shelf& shelf, const Step& step);

/// Brings a backup back into a scratch place of the database's own kind and compares it with its marks; the
/// place is gone afterwards. What was found is also kept beside the backup. Errors: backup.unknown {name};
/// what keeps it from being tried: backup.no_scratch {reason}.
/// `url`: of the source's database.
Expected<Verdict> drill(const Source& source, const std::string& url, const Shelf& shelf,
                        const std::string& name, const Step& step);

/// Fills a database and a folder of files from a backup. Files that are there already are left; a spoilt one
/// is not brought back. Errors: backup.unknown {name}, backup.file_spoilt {hash}, those of db::restore.
Expected<std::int64_t> restore(const Shelf& shelf, const std::string& name, db::Database& to,
                               const files::Folder& files, bool replace, const Step& step);

}  // namespace dure::backup
