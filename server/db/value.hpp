// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "server/db/database.hpp"

namespace dure::db {

/// What may be missing, as a parameter made at run time.
template <class T>
Value value_of(const std::optional<T>& value) {
    return value ? Value(*value) : Value(nullptr);
}

}  // namespace dure::db
