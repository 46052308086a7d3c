// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/kkt_hours.hpp"

#include <algorithm>

namespace dure::lp::ipm {

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

std::unique_ptr<Kkt> make_hours_kkt(const Form& form, const Hours& hours, double regularisation, Pool& pool) {
    return std::make_unique<HoursKkt>(form, hours, regularisation, pool);
}

}  // namespace dure::lp::ipm
