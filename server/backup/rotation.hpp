// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/time.hpp"

namespace dure::backup {

struct Rotation {
    std::int64_t daily = 7, weekly = 5, monthly = 12;
};

struct Dated {
    std::string name;
    Instant made = 0;
};

/// What a backup is kept as.
enum class KeptAs { newest, day, week, month };

struct Keeping {
    std::string name;
    std::vector<KeptAs> as;  ///< empty: it may go
};

/// The newest backup stays with those of the 24 hours before it: what is made after a damage must not take
/// away what was made before it. And of the latest days, weeks (from Monday on) and months that have any, as
/// many as the rotation says, the last of each. `offset`: microseconds that the installation's clock is ahead
/// of UTC. Newest first.
std::vector<Keeping> keeping_of(std::vector<Dated> backups, const Rotation& rotation, Instant offset);

}  // namespace dure::backup
