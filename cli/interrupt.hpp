// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <thread>

namespace dure::cli {

/// While it lives, Ctrl-C (SIGINT) and SIGTERM request a stop; a second one ends the program as usual. One at
/// a time.
class Interrupt {
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return source_.get_token(); }

  private:
    std::stop_source source_;
    std::thread watcher_;
};

}  // namespace dure::cli
