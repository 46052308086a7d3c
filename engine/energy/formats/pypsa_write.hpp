// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/energy/formats/model.hpp"
#include "engine/energy/plan.hpp"

namespace dure::energy {

/// A network that passes check() as a PyPSA CSV folder whose linear optimisation is the same program: PyPSA's
/// `n.objective` is Plan::total_cost − Plan::existing_capital_cost. What PyPSA has no word for is written
/// with the words it has:
///  - what may be shed: a generator "NAME shedding" at the value of lost load;
///  - a generator with coproducts: a generator at a bus of its own and a link to the buses it feeds;
///  - a store without max_hours: a store at a bus of its own and links in and out with the efficiencies; a
///    power that is chosen is a link both ways (more can then be wasted at once, where wasting pays);
///  - limits: global constraints of type primary_energy. Shares of demand have attributes of their own
///    ("limit_NAME") at carriers; what links emit or take is counted by a generator "NAME account".
/// With an optimal plan, also the chosen capacities, flows, levels and prices. Errors: pypsa.cannot_write
/// {component, what} for an active investment budget, CO2 or counted ratios that vary by the hour, inflow or
/// levels set in a store without max_hours.
Checked<Files> write_pypsa_folder(const Network& network, const SeriesValues& series,
                                  const Plan* plan = nullptr);

}  // namespace dure::energy
