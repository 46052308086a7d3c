// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/ldl.hpp"

#include <suitesparse/amd.h>

#include <algorithm>
#include <stdexcept>

namespace dure::lp::ipm {
namespace {

constexpr double kLostPivot = 1e-14;  // of the diagonal that it came from
constexpr double kLeastPivot = 1e-30;
constexpr int kStopStride = 2048;  // rows between two looks at the stop token

}  // namespace

std::vector<int> minimum_degree(const SymmetricPattern& matrix) {
    std::vector<int> order(static_cast<std::size_t>(matrix.size));
    const int status =
        amd_order(matrix.size, matrix.start.data(), matrix.index.data(), order.data(), nullptr, nullptr);
    if (status != AMD_OK && status != AMD_OK_BUT_JUMBLED) throw std::runtime_error("amd_order failed");
    return order;
}

Ldl::Ldl(const SymmetricPattern& matrix) : matrix_(matrix) {
    const auto n = static_cast<std::size_t>(matrix.size);
    parent_.assign(n, -1);
    mark_.assign(n, -1);
    count_.assign(n, 0);
    start_.assign(n + 1, 0);
    inverse_pivot_.assign(n, 0);
    row_.assign(n, 0);
    stack_.assign(n, 0);
    for (int k = 0; k < matrix.size; ++k) {
        mark_[k] = k;
        for (int p = matrix.start[k]; p < matrix.start[k + 1]; ++p) {
            for (int i = matrix.index[p]; mark_[i] != k; i = parent_[i]) {
                if (parent_[i] == -1) parent_[i] = k;
                ++count_[i];
                mark_[i] = k;
            }
        }
    }
    for (std::size_t k = 0; k < n; ++k) start_[k + 1] = start_[k] + count_[k];
    index_.resize(static_cast<std::size_t>(start_[n]));
    value_.resize(index_.size());
}

bool Ldl::factor(const Vec& values, const std::stop_token& stop) {
    const int n = matrix_.size;
    for (int k = 0; k < n; ++k) mark_[k] = -1;
    for (int k = 0; k < n; ++k) {
        if (k % kStopStride == 0 && stop.stop_requested()) return false;
        // The pattern of row k of L: paths in the elimination tree, each put before those found earlier.
        int top = n;
        mark_[k] = k;
        count_[k] = 0;
        for (int p = matrix_.start[k]; p < matrix_.start[k + 1]; ++p) {
            const int i = matrix_.index[p];
            row_[i] += values[p];
            int length = 0;
            for (int j = i; mark_[j] != k; j = parent_[j]) {
                stack_[length++] = j;
                mark_[j] = k;
            }
            while (length > 0) stack_[--top] = stack_[--length];
        }
        const double diagonal = row_[k];
        double pivot = diagonal;
        row_[k] = 0;
        for (; top < n; ++top) {
            const int j = stack_[top];
            const double v = row_[j];
            row_[j] = 0;
            const int end = start_[j] + count_[j];
            for (int p = start_[j]; p < end; ++p) row_[index_[p]] -= value_[p] * v;
            const double l = v * inverse_pivot_[j];
            pivot -= l * v;
            index_[end] = k;
            value_[end] = l;
            ++count_[j];
        }
        inverse_pivot_[k] = 1 / std::max(pivot, kLostPivot * diagonal + kLeastPivot);
    }
    return true;
}

void Ldl::lower(double* b, int width) const {
    for (int k = 0; k < matrix_.size; ++k) {
        const double* from = b + static_cast<std::size_t>(k) * width;
        for (int p = start_[k]; p < start_[k + 1]; ++p) {
            double* to = b + static_cast<std::size_t>(index_[p]) * width;
            const double l = value_[p];
            for (int c = 0; c < width; ++c) to[c] -= l * from[c];
        }
    }
}

void Ldl::lower(Vec& x) const {
    for (int k = 0; k < matrix_.size; ++k) {
        const double v = x[k];
        for (int p = start_[k]; p < start_[k + 1]; ++p) x[index_[p]] -= value_[p] * v;
    }
}

void Ldl::upper(Vec& x) const {
    for (int k = matrix_.size - 1; k >= 0; --k) {
        double v = x[k] * inverse_pivot_[k];
        for (int p = start_[k]; p < start_[k + 1]; ++p) v -= value_[p] * x[index_[p]];
        x[k] = v;
    }
}

}  // namespace dure::lp::ipm
