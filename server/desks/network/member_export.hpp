// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/desks/network/member_codec.hpp"
#include "server/desks/network/vocabulary.hpp"

namespace dure::desks::network {

/// What everyone may see of all members, by name: the open data.
std::vector<MemberView> open_members(db::Connection& c, const std::string& today, const Vocabulary& words);

/// Schema MemberExport.
std::string to_json(const std::vector<MemberView>& members);
/// A row a member; lists within a cell have semicolons between.
std::string to_csv(const std::vector<MemberView>& members);

}  // namespace dure::desks::network
