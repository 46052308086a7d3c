// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/energy/parameters.hpp"
#include "server/codec/codec.hpp"

/// Schema ParameterName, and changes of numbers in and out.
namespace dure::energy {

BOOST_DESCRIBE_STRUCT(Change, (), (at, value))
inline std::span<const codec::Rule> json_rules(const Change*) {
    static const codec::Rule rules[] = {codec::required("at").length(1, 400),
                                        codec::required("value").at_least(-1e15).at_most(1e15)};
    return rules;
}

}  // namespace dure::energy

namespace dure::desks::energy {

/// How a number is called. `unit` is empty where the model no longer has it.
struct ParameterName {
    std::string at, list, name, field, label_ko, label_en, unit;
};
BOOST_DESCRIBE_STRUCT(ParameterName, (), (at, list, name, field, label_ko, label_en, unit))

/// A change with what stood there before it; none: nothing, or a series.
struct ChangeView : ParameterName {
    double value = 0;
    std::optional<double> before;
};
BOOST_DESCRIBE_STRUCT(ChangeView, (ParameterName), (value, before))

ParameterName name_of(const dure::energy::Network& network, const std::string& at);

}  // namespace dure::desks::energy
