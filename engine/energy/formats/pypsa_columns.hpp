// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace dure::energy {

/// What is done with a column of a PyPSA table: read it; pass it over, since it changes nothing in a linear
/// optimisation of one period; or refuse any value but its default, since Dure does not model it.
enum class Use { read, pass, refuse };

struct PypsaColumn {
    std::string_view name;
    Use use;
    std::string_view standard = "";  ///< PyPSA's default
};

struct PypsaTable {
    std::string_view component;  ///< the file's name without ".csv"
    std::span<const PypsaColumn> columns;
    std::span<const std::string_view> series;  ///< attributes that may vary by snapshot
    std::span<const std::string_view>
        results;  ///< attributes by snapshot that are results or serve other studies
};

/// The tables that Dure reads, by component; nullptr for others.
const PypsaTable* pypsa_table(std::string_view component);

}  // namespace dure::energy
