// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/flows.hpp"
#include "server/desks/energy/labels.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/utc_text.hpp"
#include "server/desks/energy/period_clock.hpp"

namespace dure::desks::energy {
namespace {

using dure::energy::Network;

/// A watt and a millionth of a price are finer than any model; the rest of the digits would only be sent.
double rounded(double value) {
    const double result = std::round(value * 1e6) / 1e6;
    return result == 0 ? 0 : result;
}

std::string carrier_in(const auto& items, const std::string& name) {
    for (const auto& item : items)
        if (item.name == name) return item.carrier;
    return {};
}

std::string carrier_of(const dure::energy::SeriesResult& series, const Network& network) {
    if (series.kind == "generator") return carrier_in(network.generators, series.component);
    if (series.kind == "link") return carrier_in(network.links, series.component);
    if (series.kind.starts_with("store")) return carrier_in(network.stores, series.component);
    return carrier_in(network.buses, series.bus);
}

std::vector<double> means(const std::vector<double>& values, const Window& window) {
    std::vector<double> result;
    result.reserve(static_cast<std::size_t>((window.to - window.from) / window.step + 1));
    for (std::int64_t from = window.from; from < window.to; from += window.step) {
        const std::int64_t to = std::min(from + window.step, window.to);
        double sum = 0;
        for (std::int64_t i = from; i < to; ++i) sum += values.at(static_cast<std::size_t>(i));
        result.push_back(rounded(sum / static_cast<double>(to - from)));
    }
    return result;
}

bool is_renewable(const RunSeries& series, const Network& network) {
    if (series.kind != "generator" && series.kind != "link") return false;
    return std::ranges::any_of(network.carriers, [&](const auto& carrier) {
        return carrier.renewable && carrier.name == series.carrier;
    });
}

void add(std::vector<double>& sum, const std::vector<double>& values, double factor) {
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += factor * values.at(i);
}

std::vector<double> sorted_at(std::vector<double> values, const std::vector<std::size_t>& places) {
    std::ranges::sort(values, std::ranges::greater());
    std::vector<double> result;
    for (const std::size_t place : places) result.push_back(rounded(values.at(place)));
    return result;
}

/// At most `points` of 0…count−1, evenly, with the first and the last.
std::vector<std::size_t> thinned(std::size_t count, std::size_t points) {
    std::vector<std::size_t> places;
    const std::size_t kept = std::min(count, points);
    for (std::size_t i = 0; i < kept; ++i) places.push_back(kept == 1 ? 0 : i * (count - 1) / (kept - 1));
    return places;
}

}  // namespace

std::vector<RunSeries> flows_of(const dure::energy::Plan& plan, const Network& network) {
    std::vector<RunSeries> flows;
    for (const auto& series : plan.series)
        flows.push_back({.kind = series.kind,
                         .component = series.component,
                         .bus = series.bus,
                         .carrier = carrier_of(series, network),
                         .unit = series.unit,
                         .values = series.value});
    for (const auto& bus : plan.buses)
        flows.push_back({.kind = "price",
                         .component = bus.name,
                         .bus = bus.name,
                         .carrier = carrier_in(network.buses, bus.name),
                         .unit = network.currency + "/MWh",
                         .values = bus.price});
    return flows;
}

Dispatch dispatch_of(const std::string& bus, const std::vector<RunSeries>& at_bus, const Network& network,
                     const Window& window) {
    Dispatch view{.bus = bus,
                  .from = window.from,
                  .to = window.to,
                  .step = window.step,
                  .start = utc_text(PeriodClock(network.time).start_of(window.from)),
                  .time_zone = network.time.time_zone,
                  .hours_per_period = network.time.hours_per_period};
    for (const RunSeries& series : at_bus) {
        if (series.kind == "price") {
            view.price = means(series.values, window);
            continue;
        }
        DispatchSeries shown{.kind = series.kind,
                             .component = series.component,
                             .carrier = series.carrier,
                             .unit = series.unit,
                             .values = means(series.values, window)};
        label(network, shown.kind, shown.component, shown);
        view.series.push_back(std::move(shown));
    }
    return view;
}

Duration duration_of(const std::string& bus, const std::vector<RunSeries>& at_bus, const Network& network,
                     std::size_t points) {
    const auto count = static_cast<std::size_t>(network.time.periods);
    std::vector<double> load(count), renewable(count), price(count);
    for (const RunSeries& series : at_bus) {
        if (series.kind == "load") add(load, series.values, -1);
        if (is_renewable(series, network)) add(renewable, series.values, 1);
        if (series.kind == "price") price = series.values;
    }
    std::vector<double> residual = load;
    add(residual, renewable, -1);
    const auto places = thinned(count, points);
    Duration view{.bus = bus,
                  .load_mw = sorted_at(std::move(load), places),
                  .residual_load_mw = sorted_at(std::move(residual), places),
                  .price = sorted_at(std::move(price), places)};
    for (const std::size_t place : places)
        view.hours.push_back(static_cast<double>(place) * network.time.hours_per_period);
    return view;
}

}  // namespace dure::desks::energy
