// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/model.hpp"

namespace dure::energy {

Place Model::place_of(std::string_view pointer) const {
    for (; !pointer.empty(); pointer = pointer.substr(0, pointer.rfind('/'))) {
        if (const auto at = places.find(pointer); at != places.end()) return at->second;
    }
    return {};
}

void add_places(Errors& errors, const Model& model) {
    for (Error& e : errors) {
        if (!e.file.empty() || e.pointer.empty()) continue;
        const Place place = model.place_of(e.pointer);
        e.file = place.file;
        e.line = place.line;
    }
}

}  // namespace dure::energy
