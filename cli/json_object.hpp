// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dure::cli {

/// The one JSON object that a command prints with --json, its members in the order in which they are added.
class JsonObject {
  public:
    JsonObject& add(std::string_view name, std::string_view text);
    JsonObject& add(std::string_view name, double number);  ///< null where it is not finite
    template <std::integral I>
    JsonObject& add(std::string_view name, I value) {
        // A template, so that a text literal is not taken for a bool.
        if constexpr (std::same_as<I, bool>) return add_raw(name, value ? "true" : "false");
        return add_raw(name, std::to_string(value));
    }
    JsonObject& add(std::string_view name,
                    const std::optional<double>& number);  ///< null where there is none
    JsonObject& add_raw(std::string_view name, std::string_view json);

    std::string text() const { return body_ + "}"; }
    /// The object and a line end on standard output.
    void print() const;

  private:
    std::string body_ = "{";
};

}  // namespace dure::cli
