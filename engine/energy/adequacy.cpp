// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/adequacy.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/energy/ensemble.hpp"
#include "engine/energy/indexed.hpp"
#include "engine/energy/vary.hpp"

namespace dure::energy {
namespace {

constexpr std::string_view kElectricity = "electricity";
constexpr double kShed = 1e-3;  ///< MW; less is the solver's dust

const TechnologyResult* find(const Plan& plan, std::string_view kind, std::string_view name) {
    const auto found = std::ranges::find_if(
        plan.technologies, [&](const TechnologyResult& t) { return t.kind == kind && t.name == name; });
    return found == plan.technologies.end() ? nullptr : &*found;
}

class ReserveReader {
  public:
    ReserveReader(const Network& network, const SeriesValues& series, const Plan& plan)
        : network_(network), in_(index(network, series)), plan_(plan) {}

    std::optional<Reserve> read() {
        find_peaks();
        if (reserve_.peak_mw <= 0) return std::nullopt;
        for (std::size_t i = 0; i < in_.generators.size(); ++i) {
            const IndexedGenerator& g = in_.generators[i];
            if (here(g.bus))
                add("generator", network_.generators[i].name, at_peak(g.p_max),
                    network_.generators[i].imported);
        }
        for (std::size_t i = 0; i < in_.links.size(); ++i) {
            const IndexedLink& l = in_.links[i];
            if (here(l.bus0)) continue;
            for (const IndexedOutput& o : l.outputs)
                if (here(o.bus)) add("link", network_.links[i].name, at_peak(l.p_max, o.ratio), false);
        }
        for (std::size_t i = 0; i < in_.stores.size(); ++i)
            if (here(in_.stores[i].bus)) add_store(network_.stores[i]);
        reserve_.margin = reserve_.firm_mw / reserve_.peak_mw - 1;
        return std::move(reserve_);
    }

  private:
    bool here(int bus) const { return in_.same_energy(bus, kElectricity); }

    void find_peaks() {
        std::vector<double> left(static_cast<std::size_t>(in_.periods));
        for (int b = 0; b < static_cast<int>(network_.buses.size()); ++b)
            for (int t = 0; here(b) && t < in_.periods; ++t)
                left[static_cast<std::size_t>(t)] += in_.demand_at(b, t);
        if (!left.empty()) reserve_.peak_mw = std::ranges::max(left);
        for (std::size_t i = 0; i < in_.generators.size(); ++i) {
            const IndexedGenerator& g = in_.generators[i];
            if (!here(g.bus) || !g.p_max.is_series() || network_.generators[i].imported) continue;
            const TechnologyResult* t = find(plan_, "generator", network_.generators[i].name);
            for (int p = 0; t && p < in_.periods; ++p)
                left[static_cast<std::size_t>(p)] -= t->capacity_mw * g.p_max[p];
        }
        peaks_.resize(left.size());
        std::iota(peaks_.begin(), peaks_.end(), 0);
        std::ranges::stable_sort(peaks_, [&](int a, int b) {
            return left[static_cast<std::size_t>(a)] > left[static_cast<std::size_t>(b)];
        });
        peaks_.resize(std::min<std::size_t>(peaks_.size(), kPeakHours));
    }

    double at_peak(const View& share, const View& ratio = 1) const {
        double sum = 0;
        for (const int t : peaks_) sum += share[t] * ratio[t];
        return sum / static_cast<double>(peaks_.size());
    }

    void add(const char* kind, const std::string& name, double credit, bool imported) {
        const TechnologyResult* t = find(plan_, kind, name);
        if (!t || t->capacity_mw <= kShed) return;
        const double firm = credit * t->capacity_mw;
        reserve_.firm.push_back({kind, name, t->capacity_mw, credit, firm});
        reserve_.firm_mw += firm;
        if (!imported) reserve_.own_firm_mw += firm;
    }

    void add_store(const Store& store) {
        const TechnologyResult* t = find(plan_, "store", store.name);
        if (!t) return;
        const double energy = t->energy_capacity_mwh.value_or(0) * store.efficiency_dispatch / kFirmHours;
        const double power = store.p_nom ? t->capacity_mw : energy;
        if (power > kShed) {
            const double credit = std::min(1.0, energy / power);
            reserve_.firm.push_back({"store", store.name, power, credit, credit * power});
            reserve_.firm_mw += credit * power;
            reserve_.own_firm_mw += credit * power;
        }
    }

    const Network& network_;
    const Indexed in_;
    const Plan& plan_;
    std::vector<int> peaks_;
    Reserve reserve_;
};

YearOfWeather operate(const Network& design, const SeriesValues& series, const std::string& year,
                      const lp::Options& options) {
    YearOfWeather result{.year = year};
    const auto varied = vary(design, series, std::vector{Variation{VariationKind::weather_year, year, 0}});
    if (!varied) return result;
    const auto operated = plan(varied->network, varied->series, options);
    if (!operated) return result;
    result.status = operated->status;
    if (operated->status != lp::Status::optimal) return result;
    result.total_cost = operated->total_cost;
    result.shed_mwh = operated->shed_mwh;
    if (operated->demand_mwh > 0) result.shed_share = operated->shed_mwh / operated->demand_mwh;
    std::vector<double> shed;
    for (const SeriesResult& s : operated->series) {
        if (s.kind != "shedding") continue;
        shed.resize(s.value.size());
        for (std::size_t t = 0; t < shed.size(); ++t) shed[t] += s.value[t];
    }
    const Indexed in = index(varied->network, varied->series);
    for (std::size_t t = 0; t < shed.size(); ++t) {
        result.largest_mw = std::max(result.largest_mw, shed[t]);
        if (shed[t] > kShed) result.shed_hours += in.generation_hours[t];
    }
    return result;
}

}  // namespace

std::optional<Reserve> reserve_of(const Network& network, const SeriesValues& series, const Plan& plan) {
    return ReserveReader(network, series, plan).read();
}

std::vector<YearOfWeather> other_years(const Network& network, const SeriesValues& series, const Plan& plan,
                                       const lp::Options& options) {
    auto years = weather_years(network);
    if (years.empty()) return {};
    years.insert(years.begin(), "");
    Network design = with_design(network, plan);
    for (Limit& limit : design.limits) limit.active = false;
    for (Bus& bus : design.buses)
        if (!bus.value_of_lost_load) bus.value_of_lost_load = kEmergency;
    lp::Options quietly = options;
    quietly.progress = nullptr;
    quietly.start = nullptr;
    quietly.keep_start = false;
    std::vector<YearOfWeather> result;
    for (const std::string& year : years) {
        if (options.stop.stop_requested()) return {};
        result.push_back(operate(design, series, year, quietly));
    }
    return result;
}

}  // namespace dure::energy
