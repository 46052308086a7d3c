// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/files/office.hpp"
#include "server/files/records.hpp"

/// Who may do what: as the record's desk says. Each refuses as http::refuse does.
namespace dure::files {

/// 404 where the kind is unknown, or the actor may not know of the record.
Access readable(db::Connection& c, const Office& office, const auth::Actor& actor, const Subject& subject);
/// 403 where the actor may only read.
Access changeable(db::Connection& c, const Office& office, const auth::Actor& actor, const Subject& subject);

}  // namespace dure::files
