// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/validate.hpp"

#include <cmath>

namespace dure::lp {
namespace {

std::unexpected<Error> invalid(std::string what, std::string where) {
    return fail("lp.invalid", {{"what", std::move(what)}, {"where", std::move(where)}});
}

std::string name_of(const std::vector<std::string>& names, std::size_t i) {
    return i < names.size() && !names[i].empty() ? names[i] : std::to_string(i);
}

bool has_shape(const Problem& p) {
    const auto columns = p.cost.size(), rows = p.row_lower.size();
    return p.start.size() == columns + 1 && p.col_lower.size() == columns && p.col_upper.size() == columns &&
           p.row_upper.size() == rows && p.index.size() == p.value.size() &&
           (p.col_names.empty() || p.col_names.size() == columns) &&
           (p.row_names.empty() || p.row_names.size() == rows) && p.start.front() == 0 &&
           p.start.back() == p.entries();
}

// Written so that a NaN on either side fails.
bool bounds_hold(double lower, double upper) {
    return lower <= upper && lower < kInfinity && upper > -kInfinity;
}

}  // namespace

Expected<void> validate(const Problem& p) {
    if (!has_shape(p)) return invalid("shape", p.name);
    if (!std::isfinite(p.offset)) return invalid("offset", p.name);
    for (std::size_t j = 0; j + 1 < p.start.size(); ++j) {
        if (p.start[j] > p.start[j + 1]) return invalid("start", name_of(p.col_names, j));
    }
    for (std::size_t j = 0; j < p.cost.size(); ++j) {
        if (!std::isfinite(p.cost[j])) return invalid("cost", name_of(p.col_names, j));
        if (!bounds_hold(p.col_lower[j], p.col_upper[j]))
            return invalid("column_bounds", name_of(p.col_names, j));
        std::int32_t previous = -1;
        for (auto k = p.start[j]; k < p.start[j + 1]; ++k) {
            const auto row = p.index[static_cast<std::size_t>(k)];
            if (row <= previous || row >= p.rows()) return invalid("row_index", name_of(p.col_names, j));
            if (!std::isfinite(p.value[static_cast<std::size_t>(k)]))
                return invalid("coefficient", name_of(p.col_names, j));
            previous = row;
        }
    }
    for (std::size_t i = 0; i < p.row_lower.size(); ++i) {
        if (!bounds_hold(p.row_lower[i], p.row_upper[i]))
            return invalid("row_bounds", name_of(p.row_names, i));
    }
    return {};
}

}  // namespace dure::lp
