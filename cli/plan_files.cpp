// SPDX-License-Identifier: Apache-2.0
#include "cli/plan_files.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <iterator>
#include <set>

#include "cli/files.hpp"
#include "cli/json_object.hpp"
#include "cli/solve_options.hpp"
#include "engine/energy/formats/csv_table.hpp"
#include "engine/energy/formats/local_times.hpp"
#include "engine/energy/formats/pypsa_columns.hpp"

namespace dure::cli {
namespace {

namespace fs = std::filesystem;

const std::set<std::string> kFileNames{"summary.json", "technologies.csv", "limits.csv", "dispatch.csv",
                                       "prices.csv",   "samples.csv",      "ranges.csv"};

/// Of `dure plan --out` or `--pypsa`.
bool is_result(const std::string& name) {
    return kFileNames.contains(name) || name == "network.csv" || name == "snapshots.csv" ||
           energy::pypsa_table(name.substr(0, name.find_first_of("-.")));
}

std::string_view name_of(energy::LimitKind kind) {
    switch (kind) {
        case energy::LimitKind::co2_cap:
            return "co2_cap";
        case energy::LimitKind::co2_cap_share:
            return "co2_cap_share";
        case energy::LimitKind::self_sufficiency:
            return "self_sufficiency";
        case energy::LimitKind::renewable_share:
            return "renewable_share";
        case energy::LimitKind::investment_budget:
            return "investment_budget";
    }
    return "co2_cap";
}

template <class T, class F>
std::string json_list(const std::vector<T>& items, F object_of) {
    std::string list = "[";
    for (const T& item : items) {
        if (list.size() > 1) list += ',';
        JsonObject object;
        object_of(object, item);
        list += object.text();
    }
    return list + "]";
}

std::string technologies_json(const energy::Plan& plan) {
    return json_list(plan.technologies, [](JsonObject& o, const energy::TechnologyResult& t) {
        o.add("kind", t.kind).add("name", t.name).add("bus", t.bus).add("carrier", t.carrier);
        o.add("capacity_mw", t.capacity_mw).add("existing_mw", t.existing_mw);
        if (t.energy_capacity_mwh) o.add("energy_capacity_mwh", *t.energy_capacity_mwh);
        o.add("output_mwh", t.output_mwh).add("input_mwh", t.input_mwh).add("curtailed_mwh", t.curtailed_mwh);
        o.add("full_load_hours", t.full_load_hours).add("capital_cost", t.capital_cost);
        o.add("marginal_cost", t.marginal_cost).add("co2_t", t.co2_t).add("investment", t.investment);
    });
}

std::string limits_json(const energy::Plan& plan) {
    return json_list(plan.limits, [](JsonObject& o, const energy::LimitResult& l) {
        o.add("name", l.name).add("kind", name_of(l.kind)).add("bound", l.bound).add("achieved", l.achieved);
        o.add("shadow_price", l.shadow_price);
    });
}

std::string buses_json(const energy::Plan& plan) {
    return json_list(plan.buses, [](JsonObject& o, const energy::BusResult& b) {
        o.add("name", b.name).add("demand_mwh", b.demand_mwh).add("shed_mwh", b.shed_mwh);
        o.add("peak_mw", b.peak_mw).add("max_abs_imbalance_mw", b.max_abs_imbalance_mw);
    });
}

std::string conflicts_json(const energy::Plan& plan) {
    std::string list = "[";
    for (const auto& pointer : plan.conflicts) {
        JsonObject o;
        list += (list.size() > 1 ? "," : "") + o.add("pointer", pointer).text();
    }
    return list + "]";
}

template <class... Args>
void line(std::string& csv, fmt::format_string<Args...> form, Args&&... args) {
    fmt::format_to(std::back_inserter(csv), form, std::forward<Args>(args)...);
    csv += '\n';
}

std::string technologies_csv(const energy::Plan& plan) {
    std::string csv =
        "kind,name,bus,carrier,capacity_mw,existing_mw,energy_capacity_mwh,output_mwh,input_mwh,curtailed_"
        "mwh,"
        "full_load_hours,capital_cost,marginal_cost,co2_t,investment\n";
    for (const auto& t : plan.technologies)
        line(csv, "{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}", t.kind, energy::csv_cell(t.name),
             energy::csv_cell(t.bus), energy::csv_cell(t.carrier), t.capacity_mw, t.existing_mw,
             t.energy_capacity_mwh ? fmt::format("{}", *t.energy_capacity_mwh) : "", t.output_mwh,
             t.input_mwh, t.curtailed_mwh, t.full_load_hours, t.capital_cost, t.marginal_cost, t.co2_t,
             t.investment);
    return csv;
}

std::string limits_csv(const energy::Plan& plan) {
    std::string csv = "name,kind,bound,achieved,shadow_price\n";
    for (const auto& l : plan.limits)
        line(csv, "{},{},{},{},{}", energy::csv_cell(l.name), name_of(l.kind), l.bound, l.achieved,
             l.shadow_price);
    return csv;
}

struct Series {
    std::string name;
    const std::vector<double>* values;
};

std::string series_csv(const energy::Network& network, const std::vector<Series>& columns) {
    std::string csv = "local_time";
    for (const auto& c : columns) csv += ',' + energy::csv_cell(c.name);
    csv += '\n';
    const auto times = energy::local_times(network.time);
    for (std::size_t t = 0; t < times.size(); ++t) {
        csv += times[t];
        for (const auto& c : columns) fmt::format_to(std::back_inserter(csv), ",{:.6g}", (*c.values)[t]);
        csv += '\n';
    }
    return csv;
}

}  // namespace

std::string plan_summary(const energy::Network& network, const energy::Plan& plan) {
    const bool optimal = plan.status == lp::Status::optimal;
    const auto proved = [&](double lp::Certificate::* member) {
        return plan.certificate ? std::optional(*plan.certificate.*member) : std::nullopt;
    };
    JsonObject o;
    o.add("status", name_of(plan.status));
    o.add("objective", optimal ? std::optional(plan.total_cost) : std::nullopt);
    o.add("seconds", plan.build_seconds + plan.solve_seconds).add("iterations", plan.iterations);
    o.add("primal_residual", proved(&lp::Certificate::primal_residual));
    o.add("dual_residual", proved(&lp::Certificate::dual_residual)).add("gap", proved(&lp::Certificate::gap));
    o.add("method", plan.method)
        .add("rows", plan.rows)
        .add("columns", plan.columns)
        .add("entries", plan.entries);
    o.add("name", network.name).add("currency", network.currency).add("price_year", network.price_year);
    if (optimal) {
        o.add("existing_capital_cost", plan.existing_capital_cost).add("co2_t", plan.co2_t);
        o.add("demand_mwh", plan.demand_mwh)
            .add("shed_mwh", plan.shed_mwh)
            .add("investment", plan.investment);
        o.add("self_sufficiency", plan.self_sufficiency).add("renewable_share", plan.renewable_share);
        o.add_raw("technologies", technologies_json(plan)).add_raw("limits", limits_json(plan));
        o.add_raw("buses", buses_json(plan));
    }
    o.add_raw("conflicts", conflicts_json(plan));
    return o.text();
}

std::map<std::string, std::string> plan_files(const energy::Network& network, const energy::Plan& plan) {
    std::map<std::string, std::string> files{{"summary.json", plan_summary(network, plan) + "\n"}};
    if (plan.status != lp::Status::optimal) return files;
    files["technologies.csv"] = technologies_csv(plan);
    files["limits.csv"] = limits_csv(plan);
    std::vector<Series> flows, prices;
    for (const auto& s : plan.series)
        flows.push_back({fmt::format("{}:{}@{}", s.kind, s.component, s.bus), &s.value});
    for (const auto& b : plan.buses) prices.push_back({b.name, &b.price});
    files["dispatch.csv"] = series_csv(network, flows);
    files["prices.csv"] = series_csv(network, prices);
    return files;
}

Expected<void> write_folder(const fs::path& folder, const std::map<std::string, std::string>& files) {
    const auto refuse = [&](const char* code) {
        return std::unexpected(Error{.code = code, .file = folder.string()});
    };
    const fs::path target = fs::absolute(folder).lexically_normal() / "";
    const fs::path plain = target.parent_path();
    const fs::path fresh = plain.string() + fmt::format(".new-{}", ::getpid());
    std::error_code error;
    if (fs::exists(plain, error)) {
        if (!fs::is_directory(plain, error)) return refuse("file.not_a_result");
        for (const auto& entry : fs::directory_iterator(plain, error)) {
            if (!is_result(entry.path().filename().string())) return refuse("file.not_a_result");
        }
    }
    if (!fs::create_directories(fresh, error)) return refuse("file.unwritable");
    for (const auto& [name, text] : files) {
        if (auto ok = write_file(fresh / name, text); !ok) {
            fs::remove_all(fresh, error);
            return ok;
        }
    }
    fs::remove_all(plain, error);
    fs::rename(fresh, plain, error);
    if (error) return refuse("file.unwritable");
    return {};
}

}  // namespace dure::cli
