// SPDX-License-Identifier: Apache-2.0
#include "server/figures/balance_query.hpp"

#include <algorithm>
#include <iterator>

#include "engine/energy/period.hpp"
#include "engine/energy/units.hpp"
#include "server/figures/figure_store.hpp"

namespace dure::figures {

Expected<BalanceView> read_balance(db::Connection& c, const BalanceWish& wish, const auth::Actor& reader) {
    const auto unit = energy::read_unit(wish.unit), ktoe = energy::read_unit("ktoe");
    if (!unit || unit->dimension != ktoe->dimension)
        return fail("figures.other_dimension", {{"unit", wish.unit}, {"expected", "ktoe"}});
    if (!read_vocabulary(c).region(wish.region))
        return fail("figures.unknown_region", {{"found", wish.region}});
    const int first = static_cast<int>(wish.year) * 12;
    const std::string key = energy::key_of({first, first + 11});
    std::vector<Figure> figures;
    for (const char* indicator : {"energy.final", "energy.supply", "energy.transformation"})
        std::ranges::move(figures_of_period(c, indicator, wish.region, key), std::back_inserter(figures));
    std::vector<std::string> regions;
    for (std::string code = wish.region; !code.empty();) {
        regions.push_back(code);
        const auto dot = code.rfind('.');
        code = dot == std::string::npos ? "" : code.substr(0, dot);
    }
    return balance_view(wish, figures, series_of(c, "factor.emission", regions), reader);
}

}  // namespace dure::figures
