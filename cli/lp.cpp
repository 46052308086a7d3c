// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/interrupt.hpp"
#include "cli/json_object.hpp"
#include "cli/progress_line.hpp"
#include "cli/solve_options.hpp"
#include "engine/lp/mps/mps.hpp"
#include "engine/lp/solver.hpp"

namespace dure::cli {
namespace {

struct LpArguments {
    std::string file;
    bool json = false;
    SolveOptions solve;
};

/// The objective as the file means it, where there is one.
std::optional<double> objective_of(const lp::MpsModel& model, const lp::Solution& s) {
    if (!s.certificate || s.status != lp::Status::optimal) return std::nullopt;
    return model.maximise ? -s.certificate->objective : s.certificate->objective;
}

void print_json_lp(const lp::MpsModel& model, const lp::Solution& s) {
    JsonObject answer;
    answer.add("status", name_of(s.status))
        .add("objective", objective_of(model, s))
        .add("seconds", s.seconds);
    answer.add("iterations", s.iterations);
    const auto proved = [&](double lp::Certificate::* member) {
        return s.certificate ? std::optional(*s.certificate.*member) : std::nullopt;
    };
    answer.add("primal_residual", proved(&lp::Certificate::primal_residual));
    answer.add("dual_residual", proved(&lp::Certificate::dual_residual));
    answer.add("gap", proved(&lp::Certificate::gap));
    answer.add("method", s.method).add("rows", model.problem.rows()).add("columns", model.problem.columns());
    answer.add("entries", model.problem.entries()).add("proved_by_ray", !s.ray.empty());
    answer.add("vertex", s.vertex);
    answer.print();
}

void print_for_people_lp(const Context& context, const lp::MpsModel& model, const lp::Solution& s,
                         bool vertex_wanted) {
    const auto line = [&](std::string_view key, const std::string& value) {
        fmt::print("{}: {}\n", context.say(key), value);
    };
    line("lp.size", context.say("lp.size_value", {{"rows", std::to_string(model.problem.rows())},
                                                  {"columns", std::to_string(model.problem.columns())},
                                                  {"entries", std::to_string(model.problem.entries())}}));
    line("lp.status", context.say(fmt::format("status.{}", name_of(s.status))));
    if (const auto objective = objective_of(model, s))
        line("lp.objective", fmt::format("{:.10g}", *objective));
    line("lp.method", context.say("lp.method_value", {{"method", s.method},
                                                      {"iterations", std::to_string(s.iterations)},
                                                      {"seconds", fmt::format("{:.2f}", s.seconds)}}));
    if (s.status == lp::Status::optimal)
        line("lp.certificate", context.say("lp.certificate_value",
                                           {{"primal", fmt::format("{:.1e}", s.certificate->primal_residual)},
                                            {"dual", fmt::format("{:.1e}", s.certificate->dual_residual)},
                                            {"gap", fmt::format("{:.1e}", s.certificate->gap)}}));
    if (vertex_wanted && s.status == lp::Status::optimal && !s.vertex)
        fmt::print("{}\n", context.say("lp.no_vertex"));
    if (!s.ray.empty()) fmt::print("{}\n", context.say("lp.proved_by_ray"));
}

void run_lp(const LpArguments& arguments, Context& context) {
    const Interrupt interrupt;
    const auto text = read_file(arguments.file);
    if (!text) return context.refuse({text.error()}, Exit::bad_input, arguments.json);
    const auto model = lp::read_mps(*text, arguments.file);
    if (!model) return context.refuse({model.error()}, Exit::bad_input, arguments.json);

    const auto solution = lp::solve(model->problem, arguments.solve.to_options(context, interrupt.token()));
    end_progress();
    if (!solution) return context.refuse({solution.error()}, exit_of(solution.error()), arguments.json);
    context.exit = exit_of(solution->status);
    if (arguments.json) return print_json_lp(*model, *solution);
    print_for_people_lp(context, *model, *solution, arguments.solve.vertex);
}

}  // namespace

void add_lp(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("lp", context.say("lp.about"));
    const auto arguments = std::make_shared<LpArguments>();
    command->add_option("FILE", arguments->file, context.say("lp.file"))->required();
    command->add_flag("--json", arguments->json, context.say("option.json"));
    arguments->solve.add_to(*command, context);
    command->callback([arguments, &context] { run_lp(*arguments, context); });
}

}  // namespace dure::cli
