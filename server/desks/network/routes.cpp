// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/routes.hpp"

namespace dure::desks::network {

std::vector<auth::Operation> operations(const Desk&) {
    return {};
}

}  // namespace dure::desks::network
