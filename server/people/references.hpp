// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/base/time.hpp"
#include "server/db/database.hpp"

/// What refers to organisations from outside of this folder. When two records are merged, everything that
/// referred to one must refer to the other, and undoing must take it back; this folder does not know who
/// refers. server/app hands the list over (server/app/references.cpp).
namespace dure::people {

/// All that refers to `from` is to refer to `to`.
struct Redirection {
    std::string from, to;
    Instant at = 0;
};

struct Reference {
    std::string name;  ///< "role_grant": kept with a merge, said to people as people.reference.<name>
    /// How many rows refer to the organisation.
    std::function<std::int64_t(db::Connection&, const std::string& organisation)> count;
    /// Redirects rows and answers their keys, as `take_back` will want them. An error refuses the merge.
    std::function<Expected<std::vector<std::string>>(db::Connection&, const Redirection&)> redirect;
    /// Redirects these rows back: `from` is the kept organisation here, `to` the one that returns. An error
    /// refuses the undoing: people.moved_on {reference} when a row no longer refers to `from`.
    std::function<Expected<void>(db::Connection&, const Redirection&, const std::vector<std::string>& keys)>
        take_back;
};

/// The usual one: a column that holds an organisation's id, in a table with one column as its key.
struct ReferenceColumn {
    std::string name, table;
    std::string column = "organisation", key = "id";
    bool versioned = true;  ///< has version and updated, which a move counts up
    /// The columns that are unique together with `column`; an empty list: `column` is unique by itself.
    std::optional<std::vector<std::string>> unique_with;
    /// Where a row would then be there twice: the code of the error that refuses the merge. Empty: the row
    /// stays with the merged record, out of sight, and is there again when the merge is undone.
    std::string clash;
};
Reference reference_by(const ReferenceColumn& column);

}  // namespace dure::people
