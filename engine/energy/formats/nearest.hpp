// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace dure::energy {

/// Levenshtein's distance between two short texts, in bytes.
inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i + 1);
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

/// The name most like `name`; empty when there are no names. Long inputs are compared by their first 60
/// bytes.
template <class Names>
std::string nearest(std::string_view name, const Names& names) {
    std::string best;
    std::size_t least = static_cast<std::size_t>(-1);
    for (const std::string_view candidate : names) {
        const auto distance = edit_distance(name.substr(0, 60), candidate.substr(0, 60));
        if (distance >= least) continue;
        least = distance;
        best = candidate;
    }
    return best;
}

}  // namespace dure::energy
