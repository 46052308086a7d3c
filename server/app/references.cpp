// SPDX-License-Identifier: Apache-2.0
#include "server/app/references.hpp"

namespace dure::app {

std::vector<people::Reference> organisation_references() {
    return {people::reference_by({.name = "role_grant", .table = "role_grant"})};
}

}  // namespace dure::app
