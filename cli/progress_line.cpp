// SPDX-License-Identifier: Apache-2.0
#include "cli/progress_line.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

#include "server/codec/messages.hpp"

namespace dure::cli {
namespace {

bool is_terminal() {
    return ::isatty(STDERR_FILENO) == 1;
}

}  // namespace

ProgressCallback show_progress(const Context& context) {
    using Clock = std::chrono::steady_clock;
    return [language = context.language, shown = Clock::now()](const Progress& p) mutable {
        const bool terminal = is_terminal();
        if (!terminal && Clock::now() - shown < std::chrono::seconds(5)) return;
        shown = Clock::now();
        std::string line = fmt::format("{:3.0f} % {}", 100 * p.fraction,
                                       codec::Messages::embedded().sentence(language, "stage." + p.stage));
        for (const auto& [name, value] : p.details) line += fmt::format("  {} {}", name, value);
        fmt::print(stderr, "{}{}{}", terminal ? "\r\x1b[K" : "", line, terminal ? "" : "\n");
        std::fflush(stderr);
    };
}

void end_progress() {
    if (is_terminal()) fmt::print(stderr, "\r\x1b[K");
}

}  // namespace dure::cli
