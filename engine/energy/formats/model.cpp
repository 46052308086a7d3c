// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/model.hpp"

namespace dure::energy {

int Model::line_of(std::string_view pointer) const {
    for (; !pointer.empty(); pointer = pointer.substr(0, pointer.rfind('/'))) {
        if (const auto at = lines.find(pointer); at != lines.end()) return at->second;
    }
    return 0;
}

}  // namespace dure::energy
