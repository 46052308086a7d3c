// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/guard.hpp"
#include "server/desks/network/desk.hpp"
#include "server/desks/network/member_search.hpp"

/// Searches that a person keeps, and what is new in them since they looked.
namespace dure::desks::network {

struct SavedSearch {
    std::string id, account, name;
    MemberQuery query;
    bool notify = false;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
};

void insert_search(db::Connection& c, const SavedSearch& one);
/// Of this account.
std::optional<SavedSearch> find_search(db::Connection& c, const std::string& account, const std::string& id);
std::vector<SavedSearch> list_searches(db::Connection& c, const std::string& account);
void remove_search(db::Connection& c, const std::string& id);

/// Those of `found` that the search had not found when it was last marked as seen.
std::vector<std::string> unseen(db::Connection& c, const std::string& search,
                                const std::vector<std::string>& found);
void mark_seen(db::Connection& c, const std::string& search, const std::vector<std::string>& found,
               Instant now);

std::vector<auth::Operation> saved_search_operations(const Desk& desk, std::shared_ptr<MemberIndex> members);

}  // namespace dure::desks::network
