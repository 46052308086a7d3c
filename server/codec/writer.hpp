// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "server/codec/reader.hpp"

namespace dure::codec {

void write(bool, std::string& out);
void write(std::int32_t, std::string& out);
void write(std::int64_t, std::string& out);
/// The shortest digits that read back as the same number. Throws std::domain_error for NaN and infinities.
void write(double, std::string& out);
void write(std::string_view, std::string& out);
void write(const std::string& value, std::string& out);
void write(const std::variant<double, std::string>&, std::string& out);
void write(const std::vector<std::pair<std::string, std::string>>&, std::string& out);
void write(const RawJson&, std::string& out);
/// The contract's FieldError: pointer, code, params, and file and line where there are any.
void write(const Error&, std::string& out);
void write(const json::value&, std::string& out);
void write_record(const void* source, const Record&, std::string& out);

}  // namespace dure::codec
