// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/lp/ipm/dense.hpp"
#include "engine/lp/ipm/kkt.hpp"
#include "engine/lp/ipm/ldl.hpp"

namespace dure::lp::ipm {
namespace {

/// Where A W Aᵀ takes its sums from: value[place] += coefficient · w[column].
struct Term {
    int place;
    double coefficient;
};

/// The sparse part of A W Aᵀ, its order, and the terms of every column.
struct Pattern {
    SymmetricPattern matrix;
    std::vector<int> position;  ///< of each row in the order of elimination
    std::vector<int> term_start{0};
    std::vector<Term> terms;
    std::vector<int> diagonal;  ///< place of each diagonal entry, by position
};

int sparse_end(const Form& f, int column) {
    const auto begin = f.index.begin() + f.start[column], end = f.index.begin() + f.start[column + 1];
    return static_cast<int>(std::lower_bound(begin, end, f.border_row) - f.index.begin());
}

/// Upper triangle of the pairs of rows that meet in a column, rows numbered by `position`.
SymmetricPattern pairs(const Form& f, const std::vector<int>& position) {
    const int n = f.border_row;
    std::vector<std::pair<int, int>> places;
    for (int i = 0; i < n; ++i) places.emplace_back(i, i);
    for (int j = 0; j < f.border_col; ++j) {
        const int end = sparse_end(f, j);
        for (int a = f.start[j]; a < end; ++a) {
            for (int b = f.start[j]; b < a; ++b) {
                const auto [low, high] = std::minmax(position[f.index[a]], position[f.index[b]]);
                places.emplace_back(high, low);
            }
        }
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    SymmetricPattern m{.size = n, .start = std::vector<int>(static_cast<std::size_t>(n) + 1), .index = {}};
    m.index.reserve(places.size());
    for (const auto& [column, row] : places) {
        ++m.start[column + 1];
        m.index.push_back(row);
    }
    for (int k = 0; k < n; ++k) m.start[k + 1] += m.start[k];
    return m;
}

int place_of(const SymmetricPattern& m, int a, int b) {
    const auto [low, high] = std::minmax(a, b);
    const auto begin = m.index.begin() + m.start[high], end = m.index.begin() + m.start[high + 1];
    return static_cast<int>(std::lower_bound(begin, end, low) - m.index.begin());
}

Pattern make_pattern(const Form& f) {
    Pattern p;
    p.position.resize(static_cast<std::size_t>(f.border_row));
    for (int i = 0; i < f.border_row; ++i) p.position[i] = i;
    const auto order = minimum_degree(pairs(f, p.position));
    for (int i = 0; i < f.border_row; ++i) p.position[order[i]] = i;
    p.matrix = pairs(f, p.position);
    for (int i = 0; i < f.border_row; ++i) p.diagonal.push_back(p.matrix.start[i + 1] - 1);
    for (int j = 0; j < f.border_col; ++j) {
        const int end = sparse_end(f, j);
        for (int a = f.start[j]; a < end; ++a) {
            for (int b = f.start[j]; b <= a; ++b) {
                p.terms.push_back({place_of(p.matrix, p.position[f.index[a]], p.position[f.index[b]]),
                                   f.value[a] * f.value[b]});
            }
        }
        p.term_start.push_back(static_cast<int>(p.terms.size()));
    }
    return p;
}

class GenericKkt : public Kkt {
  public:
    GenericKkt(const Form& form, double regularisation)
        : f_(form),
          delta_(regularisation),
          pattern_(make_pattern(form)),
          ldl_(pattern_.matrix),
          matrix_(pattern_.matrix.index.size()),
          border_rows_(form.rows - form.border_row),
          width_(form.border_size()),
          side_(static_cast<std::size_t>(form.border_row) * width_),
          schur_(width_),
          work_(static_cast<std::size_t>(form.border_row)),
          small_(static_cast<std::size_t>(width_)),
          cap_(static_cast<std::size_t>(form.border_col), -1) {
        for (const auto& s : f_.segments) {
            if (s.begin < f_.border_col) std::fill(cap_.begin() + s.begin, cap_.begin() + s.end, s.cap);
        }
    }

    void multiply(const Vec& x, Vec& out) override {
        std::fill(out.begin(), out.end(), 0.0);
        for (int j = 0; j < f_.columns; ++j) {
            for (int k = f_.start[j]; k < f_.start[j + 1]; ++k) out[f_.index[k]] += f_.value[k] * x[j];
        }
    }

    void multiply_transposed(const Vec& y, Vec& out) override {
        for (int j = 0; j < f_.columns; ++j) {
            double sum = 0;
            for (int k = f_.start[j]; k < f_.start[j + 1]; ++k) sum += f_.value[k] * y[f_.index[k]];
            out[j] = sum;
        }
    }

    bool factor(const Weights& w, const std::stop_token& stop) override {
        assemble(w);
        if (!ldl_.factor(matrix_, stop)) return false;
        if (width_ == 0) return true;
        ldl_.lower(side_.data(), width_);
        return condense(stop);
    }

    void solve(const Vec& h, const Vec& h_cols, const Vec&, Vec& dy, Vec& dv, Vec&) override {
        for (int i = 0; i < f_.border_row; ++i) work_[pattern_.position[i]] = h[i];
        ldl_.lower(work_);
        for (int g = 0; g < border_rows_; ++g) small_[g] = h[f_.border_row + g];
        for (int k = border_rows_; k < width_; ++k) small_[k] = h_cols[k - border_rows_];
        const auto& inverse = ldl_.inverse_pivots();
        for (int i = 0; i < f_.border_row; ++i) {
            const double v = work_[i] * inverse[i];
            const double* side = side_row(i);
            for (int c = 0; c < width_; ++c) small_[c] -= side[c] * v;
        }
        schur_.solve(small_.data());
        for (int i = 0; i < f_.border_row; ++i) {
            const double* side = side_row(i);
            double v = work_[i];
            for (int c = 0; c < width_; ++c) v -= side[c] * small_[c];
            work_[i] = v;
        }
        ldl_.upper(work_);
        for (int i = 0; i < f_.border_row; ++i) dy[i] = work_[pattern_.position[i]];
        for (int g = 0; g < border_rows_; ++g) dy[f_.border_row + g] = small_[g];
        for (int k = border_rows_; k < width_; ++k) dv[k - border_rows_] = small_[k];
    }

  private:
    double* side_row(int position) { return side_.data() + static_cast<std::size_t>(position) * width_; }
    int border_place(int column) const { return border_rows_ + column - f_.border_col; }

    void assemble(const Weights& w) {
        std::fill(matrix_.begin(), matrix_.end(), 0.0);
        std::fill(side_.begin(), side_.end(), 0.0);
        schur_.clear();
        for (const int d : pattern_.diagonal) matrix_[d] = delta_;
        for (int g = 0; g < border_rows_; ++g) schur_.at(g, g) = delta_;
        for (int j = 0; j < f_.border_col; ++j) {
            const double weight = w.weight[j];
            for (int t = pattern_.term_start[j]; t < pattern_.term_start[j + 1]; ++t)
                matrix_[pattern_.terms[t].place] += pattern_.terms[t].coefficient * weight;
            if (cap_[j] >= 0) add_to_border(j, w.pull[j], border_place(cap_[j]));
            for (int k = f_.start[j + 1] - 1; k >= f_.start[j] && f_.index[k] >= f_.border_row; --k)
                add_to_border(j, weight * f_.value[k], f_.index[k] - f_.border_row);
        }
        for (int j = f_.border_col; j < f_.columns; ++j) {
            add_to_border(j, 1, border_place(j));
            schur_.at(border_place(j), border_place(j)) = -w.weight[j];
        }
    }

    /// Adds factor·(column j) to the border's column `place`; what falls into border rows goes to the Schur
    /// matrix.
    void add_to_border(int j, double factor, int place) {
        for (int k = f_.start[j]; k < f_.start[j + 1]; ++k) {
            const int i = f_.index[k];
            const double v = factor * f_.value[k];
            if (i < f_.border_row) {
                side_row(pattern_.position[i])[place] += v;
            } else {
                schur_.at(i - f_.border_row, place) += v;
                if (place >= border_rows_) schur_.at(place, i - f_.border_row) += v;
            }
        }
    }

    bool condense(const std::stop_token& stop) {
        const auto& inverse = ldl_.inverse_pivots();
        for (int i = 0; i < f_.border_row; ++i) {
            if (i % 1024 == 0 && stop.stop_requested()) return false;
            const double* side = side_row(i);
            for (int a = 0; a < width_; ++a) {
                const double v = side[a] * inverse[i];
                if (v == 0) continue;
                double* row = &schur_.at(a, 0);
                for (int b = 0; b < width_; ++b) row[b] -= v * side[b];
            }
        }
        schur_.factor();
        return true;
    }

    const Form& f_;
    double delta_;
    Pattern pattern_;
    Ldl ldl_;
    Vec matrix_;
    int border_rows_, width_;
    Vec side_;  ///< L⁻¹ times the border's columns, one row a position
    DenseLu schur_;
    Vec work_, small_;
    std::vector<int> cap_;
};

}  // namespace

std::unique_ptr<Kkt> make_generic_kkt(const Form& form, double regularisation) {
    return std::make_unique<GenericKkt>(form, regularisation);
}

}  // namespace dure::lp::ipm
