// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/files/records.hpp"

/// Attachments and contents in the database.
namespace dure::files {

void insert_attachment(db::Connection& c, const Attachment& one);
/// Put away ones, too.
std::optional<Attachment> find_attachment(db::Connection& c, const std::string& id);
/// Of one record, by name; without those that were put away.
std::vector<Attachment> list_attachments(db::Connection& c, const Subject& subject);
/// Writes name, description, updated and deleted and counts the version up; false when it has moved on.
bool update_attachment(db::Connection& c, const Attachment& one);

/// Knows the content from now on; one that was let go is taken up again.
void put_content(db::Connection& c, const std::string& hash, std::int64_t size, const std::string& type,
                 Instant now);

struct Content {
    std::string hash;
    std::int64_t size = 0;
    std::string type;
    Instant created = 0;
    std::optional<Instant> unreferenced;
    std::int64_t attachments = 0;  ///< that have it, those put away included
};
std::vector<Content> list_contents(db::Connection& c);

/// Bytes in use, what is on its way included.
struct Usage {
    std::int64_t record = 0, person = 0, total = 0;
};
Usage usage_of(db::Connection& c, const std::string& subject_id, const std::string& person);

}  // namespace dure::files
