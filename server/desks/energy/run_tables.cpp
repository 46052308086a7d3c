// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/run_tables.hpp"

#include "engine/base/utc_text.hpp"
#include "server/codec/messages.hpp"
#include "server/desks/energy/period_clock.hpp"

namespace dure::desks::energy {
namespace {

using tables::Cell;
using tables::Table;

/// Sentences of messages/ under `table.`, in the reader's language.
struct Words {
    Language language;
    Params units;

    std::string operator()(std::string_view key) const {
        return codec::Messages::embedded().sentence(name_of(language), "table." + std::string(key), units);
    }
    std::string pick(const std::string& ko, const std::string& en, const std::string& name) const {
        const std::string& label = language == Language::ko ? ko : en;
        return label.empty() ? name : label;
    }
};

Cell cell(const std::optional<double>& number) {
    return number ? Cell(*number) : Cell();
}

Table summary(const RunReport& report, const Words& words) {
    const auto& [run, network, result, flows] = report;
    Table table{.title = words("summary.title"), .header = {words("summary.what"), words("summary.value")}};
    const auto add = [&](std::string_view key, Cell value) {
        table.rows.push_back({words("summary." + std::string(key)), std::move(value)});
    };
    add("plan", run.plan_name);
    add("run", static_cast<double>(run.number));
    add("label", run.label);
    add("computed", utc_text(run.updated));
    add("periods", static_cast<double>(network.time.periods));
    add("price_year", static_cast<double>(network.price_year));
    add("total_cost", cell(result.total_cost));
    add("existing_capital_cost", cell(result.existing_capital_cost));
    add("investment", cell(result.investment));
    add("co2", cell(result.co2_t));
    add("demand", cell(result.demand_mwh));
    add("shed", cell(result.shed_mwh));
    add("self_sufficiency", cell(result.self_sufficiency));
    add("renewable_share", cell(result.renewable_share));
    add("method", result.method);
    if (result.certificate) {
        add("primal_residual", result.certificate->primal_residual);
        add("dual_residual", result.certificate->dual_residual);
        add("gap", result.certificate->gap);
    }
    return table;
}

Table technologies(const RunReport& report, const Words& words) {
    Table table{.title = words("technologies.title")};
    for (const char* key : {"kind", "name", "label", "bus", "carrier", "capacity_mw", "existing_mw",
                            "energy_capacity_mwh", "output_mwh", "input_mwh", "curtailed_mwh",
                            "full_load_hours", "capital_cost", "marginal_cost", "co2_t", "investment"})
        table.header.push_back(words("technologies." + std::string(key)));
    for (const TechnologyView& one : report.result.technologies)
        table.rows.push_back({words("kind." + one.kind), one.name,
                              words.pick(one.label_ko, one.label_en, one.name), one.bus, one.carrier,
                              one.capacity_mw, one.existing_mw, cell(one.energy_capacity_mwh), one.output_mwh,
                              one.input_mwh, one.curtailed_mwh, one.full_load_hours, one.capital_cost,
                              one.marginal_cost, one.co2_t, one.investment});
    return table;
}

Table limits(const RunReport& report, const Words& words) {
    Table table{.title = words("limits.title")};
    for (const char* key : {"name", "label", "kind", "bound", "achieved", "shadow_price"})
        table.header.push_back(words("limits." + std::string(key)));
    for (const LimitView& one : report.result.limits)
        table.rows.push_back({one.name, words.pick(one.label_ko, one.label_en, one.name),
                              words("limit_kind." + std::string(name_of(one.kind))), one.bound, one.achieved,
                              one.shadow_price});
    return table;
}

/// A row a period: its number, its local time, and the values of some flows.
Table hourly(const RunReport& report, const Words& words, std::string title, bool prices) {
    Table table{.title = std::move(title), .header = {words("hourly.period"), words("hourly.time")}};
    std::vector<const RunSeries*> columns;
    for (const RunSeries& series : report.flows) {
        if ((series.kind == "price") != prices) continue;
        columns.push_back(&series);
        const std::string where = prices || series.component == series.bus ? "" : " @ " + series.bus;
        table.header.push_back(words("kind." + series.kind) + ": " + series.component + where + " (" +
                               series.unit + ")");
    }
    const PeriodClock clock(report.network.time);
    for (int period = 0; period < report.network.time.periods; ++period) {
        std::vector<Cell> row{static_cast<double>(period), clock.local_text(period)};
        for (const RunSeries* series : columns)
            row.emplace_back(series->values.at(static_cast<std::size_t>(period)));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

Table make_table(RunTable table, const RunReport& report, Language language) {
    const Words words{language, {{"currency", report.network.currency}}};
    switch (table) {
        case RunTable::summary:
            return summary(report, words);
        case RunTable::technologies:
            return technologies(report, words);
        case RunTable::limits:
            return limits(report, words);
        case RunTable::dispatch:
            return hourly(report, words, words("dispatch.title"), false);
        case RunTable::prices:
            return hourly(report, words, words("prices.title"), true);
    }
    return {};
}

}  // namespace dure::desks::energy
