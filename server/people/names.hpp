// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dure::people {

/// What something is called in one language. A list of them has exactly one that is primary.
struct Name {
    std::string language;  ///< BCP 47, e.g. "ko"
    std::string name;
    bool primary = false;

    bool operator==(const Name&) const = default;
};

/// The one that is primary; throws std::logic_error when there is none.
const Name& primary_of(const std::vector<Name>& names);

/// An organisation's name without legal form ((주), 주식회사, Co., Ltd., GmbH …), signs, blanks and case:
/// equal for two spellings of one name. Never empty for a name: one that is nothing but a legal form keeps
/// it.
std::string normal_name(std::string_view name);

}  // namespace dure::people
