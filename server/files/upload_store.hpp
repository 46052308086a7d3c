// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/files/records.hpp"

namespace dure::files {

void insert_upload(db::Connection& c, const Upload& one);
std::optional<Upload> find_upload(db::Connection& c, const std::string& id);
/// One's own for a record, those that are not attached; oldest first.
std::vector<Upload> list_uploads(db::Connection& c, const std::string& owner, const Subject& subject);
/// Writes what changes on the way: received, state, hash, type, attachment, error, updated, expires.
void update_upload(db::Connection& c, const Upload& one);
void delete_upload(db::Connection& c, const std::string& id);
int count_open_uploads(db::Connection& c, const std::string& owner);
std::vector<std::string> expired_uploads(db::Connection& c, Instant now);
/// Contents that an upload has arrived as and that no attachment has yet.
std::vector<std::string> arriving_contents(db::Connection& c);

}  // namespace dure::files
