// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "server/backup/rotation.hpp"
#include "server/backup/shelf.hpp"
#include "server/jobs/queue.hpp"

/// Backups of the database and the files together: made while both are in use, kept by a rotation, brought
/// back for trial and compared.
namespace dure::backup {

/// What this folder works with.
struct Office {
    db::Database& database;
    std::string url;  ///< of that database
    Clock clock;
    jobs::Queue& queue;
    std::shared_ptr<const files::Folder> files;
    std::filesystem::path folder;  ///< where backups stand while no setting says another place
    std::string version;           ///< of the program

    Source source() const { return {database, *files, version, clock}; }
};

struct Plan {
    std::int64_t hour = 3;  ///< of the installation's clock; -1: none by itself
    Rotation rotation;
    std::filesystem::path folder;
};
/// `usual`: where backups stand while no setting says another place.
Plan read_plan(db::Connection& c, const std::filesystem::path& usual);
Shelf shelf_of(const Office& office);

/// How far the installation's clock is ahead of UTC at an instant.
Instant clock_offset(Instant at);
/// When the next one is made by itself.
std::optional<Instant> next_by_itself(const Plan& plan, Instant now);

/// Removes what the rotation does not keep; how many backups.
std::int64_t rotate(const Office& office);

/// For the page of health: the newest backup, and what its trial said.
struct Standing {
    std::optional<Instant> made;
    std::optional<bool> good;  ///< none: not tried yet
};
Standing standing_of(const Shelf& shelf);

}  // namespace dure::backup
