// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/ensemble.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>

#include "cli/command.hpp"
#include "cli/interrupt.hpp"
#include "cli/json_object.hpp"
#include "cli/load_model.hpp"
#include "cli/plan_files.hpp"
#include "cli/progress_line.hpp"
#include "cli/solve_options.hpp"
#include "cli/table.hpp"
#include "engine/energy/formats/csv_table.hpp"
#include "engine/energy/near_optimal.hpp"

namespace dure::cli {
namespace {

struct EnsembleArguments {
    std::string model, out, near, weather_years;
    std::vector<std::string> vary;
    energy::EnsembleSpec spec;
    bool json = false, monte_carlo = false;
    SolveOptions solve;
};

struct Found {
    std::vector<energy::SampleTechnology> technologies;
    std::vector<std::vector<energy::Variation>> draws;
    std::vector<energy::SampleResult> samples;
    std::vector<energy::NearOptimal> ranges;
    bool cancelled = false;
};

constexpr std::string_view kOwnYear = "own";  ///< the weather year that the model has

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// KIND[:NAME]=LOW..HIGH[~]
std::optional<energy::Uncertain> read_uncertain(std::string_view text) {
    energy::Uncertain u;
    if (text.ends_with('~')) {
        u.shape = energy::Shape::triangular;
        text.remove_suffix(1);
    }
    const auto equals = text.rfind('=');
    const auto dots = text.find("..", equals == std::string_view::npos ? 0 : equals);
    if (equals == std::string_view::npos || dots == std::string_view::npos) return std::nullopt;
    const auto what = text.substr(0, equals);
    const auto colon = what.find(':');
    const auto kind = energy::variation_kind(what.substr(0, colon));
    const auto low = number(text.substr(equals + 1, dots - equals - 1)), high = number(text.substr(dots + 2));
    if (!kind || !low || !high) return std::nullopt;
    u.kind = *kind;
    if (colon != std::string_view::npos) u.target = what.substr(colon + 1);
    u.low = *low;
    u.high = *high;
    return u;
}

std::string all_kinds() {
    std::string names;
    for (int k = 0; k <= static_cast<int>(energy::VariationKind::co2_price); ++k)
        names += fmt::format("{}{}", k ? ", " : "", name_of(static_cast<energy::VariationKind>(k)));
    return names;
}

Errors read_spec(EnsembleArguments& a, std::vector<double>& slacks) {
    Errors errors;
    for (const std::string& text : a.vary) {
        if (auto u = read_uncertain(text)) {
            a.spec.parameters.push_back(std::move(*u));
        } else {
            errors.push_back(
                {.code = "ensemble.bad_vary", .params = {{"text", text}, {"kinds", all_kinds()}}});
        }
    }
    if (a.monte_carlo) a.spec.sampling = energy::Sampling::monte_carlo;
    for (std::size_t at = 0; at < a.weather_years.size();) {
        const auto end = std::min(a.weather_years.find(',', at), a.weather_years.size());
        const std::string year = a.weather_years.substr(at, end - at);
        a.spec.weather_years.push_back(year == kOwnYear ? "" : year);
        at = end + 1;
    }
    for (std::size_t at = 0; at < a.near.size();) {
        const auto end = std::min(a.near.find(',', at), a.near.size());
        const auto percent = number(std::string_view(a.near).substr(at, end - at));
        if (!percent || !(*percent > 0) || *percent > 1000) {
            errors.push_back({.code = "ensemble.bad_near", .params = {{"text", a.near}}});
            break;
        }
        slacks.push_back(*percent / 100);
        at = end + 1;
    }
    return errors;
}

Checked<Found> compute(const energy::Model& model, const EnsembleArguments& a, std::span<const double> slacks,
                       const lp::Options& options) {
    lp::Options quietly = options;
    quietly.progress = nullptr;
    Found found{.technologies = energy::sample_technologies(model.network), .draws = energy::draws(a.spec)};
    // The plan as it stands: samples begin where it passed, and regret is told against its design.
    std::optional<energy::Network> design;
    if (!found.draws.empty()) {
        lp::Options first = quietly;
        first.keep_start = true;
        const auto base = energy::plan(model.network, model.series, first);
        if (!base) return std::unexpected(base.error());
        quietly.start = base->start;
        if (a.spec.regret) {
            if (base->status != lp::Status::optimal && base->status != lp::Status::cancelled)
                return std::unexpected(Errors{{.code = "ensemble.no_optimum"}});
            design = energy::with_design(model.network, *base);
        }
    }
    for (std::size_t i = 0; i < found.draws.size() && !options.stop.stop_requested(); ++i) {
        const auto sample = energy::solve_sample(model.network, model.series, static_cast<int>(i),
                                                 found.draws[i], design ? &*design : nullptr, quietly);
        if (sample.status == lp::Status::cancelled) break;
        found.samples.push_back(sample);
        if (options.progress)
            options.progress(
                {.fraction = static_cast<double>(i + 1) / static_cast<double>(found.draws.size()),
                 .stage = "ensemble.samples",
                 .details = {}});
    }
    if (!slacks.empty() && !options.stop.stop_requested()) {
        auto ranges = energy::near_optimal(model.network, model.series, slacks, options);
        if (!ranges) return std::unexpected(ranges.error());
        found.ranges = std::move(*ranges);
    }
    found.cancelled = options.stop.stop_requested();
    return found;
}

std::string drawn_text(const energy::Variation& change) {
    if (change.kind != energy::VariationKind::weather_year) return fmt::format("{}", change.value);
    return change.target.empty() ? std::string(kOwnYear) : energy::csv_cell(change.target);
}

std::string samples_csv(const EnsembleArguments& a, const Found& found) {
    std::string out = "sample,status";
    for (const auto& u : a.spec.parameters)
        out += "," + energy::csv_cell(
                         fmt::format("{}{}{}", name_of(u.kind), u.target.empty() ? "" : ":", u.target));
    if (!a.spec.weather_years.empty()) out += ",weather_year";
    out += ",total_cost,co2_t,shed_mwh,self_sufficiency,renewable_share,regret";
    for (const auto& t : found.technologies)
        out += "," + energy::csv_cell(t.name + "_mw") +
               (t.kind == "store" ? "," + energy::csv_cell(t.name + "_mwh") : "");
    out += '\n';
    const auto maybe = [](const std::optional<double>& v) {
        return v ? fmt::format("{}", *v) : std::string();
    };
    for (const auto& s : found.samples) {
        out += fmt::format("{},{}", s.number, name_of(s.status));
        for (const auto& change : found.draws[static_cast<std::size_t>(s.number)])
            out += "," + drawn_text(change);
        if (s.status == lp::Status::optimal) {
            out += fmt::format(",{},{},{},{},{},{}", s.total_cost, s.co2_t, s.shed_mwh,
                               maybe(s.self_sufficiency), maybe(s.renewable_share), maybe(s.regret));
            for (std::size_t t = 0; t < s.capacities.size(); ++t) {
                out += fmt::format(",{}", s.capacities[t].mw);
                if (found.technologies[t].kind == "store") out += "," + maybe(s.capacities[t].mwh);
            }
        }
        out += '\n';
    }
    return out;
}

std::string ranges_csv(const Found& found) {
    std::string out = "kind,name,unit,slack,least,most,proved\n";
    for (const auto& r : found.ranges)
        out += fmt::format("{},{},{},{},{},{},{}\n", r.kind, energy::csv_cell(r.name), r.unit, r.slack,
                           r.least, r.most, r.proved);
    return out;
}

struct Spread {
    double low = 0, median = 0, high = 0;
};

template <class Value>
std::optional<Spread> spread(const Found& found, const Value& value) {
    std::vector<double> all;
    for (const auto& s : found.samples) {
        if (s.status != lp::Status::optimal) continue;
        if (const std::optional<double> v = value(s)) all.push_back(*v);
    }
    if (all.empty()) return std::nullopt;
    std::ranges::sort(all);
    const auto at = [&](double q) {
        return all[static_cast<std::size_t>(q * static_cast<double>(all.size() - 1))];
    };
    return Spread{at(0.05), at(0.5), at(0.95)};
}

/// Four digits; what an interior point leaves where nothing is built reads 0.
std::string figure(double value) {
    return fmt::format("{:.4g}", std::abs(value) < 1e-3 ? 0 : value);
}

struct Row {
    std::string column;  ///< of samples.csv
    std::string shown;
    Spread spread;
};

std::vector<Row> spreads(const Context& context, const Found& found) {
    std::vector<Row> rows;
    const auto add = [&](std::string column, std::string shown, const auto& value) {
        if (const auto s = spread(found, value)) rows.push_back({std::move(column), std::move(shown), *s});
    };
    add("total_cost", context.say("ensemble.cost"),
        [](const auto& s) { return std::optional(s.total_cost); });
    add("co2_t", context.say("ensemble.co2"), [](const auto& s) { return std::optional(s.co2_t); });
    add("regret", context.say("ensemble.regret_row"), [](const auto& s) { return s.regret; });
    for (std::size_t t = 0; t < found.technologies.size(); ++t) {
        const auto& [kind, name] = found.technologies[t];
        add(name + "_mw", name + " MW", [t](const auto& s) { return std::optional(s.capacities[t].mw); });
        if (kind == "store")
            add(name + "_mwh", name + " MWh", [t](const auto& s) { return s.capacities[t].mwh; });
    }
    return rows;
}

long optimal_of(const Found& found) {
    return std::ranges::count(found.samples, lp::Status::optimal, &energy::SampleResult::status);
}

std::string summary(const energy::Network& network, const EnsembleArguments& a, const Found& found) {
    JsonObject o, inner;
    for (const auto& [column, shown, s] : spreads({}, found)) {
        JsonObject values;
        values.add("p05", s.low).add("median", s.median).add("p95", s.high);
        inner.add_raw(column, values.text());
    }
    o.add("status", found.cancelled ? "cancelled" : "optimal").add("name", network.name);
    o.add("samples", a.spec.samples).add("done", found.samples.size()).add("optimal", optimal_of(found));
    o.add("seed", a.spec.seed).add("ranges", found.ranges.size()).add_raw("spread", inner.text());
    return o.text();
}

void print_for_people_ensemble(const Context& context, const EnsembleArguments& a, const Found& found) {
    fmt::print("{}\n", context.say("ensemble.done", {{"done", std::to_string(found.samples.size())},
                                                     {"samples", std::to_string(a.spec.samples)},
                                                     {"optimal", std::to_string(optimal_of(found))}}));
    std::vector<std::vector<std::string>> rows{{context.say("ensemble.parameter"),
                                                context.say("ensemble.low"), context.say("ensemble.median"),
                                                context.say("ensemble.high")}};
    for (const auto& [column, shown, s] : spreads(context, found))
        rows.push_back({shown, figure(s.low), figure(s.median), figure(s.high)});
    if (rows.size() > 1) fmt::print("\n{}", as_columns(rows));
    if (found.ranges.empty()) return;
    rows = {{context.say("ensemble.range"), context.say("ensemble.slack"), context.say("ensemble.least"),
             context.say("ensemble.most")}};
    for (const auto& r : found.ranges)
        rows.push_back({r.name + " " + r.unit, fmt::format("{:g} %", 100 * r.slack),
                        fmt::format("{:.1f}", r.least), fmt::format("{:.1f}", r.most)});
    fmt::print("\n{}", as_columns(rows));
}

void run_ensemble(EnsembleArguments a, Context& context) {
    const Interrupt interrupt;
    std::vector<double> slacks;
    if (Errors errors = read_spec(a, slacks); !errors.empty())
        return context.refuse(errors, Exit::bad_input, a.json);
    const auto model = load_model(a.model);
    if (!model) return context.refuse(model.error(), Exit::bad_input, a.json);
    if (Errors errors = energy::check(a.spec, model->network, model->series); !errors.empty())
        return context.refuse(errors, Exit::bad_input, a.json);
    auto found = compute(*model, a, slacks, a.solve.to_options(context, interrupt.token()));
    end_progress();
    if (!found) {
        energy::add_places(found.error(), *model);
        return context.refuse(found.error(), worst_of(found.error()), a.json);
    }
    std::map<std::string, std::string> files{{"summary.json", summary(model->network, a, *found) + "\n"},
                                             {"samples.csv", samples_csv(a, *found)}};
    if (!found->ranges.empty()) files["ranges.csv"] = ranges_csv(*found);
    if (auto ok = write_folder(a.out, files); !ok) return context.refuse({ok.error()}, Exit::failed, a.json);
    context.exit = found->cancelled ? Exit::stopped : Exit::answered;
    if (a.json)
        fmt::print("{}\n", summary(model->network, a, *found));
    else
        print_for_people_ensemble(context, a, *found);
}

}  // namespace

void add_ensemble(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("ensemble", context.say("ensemble.about"));
    const auto a = std::make_shared<EnsembleArguments>();
    command->add_option("MODEL", a->model, context.say("plan.model"))->required();
    command->add_option("--out", a->out, context.say("plan.out"))->required();
    command->add_option("--vary", a->vary, context.say("ensemble.vary"))->allow_extra_args(false);
    command->add_option("--weather-years", a->weather_years, context.say("ensemble.weather_years"));
    command->add_option("--samples", a->spec.samples, context.say("ensemble.samples"))
        ->check(CLI::Range(0, 100'000))
        ->capture_default_str();
    command->add_option("--seed", a->spec.seed, context.say("ensemble.seed"))->capture_default_str();
    command->add_flag("--monte-carlo", a->monte_carlo, context.say("ensemble.monte_carlo"));
    command->add_flag("--regret", a->spec.regret, context.say("ensemble.regret"));
    command->add_option("--near", a->near, context.say("ensemble.near"));
    command->add_flag("--json", a->json, context.say("option.json"));
    a->solve.add_to(*command, context);
    command->callback([a, &context] { run_ensemble(*a, context); });
}

}  // namespace dure::cli
