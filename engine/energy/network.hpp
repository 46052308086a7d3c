// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace dure::energy {

/// A number for every period, or the name of a series of the network.
using Profile = std::variant<double, std::string>;

/// Where the hours lie. Period p covers [start + p·hours_per_period, …) in UTC; `start` is the local wall
/// time of the first in `time_zone`.
struct Time {
    std::string start = "2030-01-01T00:00";
    std::string time_zone = "Asia/Seoul";
    int periods = 8760;
    double hours_per_period = 1;
    /// How often a period stands for itself in cost and yearly sums, in generation sums, and how many hours
    /// pass in a store (PyPSA's snapshot weightings). Multiplied with hours_per_period.
    Profile objective_weight = 1.0, generator_weight = 1.0, store_weight = 1.0;
};

/// One value a period. The values are kept apart from the description, since they are big.
struct SeriesInfo {
    std::string name;
    std::string unit;    ///< "MW", "per_unit", "currency_per_mwh", "cop", "t_per_mwh", "hours" (of weights)
    std::string origin;  ///< "synthetic", "measured", "reanalysis", "imported"
    std::string method;  ///< how it was made and what it was calibrated to; shown on the page
    std::string source;
};

struct Carrier {
    std::string name;
    double co2_t_per_mwh = 0;  ///< per MWh of fuel burnt (primary energy)
    bool renewable = false;
    std::string label_ko, label_en;
};

struct Bus {
    std::string name;
    std::string carrier;                       ///< "electricity", "heat", "gas", …
    std::optional<double> value_of_lost_load;  ///< currency/MWh; none: the bus may not shed
    std::string label_ko, label_en;
};

struct Load {
    std::string name;
    std::string bus;
    Profile p_mw = 0.0;
    /// When given, p_mw is a shape that is scaled to this yearly sum.
    std::optional<double> annual_mwh;
    double growth = 1;  ///< factor on all of it
    std::string label_ko, label_en, source;
};

/// Yearly cost of a unit of capacity (per MW; of a store's energy per MWh), in the network's currency. Either
/// `annual` is given, or `investment` with a lifetime: annual = investment·(annuity(lifetime, discount_rate)
/// + fixed_om_share).
struct CapitalCost {
    std::optional<double> annual;
    std::optional<double> investment;
    std::optional<double> lifetime_years;
    double fixed_om_share = 0;            ///< of the investment, per year
    std::optional<double> discount_rate;  ///< none: the network's
};

/// Capacity is a constant `nominal` when not extendable, else chosen in [minimum, maximum]. Its capital cost
/// is paid on all of it, existing and new; Plan::existing_capital_cost is what PyPSA's objective leaves out.
struct Capacity {
    double nominal = 0;  ///< existing
    bool extendable = false;
    double minimum = 0;
    std::optional<double> maximum;  ///< none: no limit
    CapitalCost capital_cost;
};

struct CoProduct {
    std::string bus;
    Profile ratio = 1.0;  ///< MWh into `bus` per MWh of the main output (CHP: heat per unit of power)
};

struct Generator {
    std::string name;
    std::string bus;
    std::string carrier;
    Capacity p_nom;               ///< MW of output
    Profile p_min_pu = 0.0;       ///< of p_nom
    Profile p_max_pu = 1.0;       ///< availability
    Profile marginal_cost = 0.0;  ///< currency per MWh of output
    double efficiency = 1;        ///< output per fuel
    /// Per MWh of output. None: the carrier's co2_t_per_mwh / efficiency.
    std::optional<Profile> co2_t_per_mwh;
    std::vector<CoProduct> coproducts;
    bool imported = false;  ///< from outside the region: does not count for self-sufficiency
    std::string label_ko, label_en, source;
};

struct LinkOutput {
    std::string bus;
    Profile efficiency = 1.0;  ///< MWh out per MWh taken from bus0 (a heat pump: COP by hour)
};

struct Link {
    std::string name;
    std::string carrier;
    std::string bus0;
    std::vector<LinkOutput> outputs;
    Capacity p_nom;  ///< MW taken from bus0
    /// Negative: both ways. Such a link has one output of efficiency 1 and neither cost nor CO2 of its own,
    /// since either would count backwards.
    Profile p_min_pu = 0.0;
    Profile p_max_pu = 1.0;
    Profile marginal_cost = 0.0;           ///< currency per MWh taken from bus0
    std::optional<Profile> co2_t_per_mwh;  ///< per MWh taken from bus0; none: 0
    std::string label_ko, label_en, source;
};

/// A level that a store must have at the end of a period (PyPSA's state_of_charge_set).
struct LevelPoint {
    int period = 0;
    double level_mwh = 0;
};

/// Energy kept for later, with an optional power limit of its own shared by charging and discharging.
/// level(t) = (1 − standing_loss)^h·level(t−1) + h·(efficiency_store·charge − discharge/efficiency_dispatch +
/// inflow − spill)
struct Store {
    std::string name;
    std::string bus;
    std::string carrier;
    Capacity e_nom;                   ///< MWh
    std::optional<Capacity> p_nom;    ///< MW at the bus; none: no limit of its own
    std::optional<double> max_hours;  ///< when given, e_nom follows: max_hours × p_nom (PyPSA's storage unit)
    double efficiency_store = 1, efficiency_dispatch = 1;
    double standing_loss = 0;                                    ///< share of the level lost per hour
    double marginal_cost_store = 0, marginal_cost_dispatch = 0;  ///< currency/MWh at the bus
    bool cyclic = true;
    double e_initial_mwh = 0;  ///< level before the first period when not cyclic
    std::vector<LevelPoint> level_set;
    Profile e_min_pu = 0.0, e_max_pu = 1.0;
    Profile p_min_pu = -1.0, p_max_pu = 1.0;  ///< of p_nom: charging is ≤ −p_min_pu, discharging ≤ p_max_pu
    Profile inflow_mw = 0.0;
    double spill_cost = 0;
    std::string label_ko, label_en, source;
};

/// Passive branch: linear power flow; flows obey Kirchhoff's voltage law over every cycle. It joins buses of
/// one voltage and one carrier; a carrier "DC" makes the resistance count, any other the reactance.
struct Line {
    std::string name;
    std::string bus0, bus1;
    double x_ohm = 0;  ///< reactance (AC)
    double r_ohm = 0;  ///< resistance (DC)
    Capacity s_nom;    ///< MVA
    double s_max_pu = 1;
    std::string label_ko, label_en;
};

enum class LimitKind {
    co2_cap,        ///< t a year, at most
    co2_cap_share,  ///< share of `reference_t`, at most
    /// Generation inside the region ÷ demand, at least. Both at the buses of `carrier` ("AC" and "DC" count
    /// as electricity): generation is what generators that are not imported and links from other carriers
    /// deliver, demand is the loads and what links to other carriers take.
    self_sufficiency,
    renewable_share,    ///< the same with generators and links of renewable carriers only, at least
    investment_budget,  ///< currency (overnight investment of what is added to the existing), at most
};

struct Limit {
    std::string name;
    LimitKind kind = LimitKind::co2_cap;
    double value = 0;
    std::optional<double> reference_t;    ///< of co2_cap_share
    std::string carrier = "electricity";  ///< of the shares
    bool active = true;
    std::string label_ko, label_en, source;
};

/// What one unit of the network's currency is worth in another one, on a day. Amounts may be told in it as
/// well; no plan is computed in it.
struct Exchange {
    std::string currency;  ///< ISO 4217, not the network's
    double rate = 0;       ///< > 0: of `currency` for one unit of the network's
    std::string date;      ///< of the rate, YYYY-MM-DD
    std::string source;
};

/// A region to plan: values only, in PyPSA's terms. Capacities MW and MWh, energy MWh, costs in `currency` of
/// `price_year`.
struct Network {
    std::string name;
    std::string currency = "EUR";
    int price_year = 2020;
    double discount_rate = 0.05;
    double co2_price_per_t = 0;
    std::optional<Exchange> exchange;
    Time time;
    std::vector<SeriesInfo> series;
    std::vector<Carrier> carriers;
    std::vector<Bus> buses;
    std::vector<Load> loads;
    std::vector<Generator> generators;
    std::vector<Link> links;
    std::vector<Store> stores;
    std::vector<Line> lines;
    std::vector<Limit> limits;
};

/// The values of a network's series by name, each `time.periods` long.
using SeriesValues = std::map<std::string, std::vector<double>, std::less<>>;

}  // namespace dure::energy
