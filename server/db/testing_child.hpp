// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <vector>

namespace dure::db::testing {

/// A process that runs `body` until it is killed, and reports numbers to its parent over a pipe. Fork it
/// while no other thread runs; the body must open its own database.
class ChildProcess {
  public:
    using Report = std::function<void(std::int64_t)>;

    explicit ChildProcess(const std::function<void(const Report&)>& body) {
        int ends[2];
        if (::pipe(ends) != 0) throw std::runtime_error("pipe");
        process_ = ::fork();
        if (process_ == 0) {
            ::close(ends[0]);
            try {
                body([&](std::int64_t n) {
                    if (::write(ends[1], &n, sizeof n) != sizeof n) ::_exit(1);
                });
            } catch (...) {
                ::_exit(1);
            }
            ::_exit(0);
        }
        ::close(ends[1]);
        pipe_ = ends[0];
    }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess() {
        kill();
        ::close(pipe_);
    }

    /// The next number reported; -1 when there will be none.
    std::int64_t next() const {
        std::int64_t n = 0;
        return ::read(pipe_, &n, sizeof n) == sizeof n ? n : -1;
    }

    /// kill -9; returns every number reported so far that next() has not given.
    std::vector<std::int64_t> kill() {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            ::waitpid(process_, nullptr, 0);
            process_ = 0;
        }
        std::vector<std::int64_t> rest;
        for (std::int64_t n = next(); n >= 0; n = next()) rest.push_back(n);
        return rest;
    }

  private:
    pid_t process_ = 0;
    int pipe_ = -1;
};

}  // namespace dure::db::testing
