// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/energy/network.hpp"
#include "engine/energy/parameters.hpp"

namespace dure::energy {

/// The texts of files by their name, as the caller read them.
using Files = std::map<std::string, std::string, std::less<>>;

/// Where a part of a model stands.
struct Place {
    std::string file;
    int line = 0;
};

/// A network with its series, and where in the files each part stands.
struct Model {
    Network network;
    SeriesValues series;
    std::vector<Assumption> assumptions;               ///< of parameters of the network, each at most once
    std::map<std::string, Place, std::less<>> places;  ///< by RFC 6901 pointer

    /// The place of the pointer or of the nearest part around it; nothing when there is none.
    Place place_of(std::string_view pointer) const;
};

/// Gives errors that point into the network (check(), plan()) the file and line of what they point at.
void add_places(Errors& errors, const Model& model);

}  // namespace dure::energy
