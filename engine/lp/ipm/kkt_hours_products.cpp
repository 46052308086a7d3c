// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/lp/ipm/kkt_hours.hpp"

namespace dure::lp::ipm {

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

}  // namespace dure::lp::ipm
