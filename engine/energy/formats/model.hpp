// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>

#include "engine/energy/network.hpp"

namespace dure::energy {

/// The texts of files by their name, as the caller read them.
using Files = std::map<std::string, std::string, std::less<>>;

/// A network with its series, and where in a file each part stands.
struct Model {
    Network network;
    SeriesValues series;
    std::map<std::string, int, std::less<>>
        lines;  ///< line of each RFC 6901 pointer; empty when the format has none

    /// The line of the pointer or of the nearest part around it; 0 when there is none.
    int line_of(std::string_view pointer) const;
};

}  // namespace dure::energy
