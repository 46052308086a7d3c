// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <thread>

#include "engine/base/id.hpp"
#include "server/db/database.hpp"

namespace dure::audit {

/// Seals what waits, twice a second, while the object lives; what a killed program left waiting is sealed by
/// the next one. A database that is away is met with a warning in the log and another try.
class Sealer {
  public:
    Sealer(db::Database& database, RandomBytes random,
           std::chrono::milliseconds beat = std::chrono::milliseconds(400));

  private:
    std::jthread thread_;
};

/// Seals everything that waits, a transaction for each batch.
void seal_all(db::Database& database, const RandomBytes& random);

}  // namespace dure::audit
