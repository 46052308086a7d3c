// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/pypsa_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
<<<<<<< HEAD
#include <sstream>

#include <date/date.h>

#include "engine/energy/formats/csv_series.hpp"
#include "engine/energy/formats/pypsa_reader.hpp"
=======
#include <set>

#include "engine/energy/formats/pypsa_columns.hpp"
#include "engine/energy/formats/pypsa_table.hpp"
>>>>>>> main

namespace dure::energy {
namespace {

<<<<<<< HEAD
/// Files that hold nothing which a linear optimisation of one period asks for.
constexpr std::string_view kPassedFiles[] = {
    "line_types.csv", "transformer_types.csv",  "sub_networks.csv", "shapes.csv", "network.csv",
    "snapshots.csv",  "investment_periods.csv", "crs.csv",          "meta.csv"};

Error in_file(std::string file, int line, std::string code, Params params = {}) {
    return {.code = std::move(code), .params = std::move(params), .file = std::move(file), .line = line};
}

class FolderReader {
  public:
    explicit FolderReader(const Files& files) : files_(files) {}

    Checked<Model> read() {
        model_.network.time.time_zone = "UTC";
        model_.network.name = "PyPSA";
        refuse_other_files();
        read_network();
        read_snapshots();
        if (errors_.empty()) read_components();
=======
using namespace pypsa;

constexpr std::string_view kTables[] = {"network.csv",    "snapshots.csv",     "investment_periods.csv",
                                        "carriers.csv",   "buses.csv",         "loads.csv",
                                        "generators.csv", "links.csv",         "lines.csv",
                                        "stores.csv",     "storage_units.csv", "global_constraints.csv"};
constexpr std::string_view kRenewables[] = {"wind",  "onwind",        "offwind", "offwind-ac", "offwind-dc",
                                            "solar", "solar rooftop", "pv",      "ror",        "hydro"};

template <class Range>
bool among(const Range& names, std::string_view name) {
    return std::ranges::find(names, name) != std::ranges::end(names);
}

class Reader {
  public:
    explicit Reader(const Files& files) : files_(files) {}

    Checked<Model> read() {
        refuse_unmodelled_files();
        if (!has("buses.csv")) missing("buses.csv");
        if (!has("snapshots.csv")) missing("snapshots.csv");
        if (!errors_.empty()) return std::unexpected(std::move(errors_));
        read_network();
        read_snapshots();
        read_varying();
        read_carriers();
        read_buses();
        read_loads();
        read_generators();
        read_links();
        read_lines();
        read_stores();
        read_storage_units();
        read_constraints();
        refuse_unused_series();
>>>>>>> main
        if (!errors_.empty()) return std::unexpected(std::move(errors_));
        return std::move(model_);
    }

  private:
<<<<<<< HEAD
    Network& net() { return model_.network; }

    PypsaComponent component(std::string_view name) {
        return {files_, name, net().time.periods, snapshot_ids_, errors_};
    }

    void refuse_other_files() {
        if (!files_.contains("buses.csv"))
            errors_.push_back(in_file("", 0, "pypsa.missing_file", {{"name", "buses.csv"}}));
        for (const auto& [name, text] : files_) {
            if (std::ranges::find(kPassedFiles, name) != std::end(kPassedFiles)) continue;
            const auto stem = name.substr(0, name.find_first_of("-."));
            if (pypsa_table(stem)) continue;
            const auto table = read_pypsa_table(files_, name, errors_);
            if (table && !table->rows.empty())
                errors_.push_back(in_file(name, 0, "pypsa.unsupported_file", {{"name", name}}));
        }
    }

    void read_network() {
        if (const auto table = read_pypsa_table(files_, "network.csv", errors_);
            table && !table->rows.empty()) {
            for (std::size_t c = 0; c < table->header.size(); ++c) {
                const auto& cell = table->rows[0][c];
                if (table->header[c] == "name") net().name = cell.empty() ? "PyPSA" : cell;
                if (table->header[c] == "_multi_invest" && !cell.empty() && cell != "0" && cell != "False")
                    errors_.push_back(
                        in_file("network.csv", table->lines[0], "pypsa.unsupported",
                                {{"column", "_multi_invest"}, {"value", cell}, {"component", net().name}}));
            }
        }
        if (const auto table = read_pypsa_table(files_, "investment_periods.csv", errors_);
            table && !table->rows.empty())
            errors_.push_back(in_file("investment_periods.csv", table->lines[0], "pypsa.unsupported_file",
                                      {{"name", "investment_periods.csv"}}));
    }

    /// "2015-01-01 00:00:00" and what is left off of it from the right.
    static std::optional<date::sys_seconds> parse_instant(std::string text) {
        std::ranges::replace(text, 'T', ' ');
        for (const char* form : {"%F %T", "%F %H:%M", "%F"}) {
            std::istringstream stream(text);
            date::sys_seconds instant;
            if (stream >> date::parse(form, instant) && (stream.peek(), stream.eof())) return instant;
        }
        return std::nullopt;
    }

    void read_snapshots() {
        const std::string file = "snapshots.csv";
        const auto table = read_pypsa_table(files_, file, errors_);
        if (!table) {
            if (!files_.contains(file))
                errors_.push_back(in_file("", 0, "pypsa.missing_file", {{"name", file}}));
            return;
        }
        if (table->rows.empty()) return errors_.push_back(in_file(file, 0, "csv.empty"));
        const auto& head = table->header;
        // With the weightings comes a first column that counts; without, the time is the first one.
        const auto named = std::ranges::find(head, "snapshot");
        const auto when = static_cast<std::size_t>(named == head.end() ? 0 : named - head.begin());
        std::vector<date::sys_seconds> instants;
        for (std::size_t r = 0; r < table->rows.size(); ++r) {
            snapshot_ids_.push_back(table->rows[r][0]);
            const auto instant = parse_instant(table->rows[r][when]);
            if (!instant)
                return errors_.push_back(
                    in_file(file, table->lines[r], "pypsa.bad_snapshot", {{"text", table->rows[r][when]}}));
            instants.push_back(*instant);
        }
        net().time.periods = static_cast<int>(instants.size());
        net().time.start = date::format("%FT%H:%M", instants[0]);
        read_spacing(instants, *table);
        for (std::size_t c = 0; c < head.size(); ++c) {
            if (c == when || c == 0) continue;
            read_weighting(*table, c);
        }
    }

    void read_spacing(const std::vector<date::sys_seconds>& instants, const CsvTable& table) {
        if (instants.size() < 2) return;
        const auto step = instants[1] - instants[0];
        for (std::size_t t = 1; t < instants.size(); ++t) {
            if (instants[t] - instants[t - 1] != step || step.count() <= 0)
                return errors_.push_back(in_file("snapshots.csv", table.lines[t], "pypsa.uneven_snapshots"));
        }
        net().time.hours_per_period = static_cast<double>(step.count()) / 3600;
    }

    /// PyPSA's weightings are hours; ours are multiplied with the hours of a period.
    void read_weighting(const CsvTable& table, std::size_t column) {
        const auto& name = table.header[column];
        std::vector<Profile*> targets;
        if (name == "objective" || name == "weightings") targets.push_back(&net().time.objective_weight);
        if (name == "generators" || name == "weightings") targets.push_back(&net().time.generator_weight);
        if (name == "stores" || name == "weightings") targets.push_back(&net().time.store_weight);
        if (targets.empty())
            return errors_.push_back(in_file("snapshots.csv", 1, "pypsa.unknown_column",
                                             {{"column", name}, {"value", table.rows[0][column]}}));
        std::vector<double> weights;
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto value = parse_cell(table.rows[r][column], name);
            if (!value)
                errors_.push_back(
                    in_file("snapshots.csv", table.lines[r], value.error().code, value.error().params));
            weights.push_back(value.value_or(1) / net().time.hours_per_period);
        }
        const bool constant = std::ranges::all_of(weights, [&](double w) { return w == weights[0]; });
        for (Profile* target : targets) {
            if (constant) {
                *target = weights[0];
            } else {
                *target = "snapshots-" + name;
            }
        }
        if (constant) return;
        net().series.push_back({.name = "snapshots-" + name,
                                .unit = "hours",
                                .origin = "imported",
                                .method = "PyPSA CSV folder"});
        model_.series["snapshots-" + name] = std::move(weights);
    }

    void read_components() {
        read_buses();
        read_carriers();
        read_loads();
        read_generators();
        read_links();
        read_stores();
        read_storage_units();
        read_lines();
        read_limits();
    }

    void remember(std::string_view list, std::size_t number, const PypsaComponent& from, std::size_t row) {
        model_.places[fmt::format("/{}/{}", list, number)] = from.place(row);
    }

    static Capacity capacity(PypsaComponent& c, std::size_t r, const std::string& prefix) {
        Capacity k;
        k.nominal = c.number(r, prefix + "_nom");
        k.extendable = c.truth(r, prefix + "_nom_extendable");
        k.capital_cost.annual = c.number(r, "capital_cost");
        if (!k.extendable) return k;
        k.minimum = c.number(r, prefix + "_nom_min");
        k.maximum = c.finite(r, prefix + "_nom_max");
        return k;
    }

    void read_buses() {
        auto c = component("buses");
        for (std::size_t r = 0; r < c.rows(); ++r) {
            remember("buses", net().buses.size(), c, r);
            net().buses.push_back({.name = c.text(r, "name"), .carrier = c.text(r, "carrier")});
            voltage_[c.text(r, "name")] = c.number(r, "v_nom");
        }
    }

    void read_carriers() {
        auto c = component("carriers");
        for (std::size_t r = 0; r < c.rows(); ++r) {
            remember("carriers", net().carriers.size(), c, r);
            const double co2 = c.number(r, "co2_emissions");
            net().carriers.push_back({.name = c.text(r, "name"), .co2_t_per_mwh = co2});
            emits_[c.text(r, "name")] = co2 != 0;
        }
    }

    void read_loads() {
        auto c = component("loads");
        for (std::size_t r = 0; r < c.rows(); ++r) {
            remember("loads", net().loads.size(), c, r);
            net().loads.push_back({.name = c.text(r, "name"),
                                   .bus = c.text(r, "bus"),
                                   .p_mw = c.profile(r, "p_set", "MW", model_)});
        }
    }

    void read_generators() {
        auto c = component("generators");
        for (std::size_t r = 0; r < c.rows(); ++r) {
            remember("generators", net().generators.size(), c, r);
            net().generators.push_back(
                {.name = c.text(r, "name"),
                 .bus = c.text(r, "bus"),
                 .carrier = c.text(r, "carrier"),
                 .p_nom = capacity(c, r, "p"),
                 .p_min_pu = c.profile(r, "p_min_pu", "per_unit", model_),
                 .p_max_pu = c.profile(r, "p_max_pu", "per_unit", model_),
                 .marginal_cost = c.profile(r, "marginal_cost", "currency_per_mwh", model_),
                 .efficiency = c.number(r, "efficiency")});
        }
    }

    void read_links() {
        auto c = component("links");
        for (std::size_t r = 0; r < c.rows(); ++r) {
            remember("links", net().links.size(), c, r);
            Link link{.name = c.text(r, "name"),
                      .carrier = c.text(r, "carrier"),
                      .bus0 = c.text(r, "bus0"),
                      .p_nom = capacity(c, r, "p"),
                      .p_min_pu = c.profile(r, "p_min_pu", "per_unit", model_),
                      .p_max_pu = c.profile(r, "p_max_pu", "per_unit", model_),
                      .marginal_cost = c.profile(r, "marginal_cost", "currency_per_mwh", model_)};
            // PyPSA counts the emissions of generators only, so a link has none whatever its carrier.
            link.outputs.push_back(
                {.bus = c.text(r, "bus1"), .efficiency = c.profile(r, "efficiency", "per_unit", model_)});
            for (const std::string number : {"2", "3", "4"}) {
                if (!c.has(r, "bus" + number)) continue;
                link.outputs.push_back(
                    {.bus = c.text(r, "bus" + number),
                     .efficiency = c.profile(r, "efficiency" + number, "per_unit", model_)});
            }
            net().links.push_back(std::move(link));
        }
    }

    /// A store that ends emptier than it began would count as burnt fuel in PyPSA.
    void refuse_fuel(PypsaComponent& c, std::size_t r, bool cyclic) {
        if (!cyclic && emits_[c.text(r, "carrier")])
            c.refuse(r, "pypsa.fuel_in_store", {{"name", c.text(r, "name")}});
    }

    void read_stores() {
        auto c = component("stores");
        for (std::size_t r = 0; r < c.rows(); ++r) {
            remember("stores", net().stores.size(), c, r);
            const bool cyclic = c.truth(r, "e_cyclic");
            refuse_fuel(c, r, cyclic);
            if (const double cost = c.number(r, "marginal_cost"); cost != 0)
                c.refuse(r, "pypsa.unsupported",
                         {{"column", "marginal_cost"},
                          {"value", fmt::format("{}", cost)},
                          {"component", c.text(r, "name")}});
            net().stores.push_back({.name = c.text(r, "name"),
                                    .bus = c.text(r, "bus"),
                                    .carrier = c.text(r, "carrier"),
                                    .e_nom = capacity(c, r, "e"),
                                    .standing_loss = c.number(r, "standing_loss"),
                                    .cyclic = cyclic,
                                    .e_initial_mwh = cyclic ? 0 : c.number(r, "e_initial"),
                                    .e_min_pu = c.profile(r, "e_min_pu", "per_unit", model_),
                                    .e_max_pu = c.profile(r, "e_max_pu", "per_unit", model_)});
        }
    }

    void read_storage_units() {
        auto c = component("storage_units");
        for (std::size_t r = 0; r < c.rows(); ++r) {
            remember("stores", net().stores.size(), c, r);
            const bool cyclic = c.truth(r, "cyclic_state_of_charge");
            refuse_fuel(c, r, cyclic);
            net().stores.push_back({.name = c.text(r, "name"),
                                    .bus = c.text(r, "bus"),
                                    .carrier = c.text(r, "carrier"),
                                    .p_nom = capacity(c, r, "p"),
                                    .max_hours = c.number(r, "max_hours"),
                                    .efficiency_store = c.number(r, "efficiency_store"),
                                    .efficiency_dispatch = c.number(r, "efficiency_dispatch"),
                                    .standing_loss = c.number(r, "standing_loss"),
                                    .marginal_cost_dispatch = c.number(r, "marginal_cost"),
                                    .cyclic = cyclic,
                                    .e_initial_mwh = cyclic ? 0 : c.number(r, "state_of_charge_initial"),
                                    .level_set = level_set(c, r),
                                    .p_min_pu = c.profile(r, "p_min_pu", "per_unit", model_),
                                    .p_max_pu = c.profile(r, "p_max_pu", "per_unit", model_),
                                    .inflow_mw = c.profile(r, "inflow", "MW", model_),
                                    .spill_cost = c.number(r, "spill_cost")});
        }
    }

    std::vector<LevelPoint> level_set(PypsaComponent& c, std::size_t r) {
        std::vector<LevelPoint> points;
        const auto* cells = c.cells(r, "state_of_charge_set");
        if (!cells) return points;
        for (std::size_t t = 0; t < cells->size(); ++t) {
            const auto& cell = (*cells)[t];
            if (cell.empty() || cell == "nan" || cell == "NaN") continue;
            const auto level = parse_cell(cell, "state_of_charge_set");
            if (!level) c.refuse(r, level.error().code, level.error().params);
            points.push_back({.period = static_cast<int>(t), .level_mwh = level.value_or(0)});
        }
        return points;
    }

    void read_lines() {
        auto c = component("lines");
        for (std::size_t r = 0; r < c.rows(); ++r) {
            remember("lines", net().lines.size(), c, r);
            Line line{.name = c.text(r, "name"),
                      .bus0 = c.text(r, "bus0"),
                      .bus1 = c.text(r, "bus1"),
                      .x_ohm = c.number(r, "x"),
                      .r_ohm = c.number(r, "r"),
                      .s_nom = capacity(c, r, "s"),
                      .s_max_pu = c.number(r, "s_max_pu")};
            const auto from = voltage_.find(line.bus0), to = voltage_.find(line.bus1);
            if (from != voltage_.end() && to != voltage_.end() && from->second != to->second)
                c.refuse(r, "pypsa.two_voltages", {{"name", line.name}});
            net().lines.push_back(std::move(line));
        }
    }

    void read_limits() {
        auto c = component("global_constraints");
        for (std::size_t r = 0; r < c.rows(); ++r) {
            remember("limits", net().limits.size(), c, r);
            const std::array<std::pair<const char*, const char*>, 3> modelled{
                {{"type", "primary_energy"}, {"carrier_attribute", "co2_emissions"}, {"sense", "<="}}};
            for (const auto& [column, value] : modelled) {
                if (c.text(r, column) != value)
                    c.refuse(
                        r, "pypsa.unsupported",
                        {{"column", column}, {"value", c.text(r, column)}, {"component", c.text(r, "name")}});
            }
            net().limits.push_back(
                {.name = c.text(r, "name"), .kind = LimitKind::co2_cap, .value = c.number(r, "constant")});
        }
    }

    const Files& files_;
    Model model_;
    Errors errors_;
    std::vector<std::string> snapshot_ids_;
    std::map<std::string, double> voltage_;
    std::map<std::string, bool> emits_;
=======
    bool has(std::string_view name) const { return files_.contains(name); }
    void missing(std::string_view name) {
        errors_.push_back({.code = "pypsa.missing_file",
                           .params = {{"name", std::string(name)}},
                           .file = std::string(name)});
    }

    void refuse_unmodelled_files() {
        for (const auto& [name, text] : files_) {
            if (among(kTables, name) || among(kPlainFiles, name)) continue;
            if (among(kUnmodelled, name)) {
                const auto table = read_csv_table(text, name);
                if (table && table->rows.empty()) continue;
                errors_.push_back(
                    {.code = "pypsa.unmodelled_component", .params = {{"name", name}}, .file = name});
                continue;
            }
            const auto dash = name.find('-');
            const auto attribute = dash == std::string::npos || !name.ends_with(".csv")
                                       ? std::string_view{}
                                       : std::string_view(name).substr(dash + 1, name.size() - dash - 5);
            const auto component = std::string_view(name).substr(0, dash);
            const bool read = std::ranges::any_of(kVarying, [&](const Varying& v) {
                return v.component == component && v.attribute == attribute;
            });
            if (read || among(kResults, attribute) || attribute.starts_with("mu_")) continue;
            errors_.push_back({.code = "pypsa.unmodelled_file", .params = {{"name", name}}, .file = name});
        }
    }

    /// The table of a component, its columns checked; none when there is no such file or it cannot be read.
    std::optional<Table> open(std::string_view name, std::optional<pypsa::Columns> columns) {
        const auto found = files_.find(name);
        if (found == files_.end()) return std::nullopt;
        auto read = read_csv_table(found->second, name);
        if (!read) {
            // A table that PyPSA wrote for nothing is a lone line end.
            if (!(read.error().size() == 1 && read.error()[0].code == "csv.empty"))
                errors_.insert(errors_.end(), read.error().begin(), read.error().end());
            return std::nullopt;
        }
        Table table(std::string(name), std::move(*read), errors_);
        if (columns) table.allow(*columns);
        return table;
    }

    void read_network() {
        if (auto t = open("network.csv", std::nullopt); t && t->rows() > 0) {
            net().name = std::string(t->text(0, "name"));
            if (t->flag(0, "_multi_invest", false)) t->refuse(0, "pypsa.multi_investment", {});
        }
        if (auto t = open("investment_periods.csv", std::nullopt); t && t->rows() > 0)
            t->refuse(0, "pypsa.multi_investment", {});
        if (net().name.empty()) net().name = "PyPSA";
    }

    void read_snapshots() {
        auto t = open("snapshots.csv", pypsa::Columns{kSnapshotRead, {}, {}});
        if (!t) return;
        if (t->rows() == 0) {
            errors_.push_back({.code = "pypsa.no_snapshots", .file = "snapshots.csv"});
            return;
        }
        net().time.periods = static_cast<int>(t->rows());
        net().time.time_zone = "UTC";
        const auto first = t->column("snapshot") ? t->text(0, "snapshot") : t->text(0, "name");
        // "2015-01-01 00:00:00"; networks without dates keep the default.
        if (first.size() >= 16 && first[4] == '-' && first[7] == '-' && first[13] == ':') {
            net().time.start = std::string(first.substr(0, 16));
            net().time.start[10] = 'T';
        }
        net().time.objective_weight = weights(*t, "objective");
        net().time.generator_weight = weights(*t, "generators");
        net().time.store_weight = weights(*t, "stores");
    }

    Profile weights(Table& t, std::string_view column) {
        std::vector<double> values;
        for (std::size_t r = 0; r < t.rows(); ++r)
            values.push_back(t.number(r, column, t.number(r, "weightings", 1)));
        if (std::ranges::all_of(values, [&](double v) { return v == values[0]; })) return values[0];
        return add_series(fmt::format("snapshots-{}", column), "hours", std::move(values));
    }

    std::string add_series(std::string name, std::string unit, std::vector<double> values) {
        net().series.push_back(
            {.name = name, .unit = std::move(unit), .origin = "imported", .source = "PyPSA"});
        model_.series[name] = std::move(values);
        return name;
    }

    void read_varying() {
        for (const Varying& v : kVarying) {
            const std::string name = fmt::format("{}-{}.csv", v.component, v.attribute);
            auto t = open(name, std::nullopt);
            if (!t) continue;
            if (t->rows() != static_cast<std::size_t>(net().time.periods)) {
                errors_.push_back({.code = "pypsa.wrong_rows",
                                   .params = {{"expected", std::to_string(net().time.periods)},
                                              {"found", std::to_string(t->rows())}},
                                   .file = name});
                continue;
            }
            for (const std::string& column : t->header()) {
                if (column == t->header().front()) continue;
                auto& values = varying_[{std::string(v.component), std::string(v.attribute), column}];
                for (std::size_t r = 0; r < t->rows(); ++r)
                    values.push_back(t->number(r, column, std::numeric_limits<double>::quiet_NaN()));
            }
        }
    }

    /// The varying attribute where there is one, else the table's number.
    Profile profile(Table& t, std::size_t row, std::string_view component, std::string_view attribute,
                    double otherwise) {
        const std::string name(t.text(row, "name"));
        const auto found = varying_.find({std::string(component), std::string(attribute), name});
        if (found == varying_.end()) return t.number(row, attribute, otherwise);
        const auto unit = std::ranges::find_if(
            kVarying, [&](const Varying& v) { return v.component == component && v.attribute == attribute; });
        auto values = std::move(found->second);
        varying_.erase(found);
        return add_series(fmt::format("{}-{}/{}", component, attribute, name), std::string(unit->unit),
                          std::move(values));
    }

    Capacity capacity(Table& t, std::size_t row, std::string_view stem) {
        const auto named = [&](std::string_view tail) { return fmt::format("{}_nom{}", stem, tail); };
        Capacity c;
        c.nominal = t.number(row, named(""), 0);
        c.extendable = t.flag(row, named("_extendable"), false);
        c.minimum = t.number(row, named("_min"), 0);
        const double maximum = t.number(row, named("_max"), kInf);
        if (std::isfinite(maximum)) c.maximum = maximum;
        c.capital_cost.annual = t.number(row, "capital_cost", 0);
        return c;
    }

    template <class F>
    void each(std::string_view file, pypsa::Columns columns, F&& body) {
        auto t = open(file, columns);
        if (!t) return;
        for (std::size_t r = 0; r < t->rows(); ++r) body(*t, r);
    }

    void read_carriers() {
        each("carriers.csv", {kCarrierRead, kIgnored, kCarrierFixed}, [&](Table& t, std::size_t r) {
            const std::string name = t.required(r, "name");
            net().carriers.push_back({.name = name,
                                      .co2_t_per_mwh = t.number(r, "co2_emissions", 0),
                                      .renewable = among(kRenewables, name)});
        });
    }

    /// PyPSA lets a component name a carrier that no table has: one without emissions.
    std::string carrier(Table& t, std::size_t row) {
        std::string name(t.text(row, "carrier"));
        if (!name.empty() && std::ranges::find(net().carriers, name, &Carrier::name) == net().carriers.end())
            net().carriers.push_back({.name = name, .renewable = among(kRenewables, name)});
        return name;
    }

    void read_buses() {
        each("buses.csv", {kBusRead, kIgnored, kAlways}, [&](Table& t, std::size_t r) {
            Bus bus{.name = t.required(r, "name"), .carrier = carrier(t, r)};
            if (bus.carrier.empty()) bus.carrier = "AC";
            voltage_[bus.name] = t.number(r, "v_nom", 1);
            net().buses.push_back(std::move(bus));
        });
    }

    void read_loads() {
        each("loads.csv", {kLoadRead, kIgnored, kLoadFixed}, [&](Table& t, std::size_t r) {
            net().loads.push_back({.name = t.required(r, "name"),
                                   .bus = t.required(r, "bus"),
                                   .p_mw = profile(t, r, "loads", "p_set", 0)});
        });
    }

    void read_generators() {
        each("generators.csv", {kGeneratorRead, kIgnored, kGeneratorFixed}, [&](Table& t, std::size_t r) {
            Generator g{.name = t.required(r, "name"), .bus = t.required(r, "bus"), .carrier = carrier(t, r)};
            g.p_nom = capacity(t, r, "p");
            g.p_min_pu = profile(t, r, "generators", "p_min_pu", 0);
            g.p_max_pu = profile(t, r, "generators", "p_max_pu", 1);
            g.marginal_cost = profile(t, r, "generators", "marginal_cost", 0);
            g.efficiency = t.number(r, "efficiency", 1);
            net().generators.push_back(std::move(g));
        });
    }

    void read_links() {
        static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kPorts{
            {{"bus1", "efficiency"},
             {"bus2", "efficiency2"},
             {"bus3", "efficiency3"},
             {"bus4", "efficiency4"}}};
        each("links.csv", {kLinkRead, kIgnored, kLinkFixed}, [&](Table& t, std::size_t r) {
            Link link{.name = t.required(r, "name"), .carrier = carrier(t, r), .bus0 = t.required(r, "bus0")};
            t.required(r, "bus1");
            for (const auto& [bus, efficiency] : kPorts) {
                if (t.text(r, bus).empty()) continue;
                link.outputs.push_back({.bus = std::string(t.text(r, bus)),
                                        .efficiency = profile(t, r, "links", efficiency, 1)});
            }
            link.p_nom = capacity(t, r, "p");
            link.p_min_pu = profile(t, r, "links", "p_min_pu", 0);
            link.p_max_pu = profile(t, r, "links", "p_max_pu", 1);
            link.marginal_cost = profile(t, r, "links", "marginal_cost", 0);
            net().links.push_back(std::move(link));
        });
    }

    void read_lines() {
        each("lines.csv", {kLineRead, kIgnored, kLineFixed}, [&](Table& t, std::size_t r) {
            Line line{
                .name = t.required(r, "name"), .bus0 = t.required(r, "bus0"), .bus1 = t.required(r, "bus1")};
            line.x_ohm = t.number(r, "x", 0);
            line.r_ohm = t.number(r, "r", 0);
            line.s_nom = capacity(t, r, "s");
            line.s_max_pu = t.number(r, "s_max_pu", 1);
            if (voltage_[line.bus0] != voltage_[line.bus1])
                t.refuse(r, "pypsa.voltage_differs", {{"name", line.name}});
            net().lines.push_back(std::move(line));
        });
    }

    void read_stores() {
        each("stores.csv", {kStoreRead, kIgnored, kStoreFixed}, [&](Table& t, std::size_t r) {
            Store s{.name = t.required(r, "name"), .bus = t.required(r, "bus"), .carrier = carrier(t, r)};
            s.e_nom = capacity(t, r, "e");
            s.standing_loss = t.number(r, "standing_loss", 0);
            // PyPSA's store has one flow of both signs: what discharging costs, charging earns.
            s.marginal_cost_dispatch = t.number(r, "marginal_cost", 0);
            s.marginal_cost_store = -s.marginal_cost_dispatch;
            s.cyclic = t.flag(r, "e_cyclic", false);
            s.e_initial_mwh = t.number(r, "e_initial", 0);
            s.e_min_pu = profile(t, r, "stores", "e_min_pu", 0);
            s.e_max_pu = profile(t, r, "stores", "e_max_pu", 1);
            refuse_emitting(t, r, s);
            net().stores.push_back(std::move(s));
        });
    }

    void read_storage_units() {
        each("storage_units.csv", {kStorageRead, kIgnored, kStorageFixed}, [&](Table& t, std::size_t r) {
            Store s{.name = t.required(r, "name"), .bus = t.required(r, "bus"), .carrier = carrier(t, r)};
            s.p_nom = capacity(t, r, "p");
            s.max_hours = t.number(r, "max_hours", 1);
            s.efficiency_store = t.number(r, "efficiency_store", 1);
            s.efficiency_dispatch = t.number(r, "efficiency_dispatch", 1);
            s.standing_loss = t.number(r, "standing_loss", 0);
            s.marginal_cost_dispatch = t.number(r, "marginal_cost", 0);
            s.cyclic = t.flag(r, "cyclic_state_of_charge", false);
            s.e_initial_mwh = t.number(r, "state_of_charge_initial", 0);
            s.p_min_pu = profile(t, r, "storage_units", "p_min_pu", -1);
            s.p_max_pu = profile(t, r, "storage_units", "p_max_pu", 1);
            s.inflow_mw = profile(t, r, "storage_units", "inflow", 0);
            s.spill_cost = t.number(r, "spill_cost", 0);
            take_levels(s);
            refuse_emitting(t, r, s);
            net().stores.push_back(std::move(s));
        });
    }

    void take_levels(Store& s) {
        const auto found = varying_.find({"storage_units", "state_of_charge_set", s.name});
        if (found == varying_.end()) return;
        for (std::size_t p = 0; p < found->second.size(); ++p) {
            if (!std::isnan(found->second[p]))
                s.level_set.push_back({.period = static_cast<int>(p), .level_mwh = found->second[p]});
        }
        varying_.erase(found);
    }

    /// PyPSA counts what an emitting store loses over the year as burnt; Dure's stores do not emit.
    void refuse_emitting(Table& t, std::size_t row, const Store& s) {
        const auto found = std::ranges::find(net().carriers, s.carrier, &Carrier::name);
        if (found != net().carriers.end() && found->co2_t_per_mwh != 0 && !s.cyclic)
            t.refuse(row, "pypsa.emitting_store", {{"name", s.name}});
    }

    void read_constraints() {
        each("global_constraints.csv", {kConstraintRead, kIgnored, kConstraintFixed},
             [&](Table& t, std::size_t r) {
                 const std::string name = t.required(r, "name");
                 const auto type = t.text(r, "type"), sense = t.text(r, "sense"),
                            of = t.text(r, "carrier_attribute");
                 if ((!type.empty() && type != "primary_energy") || (!of.empty() && of != "co2_emissions") ||
                     (!sense.empty() && sense != "<=")) {
                     t.refuse(r, "pypsa.unmodelled_constraint",
                              {{"name", name}, {"type", fmt::format("{} {} {}", type, of, sense)}});
                     return;
                 }
                 net().limits.push_back(
                     {.name = name, .kind = LimitKind::co2_cap, .value = t.number(r, "constant", 0)});
             });
    }

    void refuse_unused_series() {
        for (const auto& [key, values] : varying_) {
            const auto& [component, attribute, name] = key;
            errors_.push_back({.code = "pypsa.no_such_component",
                               .params = {{"column", name}, {"name", component + ".csv"}},
                               .file = fmt::format("{}-{}.csv", component, attribute)});
        }
    }

    Network& net() { return model_.network; }

    static constexpr double kInf = std::numeric_limits<double>::infinity();
    const Files& files_;
    Model model_;
    Errors errors_;
    std::map<std::string, double, std::less<>> voltage_;
    std::map<std::array<std::string, 3>, std::vector<double>> varying_;  ///< by component, attribute and name
>>>>>>> main
};

}  // namespace

<<<<<<< HEAD
Checked<Model> read_pypsa_folder(const Files& files) {
    return FolderReader(files).read();
=======
bool is_pypsa_folder(const Files& files) {
    return files.contains("buses.csv") &&
           std::ranges::none_of(files, [](const auto& file) { return file.first.ends_with(".toml"); });
}

Checked<Model> read_pypsa_folder(const Files& files) {
    return Reader(files).read();
>>>>>>> main
}

}  // namespace dure::energy
