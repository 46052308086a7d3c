// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/http/pipeline.hpp"

namespace dure::desks::network {

/// 403 where a policy says no.
inline void require(bool allowed) {
    if (!allowed) http::refuse(403, "auth.forbidden");
}

}  // namespace dure::desks::network
