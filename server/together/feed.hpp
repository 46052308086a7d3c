// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"

/// The secret address of a person's calendar.
namespace dure::together {

struct Feed {
    std::optional<Instant> last_read;
    Instant created = 0;
};

std::optional<Feed> find_feed(db::Connection& c, const std::string& account);
/// Makes one, in the place of what there was: that address is none any more. Returns its token, told once.
std::string renew_feed(db::Connection& c, const std::string& account, Instant now);
/// False: there was none.
bool revoke_feed(db::Connection& c, const std::string& account);
/// Whose it is.
std::optional<std::string> account_of_feed(db::Connection& c, const std::string& token);
void note_feed_read(db::Connection& c, const std::string& account, Instant now);

}  // namespace dure::together
