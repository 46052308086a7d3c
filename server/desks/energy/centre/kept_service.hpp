// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/energy/centre/resource.hpp"

/// What is done with records that are kept whole, each with its audit entry in the caller's transaction; 412
/// http.stale when the version is no longer the one given. The caller has asked the policy.
namespace dure::desks::energy {

Kept create_kept(db::Connection& c, const Desk& desk, const Resource& resource, const Written& written,
                 const Who& who, bool fictitious = false);
Kept replace_kept(db::Connection& c, const Desk& desk, const Resource& resource, Kept one,
                  const Written& written, const Who& who);
Kept remove_kept(db::Connection& c, const Desk& desk, const Resource& resource, Kept one, const Who& who);
Kept restore_kept(db::Connection& c, const Desk& desk, const Resource& resource, Kept one, const Who& who);

}  // namespace dure::desks::energy
