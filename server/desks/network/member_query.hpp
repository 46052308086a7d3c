// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "server/desks/network/member_search.hpp"
#include "server/http/pipeline.hpp"

namespace dure::desks::network {

/// `q` and a parameter a facet, values with commas between.
MemberQuery read_member_query(http::Query& query);
std::optional<MemberPlace> read_member_place(http::Query& query);
std::string cursor_of(const MemberPlace& place);

/// As saved searches keep it: {"q":"…","country":["KR"],…}.
std::string encode(const MemberQuery& query);
Checked<MemberQuery> decode_member_query(std::string_view json);

}  // namespace dure::desks::network
