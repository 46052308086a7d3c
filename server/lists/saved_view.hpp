// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"

namespace dure::lists {

/// What a person looks at often: filters, order and columns of a list, as its address has them.
struct SavedView {
    std::string id, account, list, name, query;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

/// False: the person has one of that name for the list.
bool insert_view(db::Connection& c, const SavedView& view);
std::optional<SavedView> find_view(db::Connection& c, const std::string& id);
/// Of one list, or of all, by name.
std::vector<SavedView> list_views(db::Connection& c, const std::string& account,
                                  const std::optional<std::string>& list);
/// Writes query and updated and counts the version up; false when it has moved on.
bool update_view(db::Connection& c, const SavedView& view);
void delete_view(db::Connection& c, const std::string& id);
int count_views(db::Connection& c, const std::string& account);

}  // namespace dure::lists
