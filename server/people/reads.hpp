// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "server/db/database.hpp"
#include "server/people/office.hpp"

/// Who read whose personal data. Apart from the audit, which is of changes.
namespace dure::people {

struct Read {
    std::int64_t number = 0;
    Instant at = 0;
    std::string account, account_name;
    std::string operation;
    std::optional<std::string> person;       ///< none: a list
    std::optional<std::string> person_name;  ///< as it is now; empty once erased
    std::int64_t count = 1;                  ///< persons shown
    std::string request_id;
};

/// Looking at one person again in the same way within a minute is one reading: a page asks more than once.
void record_read(db::Connection& c, const Who& who, std::string_view operation,
                 const std::optional<std::string>& person, std::int64_t count, Instant now);

struct ReadQuery {
    std::optional<std::string> account, person;
    std::optional<std::int64_t> below;
    int limit = 50;
};
/// Newest first; one more than the limit where there is a next page.
std::vector<Read> list_reads(db::Connection& c, const ReadQuery& query);

}  // namespace dure::people
