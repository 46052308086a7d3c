// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/db/keyset.hpp"

namespace dure::people {

/// The orders of this folder's lists: by name, and by when something was last changed.
enum class Order { name, name_down, updated, updated_down };

/// Where a list goes on: the keys of the last record that was shown.
struct Place {
    std::string name_key;
    std::int64_t updated = 0;
    std::string id;
};

/// "$1, $2, …" up to `count`.
inline std::string numbered(std::size_t count, std::size_t from = 1) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "$" : ", $") + std::to_string(from + i);
    return text;
}

/// Adds to `sql`, whose table is called t, the keyset condition behind `after` (none: from the start) and the
/// order; its parameters go behind `arguments`.
inline void order_by(Order order, const std::optional<Place>& after, std::string& sql,
                     std::vector<db::Value>& arguments) {
    const bool by_name = order == Order::name || order == Order::name_down;
    const bool down = order == Order::name_down || order == Order::updated_down;
    const db::Keyset keyset{.column = by_name ? "t.name_key" : "t.updated", .id = "t.id", .down = down};
    std::optional<std::pair<db::Value, std::string>> last;
    if (after) last.emplace(by_name ? db::Value(after->name_key) : db::Value(after->updated), after->id);
    db::go_on_behind(keyset, last, sql, arguments);
    sql += db::in_order(keyset);
}

}  // namespace dure::people
