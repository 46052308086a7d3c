// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

namespace dure::lp {

/// A sum whose rounding error does not grow with the number of terms (Neumaier, ZAMM 54, 1974, 39–51).
class NeumaierSum {
  public:
    explicit NeumaierSum(double start = 0) : sum_(start) {}
    void add(double term) {
        const double sum = sum_ + term;
        lost_ += std::abs(sum_) >= std::abs(term) ? (sum_ - sum) + term : (term - sum) + sum_;
        sum_ = sum;
    }
    double value() const { return std::isfinite(lost_) ? sum_ + lost_ : sum_; }

  private:
    double sum_;
    double lost_ = 0;
};

}  // namespace dure::lp
