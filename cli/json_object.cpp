// SPDX-License-Identifier: Apache-2.0
#include "cli/json_object.hpp"

#include <fmt/format.h>

#include <cmath>

#include "server/codec/writer.hpp"

namespace dure::cli {

JsonObject& JsonObject::add_raw(std::string_view name, std::string_view json) {
    if (body_.size() > 1) body_ += ',';
    codec::write(name, body_);
    body_ += ':';
    body_ += json;
    return *this;
}

JsonObject& JsonObject::add(std::string_view name, std::string_view text) {
    std::string quoted;
    codec::write(text, quoted);
    return add_raw(name, quoted);
}

JsonObject& JsonObject::add(std::string_view name, double number) {
    if (!std::isfinite(number)) return add_raw(name, "null");
    std::string digits;
    codec::write(number, digits);
    return add_raw(name, digits);
}

JsonObject& JsonObject::add(std::string_view name, const std::optional<double>& number) {
    return number ? add(name, *number) : add_raw(name, "null");
}

void JsonObject::print() const {
    fmt::print("{}\n", text());
    std::fflush(stdout);
}

}  // namespace dure::cli
