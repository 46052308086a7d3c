// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <new>

#include "engine/lp/ipm/dense.hpp"
#include "engine/lp/ipm/hours.hpp"
#include "engine/lp/ipm/hours_kernels.hpp"
#include "engine/lp/ipm/kkt.hpp"
#include "engine/lp/ipm/pool.hpp"

namespace dure::lp::ipm {
namespace {

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

void HoursKkt::make_views() {
    std::size_t count = 0;
    for (const auto& f : h_.flows) count += f.entries.size() + f.yearly.size();
    entries_.reserve(count);
    for (const auto& f : h_.flows) {
        FlowView v{.cap = f.cap};
        const auto add = [&](const std::vector<HourFlow::Entry>& entries) {
            const EntryView* begin = entries_.data() + entries_.size();
            for (const auto& e : entries) entries_.push_back({e.row, e.value.values.data(), e.value.stride});
            return begin;
        };
        v.entries = add(f.entries);
        v.entries_end = v.entries + f.entries.size();
        v.yearly = add(f.yearly);
        v.yearly_end = v.yearly + f.yearly.size();
        flows_.push_back(v);
    }
    for (const auto& l : h_.level)
        levels_.push_back({.keeps = l.keeps.data(), .cap = l.cap, .boxed = l.boxed});
    for (const auto& b : h_.border)
        border_.push_back({b.row, b.column, b.value.values.data(), b.value.stride});
}

void HoursKkt::make_group(int g) {
    auto& group = groups_[g];
    auto& w = group.work;
    w.shape = {
        .steps = h_.steps, .rows = h_.rows, .levels = h_.levels, .caps = h_.coupled, .yearly = h_.yearly};
    const auto steps = static_cast<std::size_t>(h_.steps), m = static_cast<std::size_t>(h_.levels);
    const auto b = static_cast<std::size_t>(w.shape.padded()), yearly = static_cast<std::size_t>(h_.yearly);
    group.factor = Packs(steps * w.shape.factor_size());
    group.partial = Packs(steps * w.shape.solve_size());
    group.scratch = Packs(w.scratch_size());
    group.square = Packs(b * b);
    group.yearly = Packs(yearly * yearly);
    group.yearly_caps = Packs(yearly * h_.coupled);
    group.last = Packs(m * m);
    group.last_border = Packs(m * b);
    group.first_keeps = Packs(m);
    group.border = Packs(b);
    group.last_row = Packs(m);
    group.last_level = Packs(m);
    for (int i = 0; i < h_.levels; ++i) {
        for (int l = 0; l < kLanes; ++l)
            group.first_keeps.at(i, l) = h_.level[i].keeps[last_of(before(g * kLanes + l))];
    }
    w.first = g * group_values();
    w.regularisation = delta_;
    w.flows = flows_.data();
    w.flows_end = w.flows + flows_.size();
    w.levels = levels_.data();
    w.first_keeps = group.first_keeps.data();
    w.border = border_.data();
    w.border_end = w.border + border_.size();
    w.factor = group.factor.data();
    w.partial = group.partial.data();
    w.scratch = group.scratch.data();
    w.schur = {group.square.data(), group.yearly.data(), group.yearly_caps.data(), group.last.data(),
               group.last_border.data()};
}

void HoursKkt::multiply(const Vec& x, Vec& out) {
    const double* from = x.data();
    const int count = group_values();
    std::vector<Vec> sums(static_cast<std::size_t>(h_.groups), Vec(static_cast<std::size_t>(h_.yearly)));
    pool_.run(h_.groups, [&](int g) {
        const int first = g * count;
        for (int r = 0; r < h_.rows; ++r) std::fill_n(row(out, r) + first, count, 0.0);
        for (const auto& f : h_.flows) {
            const double* v = from + f.column + first;
            for (const auto& e : f.entries)
                do_.add_product(row(out, e.row) + first, coefficients(e.value, first), e.value.stride, v,
                                count);
            for (const auto& e : f.yearly)
                sums[g][e.row] += do_.dot(coefficients(e.value, first), e.value.stride, v, count);
        }
        for (const auto& b : h_.border) {
            add_scaled(row(out, b.row) + first, b.value, x[f_.border_col + b.column], first);
        }
        for (int m = 0; m < h_.levels; ++m) {
            double* to = row(out, h_.rows - h_.levels + m) + first;
            const double* level = from + h_.level[m].column + first;
            const double* keeps = h_.level[m].keeps.data() + first;
            for (int i = 0; i < count; ++i) to[i] += level[i];
            for (int i = kLanes; i < count; ++i) to[i] -= keeps[i - kLanes] * level[i - kLanes];
        }
    });
    for (int m = 0; m < h_.levels; ++m) {
        double* to = row(out, h_.rows - h_.levels + m);
        for (int c = 0; c < h_.chunks(); ++c) {
            const int last = last_of(before(c));
            to[first_of(c)] -= h_.level[m].keeps[last] * from[h_.level[m].column + last];
        }
    }
    for (int r = 0; r < h_.yearly; ++r) {
        double sum = 0;
        for (const auto& s : sums) sum += s[r];
        for (int k = 0; k < h_.caps; ++k)
            sum += h_.corner[static_cast<std::size_t>(r) * h_.caps + k] * x[f_.border_col + k];
        out[f_.border_row + r] = sum;
    }
}

void HoursKkt::multiply_transposed(const Vec& y, Vec& out) {
    const int count = group_values();
    const auto row_of = [&](int slot) { return y.data() + static_cast<std::size_t>(slot) * h_.values(); };
    std::vector<Vec> sums(static_cast<std::size_t>(h_.groups), Vec(static_cast<std::size_t>(h_.caps)));
    pool_.run(h_.groups, [&](int g) {
        const int first = g * count;
        for (const auto& f : h_.flows) {
            double* to = out.data() + f.column + first;
            bool fresh = true;
            for (const auto& e : f.entries) {
                (fresh ? do_.set_product : do_.add_product)(to, coefficients(e.value, first), e.value.stride,
                                                            row_of(e.row) + first, count);
                fresh = false;
            }
            if (fresh) std::fill_n(to, count, 0.0);
            for (const auto& e : f.yearly) add_scaled(to, e.value, y[f_.border_row + e.row], first);
        }
        for (int m = 0; m < h_.levels; ++m) {
            double* to = out.data() + h_.level[m].column + first;
            const double* own = row_of(h_.rows - h_.levels + m) + first;
            const double* keeps = h_.level[m].keeps.data() + first;
            for (int i = 0; i < count - kLanes; ++i) to[i] = own[i] - keeps[i] * own[i + kLanes];
            for (int i = count - kLanes; i < count; ++i) to[i] = own[i];
        }
        for (const auto& b : h_.border)
            sums[g][b.column] +=
                do_.dot(coefficients(b.value, first), b.value.stride, row_of(b.row) + first, count);
    });
    for (int m = 0; m < h_.levels; ++m) {
        const double* own = row_of(h_.rows - h_.levels + m);
        for (int c = 0; c < h_.chunks(); ++c) {
            const int last = last_of(before(c));
            out[h_.level[m].column + last] -= h_.level[m].keeps[last] * own[first_of(c)];
        }
    }
    for (int k = 0; k < h_.caps; ++k) {
        double sum = 0;
        for (const auto& s : sums) sum += s[k];
        for (int r = 0; r < h_.yearly; ++r)
            sum += h_.corner[static_cast<std::size_t>(r) * h_.caps + k] * y[f_.border_row + r];
        out[f_.border_col + k] = sum;
    }
}

bool HoursKkt::factor(const Weights& w, const std::stop_token& stop) {
    for (std::size_t f = 0; f < flows_.size(); ++f) {
        flows_[f].weight = w.weight.data() + h_.flows[f].column;
        flows_[f].pull = w.pull.data() + h_.flows[f].column;
    }
    for (std::size_t m = 0; m < levels_.size(); ++m) {
        levels_[m].alpha = w.alpha.data() + h_.level[m].column;
        levels_[m].beta = w.beta.data() + h_.level[m].column;
    }
    std::vector<char> done(groups_.size());
    const auto asked = [](const void* token) {
        return static_cast<const std::stop_token*>(token)->stop_requested();
    };
    pool_.run(h_.groups, [&](int g) { done[g] = do_.factor(groups_[g].work, asked, &stop); });
    if (std::count(done.begin(), done.end(), 0) > 0) return false;
    assemble_border(w);
    schur_.factor();
    return true;
}

void HoursKkt::assemble_border(const Weights& w) {
    schur_.clear();
    for (int c = 0; c < h_.chunks(); ++c) add_chunk(c);
    for (int r = 0; r < h_.yearly; ++r) {
        add(yearly_place(r), yearly_place(r), delta_);
        for (int k = 0; k < h_.caps; ++k)
            add(yearly_place(r), cap_place(k), h_.corner[static_cast<std::size_t>(r) * h_.caps + k]);
    }
    for (int k = 0; k < h_.caps; ++k) add(cap_place(k), cap_place(k), -w.weight[f_.border_col + k]);
    add_last_levels(w);
}

void HoursKkt::add_chunk(int chunk) {
    auto& g = groups_[chunk / kLanes];
    const int lane = chunk % kLanes, m = h_.levels, b = g.work.shape.padded(), width = g.work.shape.width();
    for (int c = 0; c < width; ++c) {
        for (int d = 0; d <= c; ++d)
            add(border_place(chunk, c), border_place(chunk, d),
                -g.square.at(static_cast<std::size_t>(c) * b + d, lane));
    }
    for (int r = 0; r < h_.yearly; ++r) {
        for (int q = 0; q <= r; ++q)
            add(yearly_place(r), yearly_place(q),
                g.yearly.at(static_cast<std::size_t>(r) * h_.yearly + q, lane));
        for (int k = 0; k < h_.coupled; ++k)
            add(yearly_place(r), k, g.yearly_caps.at(static_cast<std::size_t>(r) * h_.coupled + k, lane));
    }
    for (int i = 0; i < m; ++i) {
        for (int j = 0; j <= i; ++j)
            add(row_place(chunk, i), row_place(chunk, j),
                g.last.at(static_cast<std::size_t>(i) * m + j, lane));
        for (int c = 0; c < width; ++c)
            add(row_place(chunk, i), border_place(chunk, c),
                g.last_border.at(static_cast<std::size_t>(i) * b + c, lane));
        add(row_place(chunk, i), level_place(chunk, i), 1);
    }
}

/// The levels at the chunks' ends with their caps. Where u/s outweighs z/x the room above the level takes its
/// place as the unknown (level = cap − room), so that the smaller of the two is not lost beside the greater.
void HoursKkt::add_last_levels(const Weights& w) {
    for (int c = 0; c < h_.chunks(); ++c) {
        for (int i = 0; i < h_.levels; ++i) {
            const auto& level = h_.level[i];
            const int at = level.column + last_of(c), e = level_place(c, i), k = level.cap;
            const double alpha = w.alpha[at], beta = level.boxed ? w.beta[at] : 0;
            auto& swapped = swapped_[static_cast<std::size_t>(c) * h_.levels + i];
            swapped = k >= 0 && beta > alpha;
            if (swapped) {
                for (int r = 0; r < border_size(); ++r) {
                    schur_.at(r, k) += schur_.at(r, e);
                    schur_.at(r, e) = -schur_.at(r, e);
                }
                for (int r = 0; r < border_size(); ++r) {
                    schur_.at(k, r) += schur_.at(e, r);
                    schur_.at(e, r) = -schur_.at(e, r);
                }
            }
            add(e, e, -(alpha + beta));
            if (k < 0) continue;
            add(e, k, swapped ? alpha : beta);
            add(k, k, swapped ? -alpha : -beta);
        }
    }
}

void HoursKkt::solve(const Vec& h, const Vec& h_cols, const Vec& q, Vec& dy, Vec& dv, Vec& kept) {
    std::vector<const double*> q_of;
    std::vector<double*> step_of;
    for (const auto& l : h_.level) {
        q_of.push_back(q.data() + l.column);
        step_of.push_back(kept.data() + l.column);
    }
    pool_.run(h_.groups, [&](int g) {
        auto& group = groups_[g];
        do_.forward(group.work, h.data(), h_.values(), q_of.data(), group.border.data(),
                    group.last_row.data());
    });
    std::fill(x_.begin(), x_.end(), 0.0);
    for (int k = 0; k < h_.caps; ++k) x_[cap_place(k)] = h_cols[k];
    std::copy(h.begin() + f_.border_row, h.end(), x_.begin() + yearly_place(0));
    for (int c = 0; c < h_.chunks(); ++c) {
        auto& g = groups_[c / kLanes];
        for (int b = 0; b < g.work.shape.width(); ++b) x_[border_place(c, b)] -= g.border.at(b, c % kLanes);
        for (int i = 0; i < h_.levels; ++i) {
            x_[level_place(c, i)] -= q_of[i][last_of(c)];
            x_[row_place(c, i)] += g.last_row.at(i, c % kLanes);
        }
    }
    const auto swaps = static_cast<int>(swapped_.size());
    const int first = level_place(0, 0);
    for (int s = 0; s < swaps; ++s) {
        if (!swapped_[s]) continue;
        x_[h_.level[s % h_.levels].cap] += x_[first + s];
        x_[first + s] = -x_[first + s];
    }
    schur_.solve(x_.data());
    for (int s = 0; s < swaps; ++s) {
        if (swapped_[s]) x_[first + s] = x_[h_.level[s % h_.levels].cap] - x_[first + s];
    }
    hand_out();
    pool_.run(h_.groups, [&](int g) {
        auto& group = groups_[g];
        do_.backward(group.work, dy.data(), h_.values(), step_of.data(), group.border.data(),
                     group.last_row.data(), group.last_level.data());
    });
    for (int k = 0; k < h_.caps; ++k) dv[k] = x_[cap_place(k)];
    std::copy_n(x_.begin() + yearly_place(0), h_.yearly, dy.begin() + f_.border_row);
}

/// The border's solution to the lanes of the groups.
void HoursKkt::hand_out() {
    for (int c = 0; c < h_.chunks(); ++c) {
        auto& g = groups_[c / kLanes];
        for (int b = 0; b < g.work.shape.width(); ++b) g.border.at(b, c % kLanes) = x_[border_place(c, b)];
        for (int i = 0; i < h_.levels; ++i) {
            g.last_row.at(i, c % kLanes) = x_[row_place(c, i)];
            g.last_level.at(i, c % kLanes) = x_[level_place(c, i)];
        }
    }
}

}  // namespace

std::unique_ptr<Kkt> make_hours_kkt(const Form& form, const Hours& hours, double regularisation, Pool& pool) {
    return std::make_unique<HoursKkt>(form, hours, regularisation, pool);
}

}  // namespace dure::lp::ipm
