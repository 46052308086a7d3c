// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "server/desks/network/disclosure.hpp"
#include "server/desks/network/member_codec.hpp"
#include "server/desks/network/vocabulary.hpp"

namespace dure::desks::network {

/// What leaves of a member, with the operations that the viewer may do on it. None: not theirs to know of.
std::optional<MemberView> present(const Member& one, const Viewer& viewer, const Vocabulary& words);
/// The same for a reader of the open data.
std::optional<MemberView> present_openly(const Member& one, const std::string& today,
                                         const Vocabulary& words);

}  // namespace dure::desks::network
