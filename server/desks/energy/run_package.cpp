// SPDX-License-Identifier: Apache-2.0
#include "server/desks/energy/run_package.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <set>

#include "engine/base/utc_text.hpp"
#include "server/desks/energy/model_files.hpp"

namespace dure::desks::energy {
namespace {

namespace json = boost::json;

constexpr std::pair<RunTable, const char*> kTables[] = {{RunTable::summary, "summary"},
                                                        {RunTable::technologies, "technologies"},
                                                        {RunTable::limits, "limits"},
                                                        {RunTable::dispatch, "dispatch"},
                                                        {RunTable::prices, "prices"}};

/// A column of numbers alone is one; a mixed one is read as text.
const char* type_of(const tables::Table& table, std::size_t column) {
    bool any = false;
    for (const auto& row : table.rows) {
        if (std::holds_alternative<std::string>(row[column])) return "string";
        any = any || std::holds_alternative<double>(row[column]);
    }
    return any ? "number" : "string";
}

json::object resource(const char* name, const tables::Table& table) {
    json::array fields;
    for (std::size_t c = 0; c < table.header.size(); ++c)
        fields.push_back({{"name", table.header[c]}, {"type", type_of(table, c)}});
    return {{"name", name},
            {"title", table.title},
            {"path", std::string("results/") + name + ".csv"},
            {"profile", "tabular-data-resource"},
            {"format", "csv"},
            {"mediatype", "text/csv"},
            {"encoding", "utf-8"},
            {"schema", json::object{{"fields", std::move(fields)}}}};
}

json::array sources(const dure::energy::Network& network) {
    std::set<std::string> texts;
    const auto add = [&](const auto& parts) {
        for (const auto& part : parts)
            if (!part.source.empty()) texts.insert(part.source);
    };
    add(network.series);
    add(network.loads);
    add(network.generators);
    add(network.links);
    add(network.stores);
    add(network.limits);
    json::array list;
    for (const auto& text : texts) list.push_back(json::object{{"title", text}});
    return list;
}

}  // namespace

dure::energy::Plan plan_of(const RunReport& report) {
    dure::energy::Plan plan;
    plan.status = lp::Status::optimal;
    plan.method = report.result.method;
    plan.certificate = report.result.certificate;
    plan.total_cost = report.result.total_cost.value_or(0);
    plan.existing_capital_cost = report.result.existing_capital_cost.value_or(0);
    for (const auto& one : report.result.technologies) plan.technologies.push_back(one);
    for (const auto& one : report.result.limits) plan.limits.push_back(one);
    for (const auto& bus : report.network.buses) {
        dure::energy::BusResult result{.name = bus.name};
        for (const RunSeries& flow : report.flows)
            if (flow.kind == "price" && flow.bus == bus.name) result.price = flow.values;
        plan.buses.push_back(std::move(result));
    }
    for (const RunSeries& flow : report.flows)
        if (flow.kind != "price")
            plan.series.push_back({flow.kind, flow.component, flow.bus, flow.unit, flow.values});
    return plan;
}

std::map<std::string, std::string> data_package(const RunReport& report,
                                                const dure::energy::SeriesValues& series, Language language) {
    std::map<std::string, std::string> files;
    json::array resources;
    for (auto& file : write_model_files(report.network, series).files) {
        const std::string path = "model/" + file.name;
        const bool toml = file.name.ends_with(".toml");
        resources.push_back(json::object{{"name", toml ? "model" : "series"},
                                         {"path", path},
                                         {"format", toml ? "toml" : "csv"},
                                         {"mediatype", toml ? "application/toml" : "text/csv"},
                                         {"encoding", "utf-8"}});
        files[path] = std::move(file.text);
    }
    for (const auto& [table, name] : kTables) {
        const tables::Table made = make_table(table, report, language);
        resources.push_back(resource(name, made));
        files[std::string("results/") + name + ".csv"] = tables::to_csv(made);
    }
    const json::object package{
        {"profile", "data-package"},
        {"name", "run-" + std::to_string(report.run.number)},
        {"title", report.run.plan_name + " · " + std::to_string(report.run.number)},
        {"description", report.run.label},
        {"created", utc_text(report.run.updated)},
        {"keywords", json::array{report.network.currency + " " + std::to_string(report.network.price_year)}},
        {"sources", sources(report.network)},
        {"resources", std::move(resources)}};
    files["datapackage.json"] = json::serialize(package);
    return files;
}

}  // namespace dure::desks::energy
