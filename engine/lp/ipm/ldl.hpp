// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <vector>

#include "engine/lp/ipm/form.hpp"

namespace dure::lp::ipm {

/// A symmetric positive definite matrix by its upper triangle: column k has rows index[p] ≤ k, start[k] ≤ p <
/// start[k+1].
struct SymmetricPattern {
    int size = 0;
    std::vector<int> start, index;
};

/// An order of elimination with little fill (approximate minimum degree; Amestoy, Davis, Duff 1996): position
/// → node.
std::vector<int> minimum_degree(const SymmetricPattern& matrix);

/// Sparse L D Lᵀ, row by row along the elimination tree (Davis, ACM TOMS 31, 2005). For the small, chained
/// blocks of hourly models this beats supernodal codes by far.
class Ldl {
  public:
    explicit Ldl(const SymmetricPattern& matrix);

    std::size_t entries() const { return index_.size(); }
    /// `values` follow the pattern. A pivot lost to rounding (a row that depends on earlier ones) is raised
    /// to what rounding leaves of its diagonal. False when stopped.
    bool factor(const Vec& values, const std::stop_token& stop);

    /// In place on row-major blocks of `width` right sides: B ← L⁻¹B.
    void lower(double* b, int width) const;
    /// x ← L⁻¹x, and x ← L⁻ᵀ D⁻¹ x.
    void lower(Vec& x) const;
    void upper(Vec& x) const;
    const Vec& inverse_pivots() const { return inverse_pivot_; }

  private:
    SymmetricPattern matrix_;
    std::vector<int> parent_, start_, index_;
    Vec value_, inverse_pivot_;
    std::vector<int> count_, mark_, stack_;
    Vec row_;
};

}  // namespace dure::lp::ipm
