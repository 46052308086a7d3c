// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/energy/network.hpp"

/// The labels, Korean and English, that a network gives its parts; where it gives none a view keeps what it
/// has.
namespace dure::desks::energy {

template <class Items, class View>
void label(const Items& items, std::string_view name, View& view) {
    for (const auto& item : items) {
        if (item.name != name) continue;
        view.label_ko = item.label_ko;
        view.label_en = item.label_en;
    }
}

/// The labels of a part of which the kind is known; none of kinds that have no parts.
template <class View>
void label(const dure::energy::Network& network, std::string_view kind, std::string_view name, View& view) {
    if (kind == "load") label(network.loads, name, view);
    if (kind == "generator") label(network.generators, name, view);
    if (kind == "link") label(network.links, name, view);
    if (kind == "store" || kind == "store_level") label(network.stores, name, view);
    if (kind == "line") label(network.lines, name, view);
}

/// The same, of a part of which the network's list is known.
template <class View>
void label_in_list(const dure::energy::Network& network, std::string_view list, std::string_view name,
                   View& view) {
    if (list == "carriers") label(network.carriers, name, view);
    if (list == "buses") label(network.buses, name, view);
    if (list == "limits") label(network.limits, name, view);
    if (list.ends_with('s')) label(network, list.substr(0, list.size() - 1), name, view);
}

}  // namespace dure::desks::energy
