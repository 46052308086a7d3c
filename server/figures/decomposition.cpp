// SPDX-License-Identifier: Apache-2.0
#include "server/figures/decomposition.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/energy/formats/change_table.hpp"
#include "engine/energy/period.hpp"
#include "engine/energy/units.hpp"
#include "server/figures/figure_described.hpp"

namespace dure::figures {

BOOST_DESCRIBE_STRUCT(DecompositionWish, (), (table, region, from, to, quantity, chained))
BOOST_DESCRIBE_STRUCT(EffectPart, (), (sector, additive))
BOOST_DESCRIBE_STRUCT(EffectView, (), (factor, additive, multiplicative, by_sector))
BOOST_DESCRIBE_STRUCT(MissingFigure, (), (indicator, sector, item, period))
BOOST_DESCRIBE_STRUCT(DecompositionView, (),
                      (status, quantity, unit, activity_unit, chained, periods, sectors, fuels, from, to,
                       start, end, residual, effects, missing, figures))

namespace {

using energy::ChangeFile;
using energy::Quantity;

constexpr std::string_view kEnergyUnit = "ktoe", kActivityUnit = "bnKRW";

bool is_quantity(std::string_view text) {
    return text == "energy" || text == "emissions";
}

Expected<std::size_t> place_of(const std::vector<std::string>& periods,
                               const std::optional<std::string>& wanted, std::size_t otherwise) {
    if (!wanted) return otherwise;
    const auto found = std::ranges::find(periods, *wanted);
    if (found == periods.end()) return fail("change.unknown_period", {{"period", *wanted}});
    return static_cast<std::size_t>(found - periods.begin());
}

Checked<DecompositionView> decompose_file(const DecompositionWish& wish, const ChangeFile& file) {
    const auto& periods = file.table.periods;
    const auto from = place_of(periods, wish.from, 0), to = place_of(periods, wish.to, periods.size() - 1);
    for (const auto* one : {&from, &to})
        if (!*one) return std::unexpected(Errors{one->error()});
    if (wish.chained && *from > *to) return std::unexpected(Errors{{.code = "change.backwards"}});
    const Quantity quantity = wish.quantity == "energy" ? Quantity::energy : Quantity::emissions;
    const auto change = wish.chained ? energy::decompose_chained(file.table, *from, *to, quantity)
                                     : energy::decompose(file.table, *from, *to, quantity);
    if (!change) return std::unexpected(change.error());
    DecompositionView view{.quantity = wish.quantity,
                           .unit = quantity == Quantity::energy ? file.energy_unit : file.emissions_unit,
                           .activity_unit = file.activity_unit,
                           .chained = wish.chained,
                           .periods = periods,
                           .sectors = file.table.sectors,
                           .fuels = file.table.fuels,
                           .from = periods[*from],
                           .to = periods[*to],
                           .start = change->start,
                           .end = change->end,
                           .residual = change->residual,
                           .effects = {},
                           .missing = {},
                           .figures = {}};
    for (const energy::Effect& effect : change->effects) {
        auto& one = view.effects.emplace_back(
            EffectView{std::string(name_of(effect.factor)), effect.additive, effect.multiplicative, {}});
        for (std::size_t i = 0; i < view.sectors.size(); ++i)
            one.by_sector.push_back({view.sectors[i], effect.by_sector[i]});
    }
    return view;
}

/// Kept figures as a complete table, or what it lacks.
class Gathered {
  public:
    explicit Gathered(const std::vector<Figure>& figures) {
        for (const Figure& one : figures) {
            const auto& f = one.content;
            const auto period = energy::read_period(f.period);
            if (f.kind != Kind::actual || !period || !period->is_year() || f.sector.empty()) continue;
            const bool is_energy = f.indicator == "energy.final" && !f.item.empty();
            const bool is_activity = f.indicator == "energy.activity" && f.item.empty();
            if (!is_energy && !is_activity) continue;
            periods_.insert(f.period);
            sectors_.insert(f.sector);
            if (is_energy) fuels_.insert(f.item);
            // Among figures that disagree the first one read stands; the page of the indicator names them.
            known_.emplace(std::tuple(f.indicator, f.sector, f.item, f.period), &one);
        }
    }

    std::vector<std::string> periods(const DecompositionWish& wish) const {
        std::set<std::string> all = periods_;
        for (const auto* one : {&wish.from, &wish.to})
            if (*one) all.insert(**one);
        std::erase_if(all, [&](const std::string& period) {
            return (wish.from && period < std::min(*wish.from, wish.to.value_or(*wish.from))) ||
                   (wish.to && period > std::max(*wish.to, wish.from.value_or(*wish.to)));
        });
        if (!wish.chained && all.size() > 2) return {*all.begin(), *all.rbegin()};
        return {all.begin(), all.end()};
    }

    std::vector<MissingFigure> missing(const std::vector<std::string>& periods) const {
        std::vector<MissingFigure> list;
        if (sectors_.empty() || fuels_.empty() || periods.size() < 2) {
            const std::string years = periods.empty() ? "" : periods.front();
            list.push_back({"energy.final", "", "", years});
            list.push_back({"energy.activity", "", "", years});
            return list;
        }
        for (const std::string& period : periods)
            for (const std::string& sector : sectors_) {
                if (!find("energy.activity", sector, "", period))
                    list.push_back({"energy.activity", sector, "", period});
                for (const std::string& fuel : fuels_)
                    if (!find("energy.final", sector, fuel, period))
                        list.push_back({"energy.final", sector, fuel, period});
            }
        return list;
    }

    ChangeFile table(const std::vector<std::string>& periods, std::vector<const Figure*>& used) const {
        ChangeFile file{.table = {},
                        .activity_unit = std::string(kActivityUnit),
                        .energy_unit = std::string(kEnergyUnit),
                        .emissions_unit = {}};
        file.table.periods = periods;
        file.table.sectors = {sectors_.begin(), sectors_.end()};
        file.table.fuels = {fuels_.begin(), fuels_.end()};
        const auto take = [&](std::string_view indicator, const std::string& sector, const std::string& item,
                              const std::string& period, std::string_view unit) {
            const Figure* one = find(indicator, sector, item, period);
            used.push_back(one);
            return energy::convert(one->content.value, energy::read_unit(one->content.unit).value(),
                                   energy::read_unit(unit).value())
                .value_or(0);
        };
        for (const std::string& period : periods)
            for (const std::string& sector : sectors_) {
                file.table.activity.push_back(take("energy.activity", sector, "", period, kActivityUnit));
                for (const std::string& fuel : fuels_)
                    file.table.energy.push_back(take("energy.final", sector, fuel, period, kEnergyUnit));
            }
        return file;
    }

  private:
    const Figure* find(std::string_view indicator, const std::string& sector, const std::string& item,
                       const std::string& period) const {
        const auto found = known_.find(std::tuple(std::string(indicator), sector, item, period));
        return found == known_.end() ? nullptr : found->second;
    }

    std::set<std::string> periods_, sectors_, fuels_;
    std::map<std::tuple<std::string, std::string, std::string, std::string>, const Figure*> known_;
};

}  // namespace

std::span<const codec::Rule> json_rules(const DecompositionWish*) {
    static const codec::Rule rules[] = {
        codec::optional("table").length(1, 1'000'000), codec::optional("region").length(1, 100),
        codec::optional("from").length(1, 40), codec::optional("to").length(1, 40),
        codec::optional("quantity").format("energy · emissions", is_quantity)};
    return rules;
}

void json_check(const DecompositionWish& wish, codec::Reader& reader) {
    if (wish.table.has_value() == wish.region.has_value()) reader.refuse("change.table_or_region", {}, "");
}

Checked<DecompositionWish> decode_decomposition(std::string_view json) {
    return codec::decode<DecompositionWish>(json);
}
std::string encode(const DecompositionView& view) {
    return codec::encode(view);
}

Checked<DecompositionView> decompose_table(const DecompositionWish& wish) {
    const auto file = energy::read_change_table(wish.table.value_or(""), "table");
    if (!file) return std::unexpected(file.error());
    return decompose_file(wish, *file);
}

Checked<DecompositionView> decompose_figures(const DecompositionWish& wish,
                                             const std::vector<Figure>& figures, const auth::Actor& reader) {
    const Gathered gathered(figures);
    const auto periods = gathered.periods(wish);
    DecompositionView view{.status = "incomplete",
                           .quantity = wish.quantity,
                           .unit = std::string(kEnergyUnit),
                           .activity_unit = std::string(kActivityUnit),
                           .chained = wish.chained,
                           .periods = periods,
                           .sectors = {},
                           .fuels = {},
                           .from = {},
                           .to = {},
                           .start = {},
                           .end = {},
                           .residual = {},
                           .effects = {},
                           .missing = gathered.missing(periods),
                           .figures = {}};
    if (!view.missing.empty()) return view;
    std::vector<const Figure*> used;
    auto made = decompose_file(wish, gathered.table(periods, used));
    if (made)
        for (const Figure* one : used) made->figures.push_back(present(*one, reader));
    return made;
}

}  // namespace dure::figures
