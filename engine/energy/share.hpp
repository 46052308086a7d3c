// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "engine/energy/indexed.hpp"

namespace dure::energy {

/// The flows that a share of a carrier counts (see LimitKind), each with MWh per MWh of the component's own
/// flow.
struct ShareVisitor {
    std::function<void(std::size_t, const View&)> generator, link;
    std::function<void(std::size_t)> taken;  ///< a link from the carrier to another one
};
void visit_share(const Indexed& network, LimitKind kind, std::string_view carrier,
                 const ShareVisitor& visitor);

/// MWh of the bus's loads over the periods, weighted.
double yearly_demand(const Indexed& network, int bus);

}  // namespace dure::energy
