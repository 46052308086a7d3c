// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/sweep.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <memory>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/load_model.hpp"
#include "cli/solve_options.hpp"
#include "engine/energy/formats/csv_table.hpp"

namespace dure::cli {
namespace {

struct SweepArguments {
    std::string model;
    std::vector<std::string> vary, set;
    bool tornado = false;
    SolveOptions solve;
};

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// AT=VALUE
std::optional<energy::Change> read_change(std::string_view text) {
    const auto equals = text.rfind('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const auto value = number(text.substr(equals + 1));
    return value ? std::optional(energy::Change{std::string(text.substr(0, equals)), *value}) : std::nullopt;
}

/// FROM..TO:STEPS or a list with commas
std::optional<std::vector<double>> read_values(std::string_view text) {
    std::vector<double> values;
    if (const auto dots = text.find(".."); dots != std::string_view::npos) {
        const auto colon = text.rfind(':');
        if (colon == std::string_view::npos || colon < dots) return std::nullopt;
        const auto from = number(text.substr(0, dots)), to = number(text.substr(dots + 2, colon - dots - 2)),
                   steps = number(text.substr(colon + 1));
        if (!from || !to || !steps || *steps < 2 || *steps > 1000) return std::nullopt;
        for (int i = 0; i < static_cast<int>(*steps); ++i)
            values.push_back(*from + (*to - *from) * i / (static_cast<int>(*steps) - 1));
        return values;
    }
    while (!text.empty()) {
        const auto comma = text.find(',');
        const auto value = number(text.substr(0, comma));
        if (!value) return std::nullopt;
        values.push_back(*value);
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    return values.empty() ? std::nullopt : std::optional(values);
}

Error bad(std::string_view option, const std::string& text) {
    return {.code = "sweep.bad_option", .params = {{"option", std::string(option)}, {"found", text}}};
}

struct Work {
    energy::Varied ground;
    std::vector<std::vector<energy::Change>> points;
    std::vector<std::string> columns;  ///< addresses of a sweep; of a tornado none
};

Checked<Work> read_work(const SweepArguments& a, const energy::Model& model) {
    Errors errors;
    std::vector<energy::Change> set;
    for (const std::string& text : a.set) {
        const auto change = read_change(text);
        if (change)
            set.push_back(*change);
        else
            errors.push_back(bad("--set", text));
    }
    std::vector<energy::SweptParameter> swept;
    for (const std::string& text : a.vary) {
        const auto equals = text.rfind('=');
        const auto values = equals == std::string::npos
                                ? std::nullopt
                                : read_values(std::string_view(text).substr(equals + 1));
        if (values)
            swept.push_back({text.substr(0, equals), *values});
        else
            errors.push_back(bad("--vary", text));
    }
    if (!errors.empty()) return std::unexpected(errors);
    auto ground = energy::apply(model.network, model.series, set);
    if (!ground) return std::unexpected(ground.error());
    Work work{.ground = std::move(*ground)};
    if (a.tornado) {
        std::vector<energy::Ranged> ranges;
        for (const auto& one : model.assumptions)
            if (one.low && one.high) ranges.push_back({one.at, *one.low, *one.high});
        if (ranges.empty()) return std::unexpected(Errors{{.code = "sweep.no_ranges"}});
        work.points = energy::tornado_points(ranges);
        return work;
    }
    for (const auto& parameter : swept) work.columns.push_back(parameter.at);
    work.ground.network = energy::with_limits_of(work.ground.network, work.columns);
    // One point that does not fit would be kept as unsolved without a reason; each value is tried first.
    for (const auto& parameter : swept)
        for (const double value : parameter.values)
            if (auto tried = energy::apply(work.ground.network, work.ground.series,
                                           std::vector{energy::Change{parameter.at, value}});
                !tried)
                return std::unexpected(tried.error());
    work.points = energy::sweep_points(swept);
    return work;
}

std::string heading(const Work& work) {
    std::string line = "point";
    if (work.columns.empty()) line += ",assumption,value";
    for (const std::string& at : work.columns) line += "," + energy::csv_cell(at);
    line += ",status,total_cost,co2_t,self_sufficiency,renewable_share,investment";
    for (const auto& [kind, name] : energy::sample_technologies(work.ground.network))
        line += "," + energy::csv_cell(name + "_mw") +
                (kind == "store" ? "," + energy::csv_cell(name + "_mwh") : "");
    return line + "\n";
}

std::string row(const Work& work, const energy::PointResult& r) {
    const auto maybe = [](const std::optional<double>& v) {
        return v ? fmt::format("{}", *v) : std::string();
    };
    const auto& changes = work.points[static_cast<std::size_t>(r.number)];
    std::string line = std::to_string(r.number);
    if (work.columns.empty())
        line +=
            changes.empty() ? ",," : fmt::format(",{},{}", energy::csv_cell(changes[0].at), changes[0].value);
    else
        for (const auto& change : changes) line += fmt::format(",{}", change.value);
    line += fmt::format(",{}", name_of(r.status));
    if (r.status == lp::Status::optimal) {
        line += fmt::format(",{},{},{},{},{}", r.total_cost, r.co2_t, maybe(r.self_sufficiency),
                            maybe(r.renewable_share), r.investment);
        const auto technologies = energy::sample_technologies(work.ground.network);
        for (std::size_t t = 0; t < r.capacities.size(); ++t) {
            line += fmt::format(",{}", r.capacities[t].mw);
            if (technologies[t].kind == "store") line += "," + maybe(r.capacities[t].mwh);
        }
    }
    return line + "\n";
}

void run_sweep(const SweepArguments& a, Context& context) {
    const Interrupt interrupt;
    const auto model = load_model(a.model);
    if (!model) return context.refuse(model.error(), Exit::bad_input, false);
    const auto work = read_work(a, *model);
    if (!work) return context.refuse(work.error(), Exit::bad_input, false);
    const auto options = a.solve.to_options(context, interrupt.token());
    std::string csv = heading(*work);
    for (std::size_t i = 0; i < work->points.size() && !interrupt.token().stop_requested(); ++i) {
        const auto point = energy::solve_point(work->ground.network, work->ground.series, static_cast<int>(i),
                                               work->points[i], options);
        if (point.status == lp::Status::cancelled) break;
        csv += row(*work, point);
    }
    context.exit = interrupt.token().stop_requested() ? Exit::stopped : Exit::answered;
    fmt::print("{}", csv);
}

void add_sweep(CLI::App& app, Context& context, bool tornado) {
    auto* command = app.add_subcommand(tornado ? "tornado" : "sweep",
                                       context.say(tornado ? "sweep.about_tornado" : "sweep.about"));
    const auto a = std::make_shared<SweepArguments>();
    a->tornado = tornado;
    command->add_option("MODEL", a->model, context.say("plan.model"))->required();
    if (!tornado)
        command->add_option("--vary", a->vary, context.say("sweep.vary"))
            ->required()
            ->allow_extra_args(false);
    command->add_option("--set", a->set, context.say("sweep.set"))->allow_extra_args(false);
    a->solve.add_to(*command, context);
    command->callback([a, &context] { run_sweep(*a, context); });
}

}  // namespace

void add_sweep(CLI::App& app, Context& context) {
    add_sweep(app, context, false);
    add_sweep(app, context, true);
}

}  // namespace dure::cli
