// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/hours.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <unordered_map>

#include "engine/lp/ipm/standard.hpp"

namespace dure::lp::ipm {
namespace {

constexpr int kStepsAGroupNeeds = 24;  // fewer, and the border outweighs the chunks
constexpr double kMostFilling = 1.6;   // columns with filling, of those without

std::uint64_t mixed(std::uint64_t key, int value) {
    key = (key ^ static_cast<std::uint64_t>(value)) * 0x9e3779b97f4a7c15ULL;
    return key ^ (key >> 32);
}

class Arranger {
  public:
    Arranger(const Form& f, const Structure& s) : f_(f), s_(s) {}

    std::optional<HourForm> run(const std::stop_token& stop) {
        set_sizes();
        if (!own_coefficients()) return {};
        name_flows();
        if (stop.stop_requested() || !worthwhile()) return {};
        place_columns();
        place_rows();
        if (stop.stop_requested()) return {};
        fill();
        return std::move(out_);
    }

  private:
    using Key = std::uint64_t;  ///< of segment, rows, and number among equals

    void set_sizes();
    bool own_coefficients();
    void name_flows();
    bool worthwhile() const;
    void place_columns();
    void order_border();
    void place_border(int first);
    void place_rows();
    void fill();
    void fill_level(int column, int to);
    void fill_flow(int column, int to);
    void fill_border();
    void fill_pads();
    static void settle(Series& series);
    double factor(int row) const { return out_.row_factor[row]; }
    Vec& series_of(HourFlow& flow, int row);

    const Form& f_;
    const Structure& s_;
    HourForm out_;
    std::vector<int> segment_, flow_of_, border_order_;
    std::vector<int> slot_segment_;
    std::unordered_map<Key, int> slots_;
};

void Arranger::set_sizes() {
    auto& h = out_.hours;
    h.groups = s_.periods >= 4 * kLanes * kStepsAGroupNeeds ? 2 : 1;
    h.steps = (s_.periods + h.chunks() - 1) / h.chunks();
    h.rows = s_.slots;
    h.levels = s_.levels;
    h.caps = f_.columns - f_.border_col;
    h.yearly = f_.rows - f_.border_row;
    segment_.assign(static_cast<std::size_t>(f_.columns), 0);
    for (std::size_t s = 0; s < f_.segments.size(); ++s)
        std::fill(segment_.begin() + f_.segments[s].begin, segment_.begin() + f_.segments[s].end,
                  static_cast<int>(s));
    h.level.resize(static_cast<std::size_t>(h.levels));
}

/// Level rows are scaled so that their own level has the coefficient 1.
bool Arranger::own_coefficients() {
    out_.row_factor.assign(static_cast<std::size_t>(f_.rows), 1.0);
    for (int j = 0; j < f_.border_col; ++j) {
        if (s_.level_slot[j] < 0) continue;
        for (int k = f_.start[j]; k < f_.start[j + 1]; ++k) {
            if (s_.row_period[f_.index[k]] == s_.column_period[j])
                out_.row_factor[f_.index[k]] = 1 / f_.value[k];
        }
    }
    for (const double v : out_.row_factor) {
        if (!(v > -1e3 && v < 1e3 && (v > 1e-3 || v < -1e-3))) return false;
    }
    return true;
}

void Arranger::name_flows() {
    flow_of_.assign(static_cast<std::size_t>(f_.columns), -1);
    std::unordered_map<Key, std::vector<int>> met;  // how many of a key each period has had
    for (int j = 0; j < f_.border_col; ++j) {
        if (s_.level_slot[j] >= 0) continue;
        Key key = mixed(1, segment_[j]);
        for (int k = f_.start[j]; k < f_.start[j + 1]; ++k) {
            const int i = f_.index[k];
            key = mixed(key, i < f_.border_row ? s_.row_slot[i] : out_.hours.rows + i - f_.border_row);
        }
        auto& count = met[key];
        if (count.empty()) count.assign(static_cast<std::size_t>(s_.periods), 0);
        key = mixed(key, s_.column_period[j] >= 0 ? count[s_.column_period[j]]++ : 0);
        flow_of_[j] = slots_.try_emplace(key, static_cast<int>(slots_.size())).first->second;
        if (flow_of_[j] == static_cast<int>(slot_segment_.size())) slot_segment_.push_back(segment_[j]);
    }
}

bool Arranger::worthwhile() const {
    // A column that stands in border rows alone has no period; slacks apart, few models have one.
    for (int j = 0; j < f_.border_col; ++j) {
        if (s_.column_period[j] < 0) return false;
    }
    const double filled =
        static_cast<double>(slots_.size() + static_cast<std::size_t>(s_.levels)) * out_.hours.values();
    return filled <= kMostFilling * f_.border_col + 1000;
}

void Arranger::place_columns() {
    auto& h = out_.hours;
    h.flows.resize(slots_.size());
    // Slots of one segment lie together, so that the segments stay few.
    std::vector<std::pair<int, int>> order;  // segment, flow (or −1 − level)
    for (std::size_t slot = 0; slot < slot_segment_.size(); ++slot)
        order.emplace_back(slot_segment_[slot], static_cast<int>(slot));
    std::vector<int> level_segment(static_cast<std::size_t>(h.levels), -1);
    for (int j = 0; j < f_.border_col; ++j) {
        if (s_.level_slot[j] >= 0) level_segment[s_.level_slot[j]] = segment_[j];
    }
    std::sort(order.begin(), order.end());
    auto& form = out_.form;
    int next = 0;
    const auto open = [&](int segment, bool kept) {
        Segment s = f_.segments[segment];
        if (s.cap >= 0) s.cap -= f_.border_col;  // made a place once the border's is known
        s.begin = next;
        s.end = next += h.values();
        s.kept = kept;
        form.segments.push_back(s);
        return s;
    };
    for (const auto& [segment, slot] : order) {
        const Segment s = open(segment, false);
        h.flows[slot].column = s.begin;
        h.flows[slot].cap = s.cap;
    }
    for (int m = 0; m < h.levels; ++m) {
        const Segment s = open(level_segment[m], true);
        h.level[m].column = s.begin;
        h.level[m].cap = s.cap;
        h.level[m].boxed = s.kind == Kind::boxed;
    }
    form.border_col = next;
    order_border();
    for (auto& s : form.segments) {
        if (s.cap >= 0) s.cap = next + border_order_[s.cap];
    }
    for (auto& f : h.flows) f.cap = f.cap >= 0 ? border_order_[f.cap] : -1;
    for (auto& l : h.level) l.cap = l.cap >= 0 ? border_order_[l.cap] : -1;
    place_border(next);
    form.columns = next + h.caps;
    out_.column_place.resize(static_cast<std::size_t>(f_.columns));
    for (int j = 0; j < f_.columns; ++j) {
        int place = j >= f_.border_col ? next + border_order_[j - f_.border_col] : 0;
        if (j < f_.border_col) {
            const int level = s_.level_slot[j];
            const int column = level >= 0 ? h.level[level].column : h.flows[flow_of_[j]].column;
            place = column + h.place(std::max(s_.column_period[j], 0));
        }
        out_.column_place[j] = place;
    }
}

/// Columns that meet the periods first; the others (slacks of yearly rows) need no place in the chunks'
/// systems.
void Arranger::order_border() {
    auto& h = out_.hours;
    std::vector<char> meets(static_cast<std::size_t>(h.caps));
    for (const auto& s : f_.segments) {
        if (s.cap >= 0) meets[s.cap - f_.border_col] = 1;
    }
    for (int j = f_.border_col; j < f_.columns; ++j) {
        if (f_.start[j] < f_.start[j + 1] && f_.index[f_.start[j]] < f_.border_row)
            meets[j - f_.border_col] = 1;
    }
    border_order_.resize(static_cast<std::size_t>(h.caps));
    int next = 0;
    for (const char wanted : {1, 0}) {
        for (int k = 0; k < h.caps; ++k) {
            if (meets[k] == wanted) border_order_[k] = next++;
        }
        if (wanted) h.coupled = next;
    }
}

void Arranger::place_border(int first) {
    std::vector<int> column(border_order_.size());
    for (std::size_t k = 0; k < border_order_.size(); ++k)
        column[border_order_[k]] = f_.border_col + static_cast<int>(k);
    for (std::size_t k = 0; k < column.size(); ++k) {
        Segment s = f_.segments[segment_[column[k]]];
        s.begin = first + static_cast<int>(k);
        s.end = s.begin + 1;
        out_.form.segments.push_back(s);
    }
}

void Arranger::place_rows() {
    auto& h = out_.hours;
    out_.form.border_row = h.rows * h.values();
    out_.form.rows = out_.form.border_row + h.yearly;
    out_.row_place.resize(static_cast<std::size_t>(f_.rows));
    for (int i = 0; i < f_.rows; ++i) {
        out_.row_place[i] = i < f_.border_row ? s_.row_slot[i] * h.values() + h.place(s_.row_period[i])
                                              : out_.form.border_row + i - f_.border_row;
    }
}

Vec& Arranger::series_of(HourFlow& flow, int row) {
    const bool yearly = row >= f_.border_row;
    auto& entries = yearly ? flow.yearly : flow.entries;
    const int slot = yearly ? row - f_.border_row : s_.row_slot[row];
    for (auto& e : entries) {
        if (e.row == slot) return e.value.values;
    }
    entries.push_back({slot, {Vec(static_cast<std::size_t>(out_.hours.values())), kLanes}});
    return entries.back().value.values;
}

void Arranger::fill_flow(int column, int to) {
    auto& h = out_.hours;
    auto& flow = h.flows[flow_of_[column]];
    for (int k = f_.start[column]; k < f_.start[column + 1]; ++k) {
        series_of(flow, f_.index[k])[to - flow.column] = f_.value[k] * factor(f_.index[k]);
    }
}

void Arranger::fill_level(int column, int to) {
    auto& level = out_.hours.level[s_.level_slot[column]];
    for (int k = f_.start[column]; k < f_.start[column + 1]; ++k) {
        const int i = f_.index[k];
        if (s_.row_period[i] == s_.column_period[column]) continue;
        int at = to - level.column;
        // What the last period leaves to the first passes through the periods of the filling.
        if (s_.column_period[column] == s_.periods - 1) at = out_.hours.place(out_.hours.values() - 1);
        level.keeps[at] = -f_.value[k] * factor(i);
    }
}

void Arranger::fill_border() {
    auto& h = out_.hours;
    h.corner.assign(static_cast<std::size_t>(h.yearly) * h.caps, 0);
    std::map<std::pair<int, int>, std::size_t> known;
    for (int j = f_.border_col; j < f_.columns; ++j) {
        for (int k = f_.start[j]; k < f_.start[j + 1]; ++k) {
            const int i = f_.index[k], cap = border_order_[j - f_.border_col];
            if (i >= f_.border_row) {
                h.corner[static_cast<std::size_t>(i - f_.border_row) * h.caps + cap] = f_.value[k];
                continue;
            }
            const auto [at, fresh] = known.try_emplace({s_.row_slot[i], cap}, h.border.size());
            if (fresh)
                h.border.push_back(
                    {s_.row_slot[i], cap, {Vec(static_cast<std::size_t>(h.values())), kLanes}});
            h.border[at->second].value.values[h.place(s_.row_period[i])] = f_.value[k] * factor(i);
        }
    }
}

/// Periods beyond the last hand a ring's levels on unchanged: level(t) = level(t−1).
void Arranger::fill_pads() {
    auto& h = out_.hours;
    for (auto& level : h.level) {
        if (h.values() == s_.periods || !s_.cyclic) continue;
        for (int t = s_.periods - 1; t + 1 < h.values(); ++t) level.keeps[h.place(t)] = 1;
    }
}

void Arranger::settle(Series& s) {
    if (!std::all_of(s.values.begin(), s.values.end(), [&](double v) { return v == s.values.front(); }))
        return;
    s.values.resize(kLanes);
    s.stride = 0;
}

void Arranger::fill() {
    auto& h = out_.hours;
    auto& form = out_.form;
    form.cost.assign(static_cast<std::size_t>(form.columns), 0);
    form.upper.assign(static_cast<std::size_t>(form.columns), 0);
    form.rhs.assign(static_cast<std::size_t>(form.rows), 0);
    std::vector<char> real(static_cast<std::size_t>(form.columns));
    for (auto& level : h.level) level.keeps.assign(static_cast<std::size_t>(h.values()), 0);
    fill_pads();
    for (int j = 0; j < f_.columns; ++j) {
        const int to = out_.column_place[j];
        real[to] = 1;
        form.cost[to] = f_.cost[j];
        form.upper[to] = f_.upper[j];
        if (j >= f_.border_col) continue;
        if (s_.level_slot[j] >= 0) {
            fill_level(j, to);
        } else {
            fill_flow(j, to);
        }
    }
    for (int i = 0; i < f_.rows; ++i) form.rhs[out_.row_place[i]] = f_.rhs[i] * factor(i);
    fill_border();
    const int last = h.place(s_.periods - 1);
    // Filling has no entries; it stays inside its bounds, and costs what draws it to 0 where nothing else
    // does.
    for (const auto& s : form.segments) {
        for (int j = s.begin; j < s.end; ++j) {
            if (real[j]) continue;
            if (s.kind == Kind::lower) form.cost[j] = s.kept && s_.cyclic ? 0 : 1;
            if (s.kind == Kind::boxed) form.upper[j] = s.kept ? form.upper[s.begin + last] : s.cap < 0;
        }
    }
    for (auto& flow : h.flows) {
        for (auto& e : flow.entries) settle(e.value);
        for (auto& e : flow.yearly) settle(e.value);
    }
    for (auto& e : h.border) settle(e.value);
}

}  // namespace

void rearrange(Standard& standard, const HourForm& arranged) {
    for (auto& c : standard.columns) {
        if (c.place >= 0) c.place = arranged.column_place[c.place];
        if (c.cap_place >= 0) c.cap_place = arranged.column_place[c.cap_place];
    }
    for (std::size_t i = 0; i < standard.row_place.size(); ++i) {
        auto& place = standard.row_place[i];
        if (place < 0) continue;
        standard.row_scale[i] *= arranged.row_factor[place];
        place = arranged.row_place[place];
    }
}

std::optional<HourForm> arrange(const Form& form, const Structure& structure, const std::stop_token& stop) {
    return Arranger(form, structure).run(stop);
}

}  // namespace dure::lp::ipm
