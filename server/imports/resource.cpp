// SPDX-License-Identifier: Apache-2.0
#include "server/imports/resource.hpp"

#include <algorithm>
#include <stdexcept>

namespace dure::imports {

std::size_t Resource::column(std::string_view key) const {
    const auto found = std::ranges::find(columns, key, &Column::key);
    if (found == columns.end()) throw std::out_of_range("no column " + std::string(key));
    return static_cast<std::size_t>(found - columns.begin());
}

const Resource* find_resource(const Registry& registry, std::string_view key) {
    const auto found = std::ranges::find(registry, key, &Resource::key);
    return found == registry.end() ? nullptr : &*found;
}

}  // namespace dure::imports
