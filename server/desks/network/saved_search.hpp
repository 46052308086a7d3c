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
/// Writes name, query, notify and updated, and counts the version up. False: it is no longer the one given.
bool update_search(db::Connection& c, const SavedSearch& one);
void remove_search(db::Connection& c, const std::string& id);

/// Of everyone, those that want mails.
std::vector<SavedSearch> searches_to_tell(db::Connection& c);

constexpr std::size_t kLookedAt = 1000;  ///< the best so many of a search count

/// Those of `found` that the search had not found when it was last marked as seen.
std::vector<std::string> unseen(db::Connection& c, const std::string& search,
                                const std::vector<std::string>& found);
/// Those of `found` that were neither seen nor named by a mail.
std::vector<std::string> untold(db::Connection& c, const std::string& search,
                                const std::vector<std::string>& found);
void mark_seen(db::Connection& c, const std::string& search, const std::vector<std::string>& found,
               Instant now);
/// A mail names them. How many of them no mail had named.
std::int64_t mark_told(db::Connection& c, const std::string& search, const std::vector<std::string>& fresh,
                       Instant now);

std::vector<auth::Operation> saved_search_operations(const Desk& desk, std::shared_ptr<MemberIndex> members);

}  // namespace dure::desks::network
