// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"

namespace dure::jobs {

/// How errors and parameters stand in columns: the contract's FieldError and Params. Reading throws
/// db::Error{other} where a column holds something else.
std::string to_json(const Error& error);
std::string to_json(const Params& params);
Error error_from_json(std::string_view json);
Params params_from_json(std::string_view json);

}  // namespace dure::jobs
