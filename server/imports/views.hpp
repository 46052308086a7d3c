// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "server/auth/actor.hpp"
#include "server/imports/records.hpp"

/// What leaves of imports: only these functions decide it.
namespace dure::imports {

/// Schema ImportResourceList: those of the registry that the reader may import.
std::string resource_list(const Registry& registry, const auth::Actor& reader);
/// Schema Import.
std::string present(const Import& one, const auth::Actor& reader);
/// Schema ImportPage; `next` is the cursor of the next page.
std::string page_of(const std::vector<Import>& list, const auth::Actor& reader,
                    const std::optional<std::string>& next);
/// Schema ImportRow.
std::string present(const StoredRow& row, std::int64_t version);
/// Schema ImportRowPage.
std::string page_of(const std::vector<StoredRow>& rows, const std::optional<std::string>& next);

}  // namespace dure::imports
