// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/db/database.hpp"

namespace dure::db {

/// The order of a list that is read page by page: a column, and the id where that is equal.
struct Keyset {
    std::string_view column, id;  ///< as the statement calls them: "t.name_key", "t.id"
    bool down = false;            ///< the largest first
};

/// Adds " AND (column, id) > (…)" behind the record that was shown last (none: from the start); its
/// parameters go behind `arguments`. The statement has a WHERE already.
inline void go_on_behind(const Keyset& keyset, const std::optional<std::pair<Value, std::string>>& last,
                         std::string& sql, std::vector<Value>& arguments) {
    if (!last) return;
    arguments.push_back(last->first);
    const std::string first = std::to_string(arguments.size());
    arguments.emplace_back(last->second);
    sql += " AND (" + std::string(keyset.column) + ", " + std::string(keyset.id) + ") " +
           (keyset.down ? "<" : ">") + " ($" + first + ", $" + std::to_string(arguments.size()) + ")";
}

/// " ORDER BY column, id".
inline std::string in_order(const Keyset& keyset) {
    const std::string way = keyset.down ? " DESC" : "";
    return " ORDER BY " + std::string(keyset.column) + way + ", " + std::string(keyset.id) + way;
}

}  // namespace dure::db
