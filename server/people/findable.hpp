// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/finder/kind.hpp"
#include "server/people/office.hpp"

/// What the search box finds of organisations and persons.
namespace dure::people {

finder::Kind findable_organisations();
/// By their names and where they work. Who was shown whom is noted in the log of readings.
finder::Kind findable_persons(Clock clock);

}  // namespace dure::people
