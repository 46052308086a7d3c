// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "server/people/office.hpp"
#include "server/people/person.hpp"

/// All that is kept of one person, for that person (PIPA article 35, GDPR article 15).
namespace dure::people {

/// Schema PersonExport.
std::string export_json(db::Connection& c, const Person& one, Instant now);
/// The same as a page that is read and printed, in "ko" or English.
std::string export_html(std::string_view json, std::string_view language);

}  // namespace dure::people
