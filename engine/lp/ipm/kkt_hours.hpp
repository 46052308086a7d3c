// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <new>
#include <vector>

#include "engine/lp/ipm/dense.hpp"
#include "engine/lp/ipm/hours.hpp"
#include "engine/lp/ipm/hours_kernels.hpp"
#include "engine/lp/ipm/kkt.hpp"
#include "engine/lp/ipm/pool.hpp"

namespace dure::lp::ipm {

static_assert(kLanes == 4);

/// Zeroed memory that vectors may be loaded from; sizes in packs.
class Packs {
  public:
    explicit Packs(std::size_t count = 0) : size_(count * kLanes) {
        if (size_ == 0) return;
        data_.reset(static_cast<double*>(::operator new[](size_ * sizeof(double), kAlign)));
        std::fill_n(data_.get(), size_, 0.0);
    }
    double* data() { return data_.get(); }
    /// Value of lane `lane` of pack `i`.
    double& at(std::size_t i, int lane) { return data_[i * kLanes + static_cast<std::size_t>(lane)]; }

  private:
    static constexpr std::align_val_t kAlign{64};
    struct Free {
        void operator()(double* p) const { ::operator delete[](p, kAlign); }
    };
    std::size_t size_;
    std::unique_ptr<double[], Free> data_;
};

/// The memory behind a GroupWork.
struct Group {
    Packs factor, partial, scratch, square, yearly, yearly_caps, last, last_border, first_keeps;
    Packs border, last_row, last_level;  ///< of a solve
    GroupWork work;
};

/// make_hours_kkt(): factors and solves in kkt_hours.cpp, products in kkt_hours_products.cpp.
class HoursKkt : public Kkt {
  public:
    HoursKkt(const Form& form, const Hours& hours, double regularisation, Pool& pool)
        : f_(form),
          h_(hours),
          pool_(pool),
          do_(hour_kernels()),
          delta_(regularisation),
          schur_(border_size()) {
        x_.resize(static_cast<std::size_t>(border_size()));
        swapped_.resize(static_cast<std::size_t>(h_.chunks()) * h_.levels);
        make_views();
        groups_.resize(static_cast<std::size_t>(h_.groups));
        for (int g = 0; g < h_.groups; ++g) make_group(g);
    }

    void multiply(const Vec& x, Vec& out) override;
    void multiply_transposed(const Vec& y, Vec& out) override;
    bool factor(const Weights& w, const std::stop_token& stop) override;
    void solve(const Vec& h, const Vec& h_cols, const Vec& q, Vec& dy, Vec& dv, Vec& kept) override;

  private:
    int border_size() const { return h_.caps + h_.yearly + 2 * h_.chunks() * h_.levels; }
    int cap_place(int k) const { return k < h_.coupled ? k : border_size() - h_.caps + k; }
    int yearly_place(int r) const { return h_.coupled + r; }
    int level_place(int chunk, int level) const { return h_.coupled + h_.yearly + chunk * h_.levels + level; }
    int row_place(int chunk, int level) const { return level_place(h_.chunks() + chunk, level); }
    int before(int chunk) const { return (chunk + h_.chunks() - 1) % h_.chunks(); }
    int first_of(int chunk) const { return ((chunk / kLanes) * h_.steps) * kLanes + chunk % kLanes; }
    int last_of(int chunk) const { return first_of(chunk) + (h_.steps - 1) * kLanes; }
    int border_place(int chunk, int c) const {
        const int fixed = h_.coupled + h_.yearly;
        return c < fixed ? c : level_place(before(chunk), c - fixed);
    }
    int group_values() const { return h_.steps * kLanes; }
    const double* coefficients(const Series& s, int first) const {
        return s.values.data() + (s.stride ? first : 0);
    }
    double* row(Vec& rows, int slot) const {
        return rows.data() + static_cast<std::size_t>(slot) * h_.values();
    }

    /// to += factor · series, over a group's values.
    void add_scaled(double* to, const Series& s, double factor, int first) const {
        const double all[kLanes] = {factor, factor, factor, factor};
        const double product = factor * s.values[0];
        if (s.stride) {
            do_.add_product(to, all, 0, coefficients(s, first), group_values());
        } else {
            for (int i = 0; i < group_values(); ++i) to[i] += product;
        }
    }

    void make_views();
    void make_group(int g);
    void assemble_border(const Weights& w);
    void add_chunk(int chunk);
    void add_last_levels(const Weights& w);
    void add(int i, int j, double v) {
        schur_.at(i, j) += v;
        if (i != j) schur_.at(j, i) += v;
    }
    void hand_out();

    const Form& f_;
    const Hours& h_;
    Pool& pool_;
    const HourKernels& do_;
    double delta_;
    std::vector<FlowView> flows_;
    std::vector<EntryView> entries_;
    std::vector<LevelView> levels_;
    std::vector<BorderView> border_;
    std::vector<Group> groups_;
    DenseLu schur_;
    Vec x_;
    std::vector<char> swapped_;
};

}  // namespace dure::lp::ipm
