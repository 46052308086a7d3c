// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/auth/actor.hpp"
#include "server/people/contact_codec.hpp"
#include "server/people/organisation_codec.hpp"
#include "server/people/person_codec.hpp"

/// What leaves of a record, with the operations that the reader may do on it.
namespace dure::people {

OrganisationView present(const Organisation& one, const auth::Actor& reader);

PersonView present(const Person& one, const auth::Actor& reader);
/// Without actions: all that is kept.
PersonView present_whole(const Person& one);
ContactView present(const Contact& one, const auth::Actor& reader);

}  // namespace dure::people
