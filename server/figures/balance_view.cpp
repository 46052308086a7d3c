// SPDX-License-Identifier: Apache-2.0
#include "server/figures/balance_view.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "engine/energy/period.hpp"
#include "engine/energy/units.hpp"
#include "server/figures/figure_described.hpp"
#include "server/figures/names.hpp"

namespace dure::figures {

BOOST_DESCRIBE_STRUCT(BalanceCell, (), (flow, sector, item, value, figure, method, others, estimate))
BOOST_DESCRIBE_STRUCT(BalanceGap, (), (kind, sector, item, rest))
BOOST_DESCRIBE_STRUCT(BalanceMismatch, (), (sector, item, stated, summed))
BOOST_DESCRIBE_STRUCT(BalanceDifference, (), (item, value))
BOOST_DESCRIBE_STRUCT(BalanceEmissions, (), (sector, item, value, indirect, factor, estimate))
BOOST_DESCRIBE_STRUCT(BalanceView, (),
                      (region, year, unit, complete, sectors, items, cells, gaps, mismatches,
                       statistical_difference, emissions, without_factor, figures))

namespace {

using energy::Gap;

std::string name_of(Gap::Kind kind) {
    switch (kind) {
        case Gap::Kind::final_total:
            return "final_total";
        case Gap::Kind::final_sectors:
            return "final_sectors";
        case Gap::Kind::final_items:
            return "final_items";
        case Gap::Kind::final_cell:
            return "final_cell";
        case Gap::Kind::supply:
            return "supply";
    }
    std::abort();
}

/// Read before estimated before derived before assumed; then by code, so that the choice does not wander.
bool goes_before(const Figure& a, const Figure& b) {
    const auto rank = [](Method method) {
        switch (method) {
            case Method::read:
                return 0;
            case Method::estimate:
                return 1;
            case Method::derived:
                return 2;
            case Method::assumption:
                return 3;
        }
        std::abort();
    };
    return std::tuple(rank(a.content.method), a.content.code.value_or(""), a.id) <
           std::tuple(rank(b.content.method), b.content.code.value_or(""), b.id);
}

double in_unit(const Figure& one, const energy::Unit& unit) {
    const auto from = energy::read_unit(one.content.unit);
    return from ? energy::convert(one.content.value, *from, unit).value_or(0) : 0;
}

class Maker {
  public:
    Maker(const BalanceWish& wish, const std::vector<Figure>& figures, const std::vector<Figure>& factors,
          const auth::Actor& reader)
        : wish_(wish), unit_(energy::read_unit(wish.unit).value()), factors_(factors), reader_(reader) {
        view_.region = wish.region;
        view_.year = wish.year;
        view_.unit = wish.unit;
        for (const Figure& one : figures) {
            const auto& f = one.content;
            if (f.kind != Kind::actual && f.kind != Kind::baseline) continue;
            cells_[{f.indicator.substr(f.indicator.find('.') + 1), f.sector, f.item}].push_back(&one);
        }
    }

    BalanceView make() {
        add_figures();
        const energy::Balance balance = energy::balance_of(facts_);
        view_.sectors = balance.sectors;
        view_.items = balance.items;
        view_.complete = balance.complete();
        add_totals_that_follow(balance.facts);
        for (const Gap& gap : balance.gaps)
            view_.gaps.push_back({name_of(gap.kind), gap.sector, gap.item, gap.rest});
        for (const auto& one : balance.mismatches)
            view_.mismatches.push_back({one.sector, one.item, one.stated, one.summed});
        for (const auto& [item, value] : balance.statistical_difference)
            view_.statistical_difference.push_back({item, value});
        if (wish_.estimate)
            for (const auto& one : energy::estimate_cells(balance))
                view_.cells.push_back({.flow = "final",
                                       .sector = one.sector,
                                       .item = one.item,
                                       .value = one.value,
                                       .figure = {},
                                       .method = {},
                                       .others = {},
                                       .estimate = true});
        add_emissions();
        for (const auto& [id, one] : named_) view_.figures.push_back(present(*one, reader_));
        return std::move(view_);
    }

  private:
    void add_figures() {
        for (auto& [key, list] : cells_) {
            std::ranges::sort(list, [](const Figure* a, const Figure* b) { return goes_before(*a, *b); });
            const auto& [flow, sector, item] = key;
            BalanceCell cell{.flow = flow,
                             .sector = sector,
                             .item = item,
                             .value = in_unit(*list.front(), unit_),
                             .figure = list.front()->id,
                             .method = figures::name_of(list.front()->content.method),
                             .others = {}};
            for (const Figure* one : list) named_[one->id] = one;
            for (std::size_t i = 1; i < list.size(); ++i) cell.others.push_back(list[i]->id);
            keep(cell);
            view_.cells.push_back(std::move(cell));
        }
    }

    void keep(const BalanceCell& cell) {
        if (cell.flow == "transformation") {
            facts_.transformation[{cell.sector, cell.item}] = cell.value;
        } else if (cell.flow == "supply") {
            if (cell.item.empty())
                facts_.supply_total = cell.value;
            else
                facts_.supply[cell.item] = cell.value;
        } else if (cell.sector.empty() && cell.item.empty()) {
            facts_.final_total = cell.value;
        } else if (cell.item.empty()) {
            facts_.final_by_sector[cell.sector] = cell.value;
        } else if (cell.sector.empty()) {
            facts_.final_by_item[cell.item] = cell.value;
        } else {
            facts_.final_cells[{cell.sector, cell.item}] = cell.value;
        }
    }

    /// Sums that are exact because every part is there.
    void add_totals_that_follow(const energy::BalanceFacts& facts) {
        const auto add = [&](const std::string& sector, const std::string& item, double value) {
            view_.cells.push_back({.flow = "final",
                                   .sector = sector,
                                   .item = item,
                                   .value = value,
                                   .figure = {},
                                   .method = "derived",
                                   .others = {}});
        };
        for (const auto& [sector, value] : facts.final_by_sector)
            if (!facts_.final_by_sector.contains(sector)) add(sector, "", value);
        for (const auto& [item, value] : facts.final_by_item)
            if (!facts_.final_by_item.contains(item)) add("", item, value);
    }

    /// The factor of the year, else the latest before it, else the first after; of the region before the
    /// nation's.
    const Figure* factor_of(const std::string& item) const {
        const Figure* best = nullptr;
        std::tuple<int, int, int> best_rank;
        for (const Figure& one : factors_) {
            const auto& f = one.content;
            if (f.item != item || !f.sector.empty()) continue;
            const auto period = energy::read_period(f.period);
            const bool own = wish_.region == f.region || wish_.region.starts_with(f.region + '.');
            if (!period || !own) continue;
            if (const auto unit = energy::read_unit(f.unit);
                !unit || unit->dimension != per_energy().dimension)
                continue;
            const int year = period->dated() ? period->last / 12 : 0;
            const int distance = static_cast<int>(wish_.year) - year;
            const std::tuple rank(-static_cast<int>(f.region.size()), distance < 0 ? 1 : 0,
                                  std::abs(distance));
            if (best && !(rank < best_rank)) continue;
            best = &one;
            best_rank = rank;
        }
        return best;
    }

    static energy::Unit per_energy() { return energy::read_unit("tCO2e/MWh").value(); }

    void add_emissions() {
        std::set<std::string> without;
        const auto megawatt_hours = energy::read_unit("MWh").value();
        // The whole of an item stands for its cells where they are not known.
        std::set<std::string> with_cells;
        for (const auto& cell : view_.cells)
            if (cell.flow == "final" && !cell.sector.empty() && !cell.item.empty())
                with_cells.insert(cell.item);
        for (const auto& cell : view_.cells) {
            if (cell.flow != "final") continue;
            const bool is_cell = !cell.sector.empty() && (!cell.item.empty() || cell.estimate);
            const bool is_whole_item =
                cell.sector.empty() && !cell.item.empty() && !with_cells.contains(cell.item);
            if (!is_cell && !is_whole_item) continue;
            const Figure* factor = cell.item.empty() ? nullptr : factor_of(cell.item);
            if (!factor) {
                without.insert(cell.item);
                continue;
            }
            named_[factor->id] = factor;
            const double energy = energy::convert(cell.value, unit_, megawatt_hours).value_or(0);
            view_.emissions.push_back({.sector = cell.sector,
                                       .item = cell.item,
                                       .value = energy * in_unit(*factor, per_energy()) / 1000,
                                       .indirect = cell.item == "electricity" || cell.item == "heat",
                                       .factor = factor->id,
                                       .estimate = cell.estimate});
        }
        view_.without_factor.assign(without.begin(), without.end());
    }

    const BalanceWish& wish_;
    const energy::Unit unit_;
    const std::vector<Figure>& factors_;
    const auth::Actor& reader_;
    std::map<std::tuple<std::string, std::string, std::string>, std::vector<const Figure*>> cells_;
    std::map<std::string, const Figure*> named_;
    energy::BalanceFacts facts_;
    BalanceView view_;
};

}  // namespace

BalanceView balance_view(const BalanceWish& wish, const std::vector<Figure>& figures,
                         const std::vector<Figure>& factors, const auth::Actor& reader) {
    return Maker(wish, figures, factors, reader).make();
}

std::string encode(const BalanceView& view) {
    return codec::encode(view);
}

}  // namespace dure::figures
