// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/together/comment.hpp"
#include "server/together/office.hpp"

/// Who may be told of a record.
namespace dure::together {

/// What a record's comments are to somebody else, now. Sight::none for whoever has no active account.
Sight sight_of(db::Connection& c, const Office& office, const std::string& account, const std::string& kind,
               const std::string& id);

/// Whom the reader may mention in a comment on the record, whose names hold `part`, by name: people of the
/// institute that may read it; in a shared comment those outside who take part too. To those outside only who
/// took part in the shared comments is named.
std::vector<Person> mentionable(Reader& reader, const Office& office, const std::string& kind,
                                const std::string& id, bool shared, const std::string& part);

/// Who may have a task: of the institute, and where it is on a record, those that may read it.
std::vector<Person> assignable(Reader& reader, const Office& office, const std::optional<std::string>& kind,
                               const std::optional<std::string>& id, const std::string& part);
bool is_assignable(db::Connection& c, const Office& office, const std::string& account,
                   const std::optional<std::string>& kind, const std::optional<std::string>& id);

/// Who stands in for the account now.
std::vector<std::string> deputies_of(db::Connection& c, const std::string& account, Instant now);

}  // namespace dure::together
