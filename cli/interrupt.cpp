// SPDX-License-Identifier: Apache-2.0
#include "cli/interrupt.hpp"

#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace dure::cli {
namespace {

// A signal handler may only write to a pipe: requesting the stop runs callbacks, which is left to a thread.
int pipe_ends[2];
constexpr char kStop = 's', kEnd = 'e';

void send(char what) {
    [[maybe_unused]] const auto written = ::write(pipe_ends[1], &what, 1);
}

void on_signal(int signal) {
    send(kStop);
    std::signal(signal, SIG_DFL);
}

}  // namespace

Interrupt::Interrupt() {
    if (::pipe(pipe_ends) != 0) throw std::runtime_error("no pipe");
    watcher_ = std::thread([this] {
        for (char what; ::read(pipe_ends[0], &what, 1) == 1 && what == kStop;) source_.request_stop();
    });
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
}

Interrupt::~Interrupt() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    send(kEnd);
    watcher_.join();
    ::close(pipe_ends[0]);
    ::close(pipe_ends[1]);
}

}  // namespace dure::cli
