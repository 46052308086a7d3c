// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "engine/base/error.hpp"

namespace dure {

/// How far a long computation has come.
struct Progress {
    double fraction = 0;  ///< 0…1, never falling; an estimate
    std::string stage;    ///< a code, the sentence stands in messages/ under `stage.<stage>`
    Params details;       ///< e.g. {"iteration","12"}, {"objective","1.07e9"}
};

/// Called from the computing thread, at most a few times a second.
using ProgressCallback = std::function<void(const Progress&)>;

}  // namespace dure
