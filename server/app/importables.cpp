// SPDX-License-Identifier: Apache-2.0
#include "server/app/importables.hpp"

#include "server/people/organisation_import.hpp"

namespace dure::app {

imports::Registry importables(const people::Office& office) {
    return {people::organisation_resource(office)};
}

}  // namespace dure::app
