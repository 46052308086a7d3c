// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/server.hpp"

namespace dure::http {

/// Counts for /metrics in Prometheus' text format. One thread at a time.
class Metrics {
  public:
    Metrics();
    ~Metrics();
    void count(std::string_view operation, int status, double seconds);
    std::string text(std::size_t connections, std::size_t waiting, const std::vector<Gauge>& gauges) const;

  private:
    struct Families;
    std::unique_ptr<Families> families_;
};

}  // namespace dure::http
