// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/plan.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/interrupt.hpp"
#include "cli/load_model.hpp"
#include "cli/plan_files.hpp"
#include "cli/progress_line.hpp"
#include "cli/solve_options.hpp"
#include "cli/table.hpp"
#include "engine/energy/build.hpp"
#include "engine/energy/formats/pypsa_write.hpp"
#include "engine/lp/mps/mps.hpp"

namespace dure::cli {
namespace {

struct PlanArguments {
    std::string model, out, mps, pypsa;
    bool json = false;
    SolveOptions solve;
};

/// The labels of a network's parts in the reader's language, the name where there is none.
class Labels {
  public:
    Labels(const energy::Network& network, const std::string& language) : korean_(language == "ko") {
        add(network.generators);
        add(network.links);
        add(network.stores);
        add(network.lines);
        add(network.limits);
        add(network.buses);
    }
    const std::string& of(const std::string& name) const {
        const auto found = labels_.find(name);
        return found == labels_.end() ? name : found->second;
    }

  private:
    template <class T>
    void add(const std::vector<T>& parts) {
        for (const T& part : parts) {
            const auto& label = korean_ ? part.label_ko : part.label_en;
            if (!label.empty()) labels_.try_emplace(part.name, label);
        }
    }
    bool korean_;
    std::map<std::string, std::string> labels_;
};

/// "1,234,567": thousands apart, no decimals.
std::string grouped(double value) {
    std::string digits = fmt::format("{:.0f}", value);
    const int first = digits[0] == '-' ? 1 : 0;
    for (int at = static_cast<int>(digits.size()) - 3; at > first; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

void print_technologies(const Context& context, const energy::Plan& plan, const Labels& labels) {
    std::vector<std::vector<std::string>> rows{{context.say("plan.technology"), "MW", "MWh",
                                                context.say("plan.output"), context.say("plan.hours"),
                                                context.say("plan.cost"), "tCO2"}};
    for (const auto& t : plan.technologies) {
        // Interior points leave traces where nothing is built.
        if (t.capacity_mw < 0.05 && t.output_mwh < 1) continue;
        const bool shedding = t.kind == "shedding";
        rows.push_back(
            {shedding ? context.say("plan.shedding", {{"bus", labels.of(t.bus)}}) : labels.of(t.name),
             shedding ? "" : fmt::format("{:.1f}", t.capacity_mw),
             t.energy_capacity_mwh ? fmt::format("{:.1f}", *t.energy_capacity_mwh) : "",
             grouped(t.output_mwh), grouped(t.full_load_hours), grouped(t.capital_cost + t.marginal_cost),
             grouped(t.co2_t)});
    }
    fmt::print("\n{}", as_columns(rows));
}

void print_limits(const Context& context, const energy::Plan& plan, const Labels& labels) {
    if (plan.limits.empty()) return;
    std::vector<std::vector<std::string>> rows{{context.say("plan.limit"), context.say("plan.bound"),
                                                context.say("plan.achieved"),
                                                context.say("plan.shadow_price")}};
    for (const auto& l : plan.limits)
        rows.push_back({labels.of(l.name), fmt::format("{:.6g}", l.bound), fmt::format("{:.6g}", l.achieved),
                        fmt::format("{:.6g}", l.shadow_price)});
    fmt::print("\n{}", as_columns(rows));
}

void print_for_people_plan(const Context& context, const energy::Network& network, const energy::Plan& plan) {
    const Labels labels(network, context.language);
    const auto row = [&](std::string_view key, const std::string& value) {
        return std::vector<std::string>{context.say(key), value};
    };
    fmt::print("{}: {}\n", network.name, context.say(fmt::format("status.{}", name_of(plan.status))));
    if (plan.status != lp::Status::optimal) {
        for (const auto& pointer : plan.conflicts)
            fmt::print("{}\n", context.say("plan.conflict", {{"pointer", pointer}}));
        return;
    }
    std::vector<std::vector<std::string>> rows{
        row("plan.total_cost", fmt::format("{} {}", grouped(plan.total_cost), network.currency)),
        row("plan.investment", fmt::format("{} {}", grouped(plan.investment), network.currency)),
        row("plan.co2", grouped(plan.co2_t) + " t"), row("plan.demand", grouped(plan.demand_mwh) + " MWh"),
        row("plan.shed", grouped(plan.shed_mwh) + " MWh")};
    if (plan.self_sufficiency)
        rows.push_back(row("plan.self_sufficiency", fmt::format("{:.1f} %", 100 * *plan.self_sufficiency)));
    if (plan.renewable_share)
        rows.push_back(row("plan.renewable_share", fmt::format("{:.1f} %", 100 * *plan.renewable_share)));
    rows.push_back(
        row("lp.method",
            context.say("lp.method_value",
                        {{"method", plan.method},
                         {"iterations", std::to_string(plan.iterations)},
                         {"seconds", fmt::format("{:.2f}", plan.build_seconds + plan.solve_seconds)}})));
    rows.push_back(row("lp.certificate",
                       context.say("lp.certificate_value",
                                   {{"primal", fmt::format("{:.1e}", plan.certificate->primal_residual)},
                                    {"dual", fmt::format("{:.1e}", plan.certificate->dual_residual)},
                                    {"gap", fmt::format("{:.1e}", plan.certificate->gap)}})));
    fmt::print("{}", as_columns(rows));
    print_technologies(context, plan, labels);
    print_limits(context, plan, labels);
}

/// The plan's linear program as an MPS file, for `dure lp` and other solvers.
Expected<void> write_program(const energy::Model& model, const std::string& path) {
    const auto indexed = energy::index(model.network, model.series);
    const auto text = lp::write_mps(energy::build(indexed, true).problem);
    if (!text) return std::unexpected(text.error());
    return write_file(path, *text);
}

/// The network as a PyPSA folder, with the results where there are some.
Checked<void> write_pypsa(const energy::Model& model, const energy::Plan& plan, const std::string& folder) {
    auto files = energy::write_pypsa_folder(model.network, model.series,
                                            plan.status == lp::Status::optimal ? &plan : nullptr);
    if (!files) {
        energy::add_places(files.error(), model);
        return std::unexpected(std::move(files.error()));
    }
    if (auto ok = write_folder(folder, {files->begin(), files->end()}); !ok)
        return std::unexpected(Errors{ok.error()});
    return {};
}

void run_plan(const PlanArguments& arguments, Context& context) {
    const Interrupt interrupt;
    const auto model = load_model(arguments.model);
    if (!model) return context.refuse(model.error(), Exit::bad_input, arguments.json);

    auto plan =
        energy::plan(model->network, model->series, arguments.solve.to_options(context, interrupt.token()));
    end_progress();
    if (!plan) {
        energy::add_places(plan.error(), *model);
        return context.refuse(plan.error(), worst_of(plan.error()), arguments.json);
    }
    if (!arguments.mps.empty()) {
        if (auto ok = write_program(*model, arguments.mps); !ok)
            return context.refuse({ok.error()}, Exit::failed, arguments.json);
    }
    context.exit = exit_of(plan->status);
    if (context.exit == Exit::answered) {
        if (auto ok = write_folder(arguments.out, plan_files(model->network, *plan)); !ok)
            return context.refuse({ok.error()}, Exit::failed, arguments.json);
    }
    if (!arguments.pypsa.empty()) {
        if (auto ok = write_pypsa(*model, *plan, arguments.pypsa); !ok)
            return context.refuse(ok.error(), worst_of(ok.error()), arguments.json);
    }
    if (arguments.json) {
        fmt::print("{}\n", plan_summary(model->network, *plan));
    } else {
        print_for_people_plan(context, model->network, *plan);
    }
}

}  // namespace

void add_plan(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("plan", context.say("plan.about"));
    const auto arguments = std::make_shared<PlanArguments>();
    command->add_option("MODEL", arguments->model, context.say("plan.model"))->required();
    command->add_option("--out", arguments->out, context.say("plan.out"))->required();
    command->add_option("--mps", arguments->mps, context.say("plan.mps"));
    command->add_option("--pypsa", arguments->pypsa, context.say("plan.pypsa"));
    command->add_flag("--json", arguments->json, context.say("option.json"));
    arguments->solve.add_to(*command, context);
    command->callback([arguments, &context] { run_plan(*arguments, context); });
}

}  // namespace dure::cli
