// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <stop_token>

#include "engine/lp/ipm/form.hpp"

namespace dure::lp::ipm {

/// The diagonal pieces of a Newton system, one a column. Of a column that is not border, `weight` is w =
/// 1/(z/x + ρ + u/s) and `pull` is u/s·w, by which it moves with its cap. Of a border column, `weight` is the
/// diagonal H itself: its own z/x + ρ + u/s and all that its capped columns add.
struct Weights {
    Vec weight, pull;
    Vec alpha, beta;  ///< z/x + ρ and u/s, which kept columns enter with
};

/// Products with A and solves with
///
///     [ A W Aᵀ + δ    B̂ ] [dy]   [h_rows]        A without border columns, B̂ = B + A·pull spread over the
///     caps, [ B̂ᵀ           −H ] [dv] = [h_cols]        dv the border columns
///
/// A system is factorised once an iteration and solved several times.
class Kkt {
  public:
    virtual ~Kkt() = default;
    /// out = A x over all columns.
    virtual void multiply(const Vec& x, Vec& out) = 0;
    /// out = Aᵀ y.
    virtual void multiply_transposed(const Vec& y, Vec& out) = 0;
    /// False when `stop` was requested before it ended.
    virtual bool factor(const Weights& weights, const std::stop_token& stop) = 0;
    /// h has one value a row, h_cols one a border column, q one a column; dy, dv and `kept` likewise (only
    /// kept columns of q and `kept` count).
    virtual void solve(const Vec& h, const Vec& h_cols, const Vec& q, Vec& dy, Vec& dv, Vec& kept) = 0;
};

/// For every Form without kept columns: sparse LDLᵀ of A W Aᵀ in minimum degree order, the border by a dense
/// Schur complement.
std::unique_ptr<Kkt> make_generic_kkt(const Form& form, double regularisation);

struct Hours;
class Pool;

/// For the form of an HourForm: period by period, several chunks of the year in the lanes of a vector and on
/// threads; chunk ends, caps and yearly rows by a dense Schur complement.
std::unique_ptr<Kkt> make_hours_kkt(const Form& form, const Hours& hours, double regularisation, Pool& pool);

}  // namespace dure::lp::ipm
