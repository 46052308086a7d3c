// SPDX-License-Identifier: Apache-2.0
#include "cli/solve_options.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "cli/progress_line.hpp"

namespace dure::cli {

void SolveOptions::add_to(CLI::App& command, const Context& context) {
    command.add_option("--method", method, context.say("option.method"))
        ->check(CLI::IsMember({"auto", "ipm", "clp"}))
        ->capture_default_str();
    command.add_option("--threads", threads, context.say("option.threads"))->check(CLI::Range(0, 1024));
    command.add_option("--time-limit", time_limit_seconds, context.say("option.time_limit"))
        ->check(CLI::PositiveNumber);
    command.add_flag("--vertex", vertex, context.say("option.vertex"));
}

lp::Options SolveOptions::to_options(const Context& context, std::stop_token stop) const {
    lp::Options options{.threads = threads, .progress = show_progress(context), .stop = std::move(stop)};
    options.method = method == "ipm"   ? lp::Method::ipm
                     : method == "clp" ? lp::Method::clp
                                       : lp::Method::automatic;
    options.vertex = vertex;
    if (time_limit_seconds) options.time_limit_seconds = *time_limit_seconds;
    return options;
}

std::string_view name_of(lp::Status status) {
    switch (status) {
        case lp::Status::optimal:
            return "optimal";
        case lp::Status::infeasible:
            return "infeasible";
        case lp::Status::unbounded:
            return "unbounded";
        case lp::Status::limit:
            return "limit";
        case lp::Status::cancelled:
            return "cancelled";
    }
    return "limit";
}

Exit exit_of(lp::Status status) {
    return status == lp::Status::limit || status == lp::Status::cancelled ? Exit::stopped : Exit::answered;
}

Exit exit_of(const Error& error) {
    const bool solver = error.code.starts_with("lp.") && error.code != "lp.invalid";
    return solver || error.code == "energy.balance_failed" ? Exit::failed : Exit::bad_input;
}

Exit worst_of(const Errors& errors) {
    const bool mendable =
        std::ranges::all_of(errors, [](const Error& e) { return exit_of(e) == Exit::bad_input; });
    return mendable ? Exit::bad_input : Exit::failed;
}

}  // namespace dure::cli
