// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "server/desks/network/member_index.hpp"

namespace dure::desks::network {

/// What members are asked for. Schema MemberQuery; saved searches keep it as JSON.
struct MemberQuery {
    std::string q;
    std::array<std::vector<std::string>, kMemberFacetCount> filters;
};

struct MemberPlace {
    double score = 0;
    std::string order, id;
};

/// A page of what the viewer may find, best first; without words all of them by name. Every text, count,
/// order and mark comes of what the viewer may see.
MemberPage search_members(db::Connection& c, MemberIndex& members, const MemberQuery& query,
                          const Viewer& viewer, const std::optional<MemberPlace>& after, std::size_t limit);

/// The ids of the best, for saved searches.
std::vector<std::string> matching_ids(db::Connection& c, MemberIndex& members, const MemberQuery& query,
                                      const Viewer& viewer, std::size_t limit);

/// Names, products and technologies that begin so; technologies only where members have them.
std::vector<search::Suggestion> suggest(db::Connection& c, MemberIndex& members, const std::string& typed,
                                        const Viewer& viewer, std::size_t limit);

}  // namespace dure::desks::network
