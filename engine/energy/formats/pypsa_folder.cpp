// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/pypsa_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#include <date/date.h>

#include "engine/energy/formats/csv_series.hpp"
#include "engine/energy/formats/pypsa_reader.hpp"

namespace dure::energy {
namespace {

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
        if (!errors_.empty()) return std::unexpected(std::move(errors_));
        return std::move(model_);
    }

  private:
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
};

}  // namespace

Checked<Model> read_pypsa_folder(const Files& files) {
    return FolderReader(files).read();
}

}  // namespace dure::energy
