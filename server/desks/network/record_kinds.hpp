// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/people/names.hpp"

/// The registers that the desk keeps in one table, and what their records may say.
namespace dure::desks::network {

/// What a body says, checked and tidied.
struct RecordDraft {
    std::string content;  ///< JSON
    std::string sort_key, search;
};

struct RecordKind {
    std::string_view name;                              ///< of the register and of the audit's records
    std::string_view create, replace, remove, restore;  ///< operation ids
    Checked<RecordDraft> (*read)(std::string_view json);
    std::string_view taken;  ///< code of the 409 when another record has the key; empty: keys may be shared
};

/// A figure of the network's growth, or a country that a source names. Codes: growth.no_count,
/// growth.no_country, growth.count_of_named.
extern const RecordKind kGrowthFact;
/// A chapter, heading or subheading of the Harmonised System with the source of its name.
extern const RecordKind kHsCode;
/// A body of the network: steering committee, general assembly.
extern const RecordKind kNetworkBody;

/// The names of a body, of its content.
std::vector<people::Name> names_in(std::string_view content);

}  // namespace dure::desks::network
