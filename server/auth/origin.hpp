// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace dure::auth {

/// From where and in which request something is done.
struct Origin {
    std::string address, request_id;
    std::string agent;  ///< what the browser calls itself, at most 200 bytes
    bool loopback = false;
    std::string credential;  ///< digest of the session that the request carried; empty: none
};

}  // namespace dure::auth
