// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/lp/ipm/form.hpp"

namespace dure::lp::ipm {

/// A small dense square matrix, row-major, and its LU with partial pivoting: the Schur complement on the
/// border.
class DenseLu {
  public:
    explicit DenseLu(int size)
        : size_(size), a_(static_cast<std::size_t>(size) * size), pivot_(static_cast<std::size_t>(size)) {}

    double& at(int row, int column) { return a_[static_cast<std::size_t>(row) * size_ + column]; }
    void clear();
    /// Replaces the matrix by its factors. A pivot that vanished is made infinite.
    void factor();
    void solve(double* x) const;

  private:
    int size_;
    Vec a_;
    std::vector<int> pivot_;
};

}  // namespace dure::lp::ipm
