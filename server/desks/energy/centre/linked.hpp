// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/id.hpp"
#include "server/desks/energy/centre/kept.hpp"

namespace dure::desks::energy {

/// Another record that one names: what it is called now. Those put away are marked, unknown ones left out.
struct LinkedRecord {
    std::string id, name;
    bool fictitious = false, deleted = false;
};
BOOST_DESCRIBE_STRUCT(LinkedRecord, (), (id, name, fictitious, deleted))

inline std::vector<LinkedRecord> linked_records(db::Connection& c, std::string_view table,
                                                const std::vector<std::string>& ids) {
    std::vector<LinkedRecord> found;
    for (const std::string& id : ids)
        if (const auto one = find_kept(c, table, id))
            found.push_back({one->id, one->name, one->fictitious, one->deleted.has_value()});
    return found;
}

/// Files of examples name records by title; over HTTP only ids will do: json.bad_format.
inline void check_ids(const std::vector<std::string>& ids, const std::string& pointer, Errors& errors) {
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (!is_id(ids[i]))
            errors.push_back({.code = "json.bad_format",
                              .params = {{"format", "019302b4-0000-7000-8000-000000000000"}},
                              .pointer = pointer + "/" + std::to_string(i)});
}

}  // namespace dure::desks::energy
