// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/dense.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dure::lp::ipm {

void DenseLu::clear() {
    std::fill(a_.begin(), a_.end(), 0.0);
}

void DenseLu::factor() {
    for (int k = 0; k < size_; ++k) {
        int best = k;
        for (int i = k + 1; i < size_; ++i) {
            if (std::abs(at(i, k)) > std::abs(at(best, k))) best = i;
        }
        pivot_[k] = best;
        if (best != k) std::swap_ranges(&at(k, 0), &at(k, 0) + size_, &at(best, 0));
        if (at(k, k) == 0) at(k, k) = std::numeric_limits<double>::max();
        const double inverse = 1 / at(k, k);
        const double* pivot_row = &at(k, 0);
        for (int i = k + 1; i < size_; ++i) {
            double* row = &at(i, 0);
            const double f = row[k] * inverse;
            row[k] = f;
            if (f == 0) continue;
            for (int j = k + 1; j < size_; ++j) row[j] -= f * pivot_row[j];
        }
    }
}

void DenseLu::solve(double* x) const {
    for (int k = 0; k < size_; ++k) std::swap(x[k], x[pivot_[k]]);
    for (int i = 0; i < size_; ++i) {
        const double* row = a_.data() + static_cast<std::size_t>(i) * size_;
        for (int k = 0; k < i; ++k) x[i] -= row[k] * x[k];
    }
    for (int i = size_ - 1; i >= 0; --i) {
        const double* row = a_.data() + static_cast<std::size_t>(i) * size_;
        for (int k = i + 1; k < size_; ++k) x[i] -= row[k] * x[k];
        x[i] /= row[i];
    }
}

}  // namespace dure::lp::ipm
