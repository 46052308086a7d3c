// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/search/highlight.hpp"

namespace dure::search {

/// A part of a text, marked where it answers what was asked.
struct Segment {
    std::string text;
    bool marked = false;
};

/// A text cut where its marks begin and end. With `most`, a window of about so many bytes around the first
/// mark, with … where it was cut; no letter is split.
std::vector<Segment> segments_of(const std::string& text, const std::vector<Mark>& marks,
                                 std::size_t most = std::string::npos);

}  // namespace dure::search
