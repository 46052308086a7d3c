// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "engine/base/id.hpp"
#include "engine/base/time.hpp"
#include "server/db/database.hpp"
#include "server/files/folder.hpp"
#include "server/files/kinds.hpp"

/// Files that belong to records: each content once on the disk, taken in so that it can go on after any
/// break, looked through before it is kept, seen by whoever sees the record.
namespace dure::files {

/// What this folder works with.
struct Office {
    db::Database& database;
    Clock clock;
    IdMaker& ids;
    std::shared_ptr<const Folder> folder;
    const Kinds& kinds;
};

/// Who does something, in which request: for the audit entry.
struct Who {
    const auth::Actor& actor;
    std::string request_id;
};

}  // namespace dure::files
