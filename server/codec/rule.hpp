// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dure::codec {

/// What one member of a described struct must satisfy. A struct's rules are found by argument-dependent
/// lookup:
///
///     std::span<const codec::Rule> json_rules(const NewAccount*) {
///         static const codec::Rule rules[] = {codec::required("email").length(3, 254).format("email",
///         is_email),
///                                             codec::optional("language")};
///         return rules;
///     }
///
/// A member without a rule may be missing (it keeps its default) and takes any value of its type. Limits
/// reach into lists, maps, optionals and number-or-name values: `at_least` holds for every number in them,
/// `length` for every text.
struct Rule {
    std::string_view field;
    bool is_required = false;
    bool omit_empty = false;  ///< left out of the output while empty, zero or false
    std::optional<double> minimum, maximum;
    bool above_minimum = false, below_maximum = false;  ///< the bound itself is refused
    std::size_t min_length = 0, max_length = SIZE_MAX;  ///< of texts, in code points
    std::size_t min_items = 0, max_items = SIZE_MAX;    ///< of lists and maps
    std::string_view format_name;                       ///< given to the sentence of json.bad_format
    bool (*well_formed)(std::string_view) = nullptr;

    constexpr Rule length(std::size_t least, std::size_t most) const {
        Rule rule = *this;
        rule.min_length = least;
        rule.max_length = most;
        return rule;
    }
    constexpr Rule items(std::size_t least, std::size_t most) const {
        Rule rule = *this;
        rule.min_items = least;
        rule.max_items = most;
        return rule;
    }
    constexpr Rule at_least(double bound) const {
        Rule rule = *this;
        rule.minimum = bound;
        return rule;
    }
    constexpr Rule above(double bound) const {
        Rule rule = at_least(bound);
        rule.above_minimum = true;
        return rule;
    }
    constexpr Rule at_most(double bound) const {
        Rule rule = *this;
        rule.maximum = bound;
        return rule;
    }
    constexpr Rule below(double bound) const {
        Rule rule = at_most(bound);
        rule.below_maximum = true;
        return rule;
    }
    constexpr Rule format(std::string_view name, bool (*test)(std::string_view)) const {
        Rule rule = *this;
        rule.format_name = name;
        rule.well_formed = test;
        return rule;
    }
    constexpr Rule omitted_when_empty() const {
        Rule rule = *this;
        rule.omit_empty = true;
        return rule;
    }
};

constexpr Rule required(std::string_view field) {
    return {.field = field, .is_required = true};
}
constexpr Rule optional(std::string_view field) {
    return {.field = field};
}

}  // namespace dure::codec
