// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/files/kinds.hpp"

namespace dure::people {

/// Files of organisations: seen and changed by whoever sees and changes the organisation.
files::Kind attachable_organisations();

}  // namespace dure::people
