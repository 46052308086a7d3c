// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"

namespace dure::desks::energy {

/// A record that is kept whole: what people wrote is JSON, checked when it came in.
struct Kept {
    std::string id, name;
    std::string search;   ///< its texts folded
    std::string content;  ///< JSON of the kind's content
    std::string owner, owner_name;
    bool fictitious = false;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

void insert_kept(db::Connection& c, std::string_view table, const Kept& one);
std::optional<Kept> find_kept(db::Connection& c, std::string_view table, const std::string& id);
/// By name. A region has hundreds of measures, not more: they are read whole, since how a measure stands
/// follows from the day on which it is asked.
std::vector<Kept> all_kept(db::Connection& c, std::string_view table, bool deleted = false);
/// Writes name, search, content and updated and counts the version up; false when it has moved on.
bool update_kept(db::Connection& c, std::string_view table, const Kept& one);
bool set_kept_deleted(db::Connection& c, std::string_view table, const Kept& one,
                      std::optional<Instant> deleted);

}  // namespace dure::desks::energy
