// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/search/highlight.hpp"
#include "server/desks/network/member_codec.hpp"

namespace dure::desks::network {

/// A text cut where its marks begin and end. With `most`, a window of about so many bytes around the first
/// mark, with … where it was cut; no letter is split.
std::vector<Segment> segments_of(const std::string& text, const std::vector<search::Mark>& marks,
                                 std::size_t most = std::string::npos);

}  // namespace dure::desks::network
