// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/standard.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "engine/lp/ipm/scaling.hpp"

namespace dure::lp::ipm {
namespace {

constexpr int kLongRow = 100, kLongColumn = 60;  ///< at least, and …
constexpr int kShareOfAll = 50;                  ///< … one in so many, to be set apart as border
constexpr int kMostBorder = 600;

/// A column of the form before it has a place: one of the problem's, or the slack of a row.
struct Draft {
    int column = -1;     ///< of the problem
    int slack_row = -1;  ///< of the problem
    Kind kind = Kind::lower;
    int cap = -1;  ///< column of the problem
    double scale = 1, shift = 0, upper = 0;
    bool border = false;
};

struct Entry {
    int row;
    double value;
};

class Builder {
  public:
    explicit Builder(const Problem& p) : p_(p) { out_.folds = find_folds(p); }

    Standard build(const std::stop_token& stop) {
        using Step = void (Builder::*)();
        for (const Step step :
             {&Builder::draft_columns, &Builder::choose_border, &Builder::place_rows, &Builder::place_columns,
              &Builder::fill_columns, &Builder::fill_rhs, &Builder::finish_scaling}) {
            if (stop.stop_requested()) break;
            (this->*step)();
        }
        return std::move(out_);
    }

  private:
    void draft_columns();
    Draft draft(int column) const;
    void draft_slacks();
    void choose_border();
    void place_rows();
    void place_columns();
    void fill_columns();
    void fill_rhs();
    void finish_scaling();
    bool folded(int row) const { return folded_row_[row] != 0; }

    const Problem& p_;
    Standard out_;
    std::vector<char> folded_row_, is_cap_, border_row_;
    std::vector<Draft> drafts_;
};

Draft Builder::draft(int j) const {
    const auto& fold = out_.folds[j];
    const double lower = p_.col_lower[j], upper = p_.col_upper[j];
    Draft d{.column = j};
    if (fold.cap >= 0) {
        // In the cap's unit: x = lower side + scale·x', x' + s = (shift between the sides)/scale + K'.
        const double cap_lower = p_.col_lower[fold.cap];
        d.shift = fold.lower_slope * cap_lower + fold.lower_shift;
        if (fold.upper_row >= 0) {
            d.kind = Kind::boxed;
            d.cap = fold.cap;
            d.scale = fold.upper_slope - fold.lower_slope;
            d.upper = (fold.upper_slope * cap_lower + fold.upper_shift - d.shift) / d.scale;
        }
    } else if (lower == upper) {
        d.shift = lower;
        d.scale = 0;
    } else if (std::isfinite(lower)) {
        d.shift = lower;
        d.kind = std::isfinite(upper) ? Kind::boxed : Kind::lower;
        d.upper = std::isfinite(upper) ? upper - lower : 0;
    } else if (std::isfinite(upper)) {
        d.shift = upper;
        d.scale = -1;
    } else {
        d.kind = Kind::free;
    }
    return d;
}

void Builder::draft_columns() {
    folded_row_.assign(static_cast<std::size_t>(p_.rows()), 0);
    is_cap_.assign(static_cast<std::size_t>(p_.columns()), 0);
    for (const auto& f : out_.folds) {
        if (f.cap < 0) continue;
        is_cap_[f.cap] = 1;
        if (f.lower_row >= 0) folded_row_[f.lower_row] = 1;
        if (f.upper_row >= 0) folded_row_[f.upper_row] = 1;
    }
    out_.columns.resize(static_cast<std::size_t>(p_.columns()));
    for (int j = 0; j < p_.columns(); ++j) {
        const Draft d = draft(j);
        auto& c = out_.columns[j];
        c.shift = d.shift;
        c.scale = d.scale;
        c.link = out_.folds[j].lower_slope;
        if (d.scale != 0) drafts_.push_back(d);
    }
    draft_slacks();
}

void Builder::draft_slacks() {
    for (int i = 0; i < p_.rows(); ++i) {
        const double lower = p_.row_lower[i], upper = p_.row_upper[i];
        if (folded(i) || lower == upper) continue;
        Draft d{.slack_row = i};
        // a x − slack = lower, or a x + slack = upper.
        d.scale = std::isfinite(lower) ? -1 : 1;
        if (std::isfinite(lower) && std::isfinite(upper)) {
            d.kind = Kind::boxed;
            d.upper = upper - lower;
        }
        if (!std::isfinite(lower) && !std::isfinite(upper)) d.kind = Kind::free;
        drafts_.push_back(d);
    }
}

void Builder::choose_border() {
    std::vector<int> in_row(static_cast<std::size_t>(p_.rows()));
    std::vector<int> in_column(static_cast<std::size_t>(p_.columns()));
    for (int j = 0; j < p_.columns(); ++j) {
        for (auto k = p_.start[j]; k < p_.start[j + 1]; ++k) {
            if (folded(p_.index[k])) continue;
            ++in_column[j];
            ++in_row[p_.index[k]];
        }
    }
    const int long_row = std::max(kLongRow, p_.columns() / kShareOfAll);
    const int long_column = std::max(kLongColumn, p_.rows() / kShareOfAll);
    std::vector<char> border_column(is_cap_);
    int chosen = static_cast<int>(std::count(is_cap_.begin(), is_cap_.end(), 1));
    for (auto& d : drafts_) {
        if (d.column < 0) continue;
        if (in_column[d.column] > long_column && chosen < kMostBorder && d.cap < 0) {
            border_column[d.column] = 1;
            ++chosen;
        }
        d.border = border_column[d.column];
    }
    border_row_.assign(static_cast<std::size_t>(p_.rows()), 0);
    std::vector<char> only_border(static_cast<std::size_t>(p_.rows()), 1);
    for (int j = 0; j < p_.columns(); ++j) {
        if (border_column[j]) continue;
        for (auto k = p_.start[j]; k < p_.start[j + 1]; ++k) only_border[p_.index[k]] = 0;
    }
    for (int i = 0; i < p_.rows(); ++i) {
        if (folded(i) || chosen >= kMostBorder) continue;
        border_row_[i] = in_row[i] > long_row || only_border[i];
        chosen += border_row_[i];
    }
    for (auto& d : drafts_) {
        if (d.slack_row >= 0) d.border = border_row_[d.slack_row];
    }
}

void Builder::place_rows() {
    out_.row_place.assign(static_cast<std::size_t>(p_.rows()), -1);
    int next = 0;
    for (const char border : {0, 1}) {
        if (border) out_.form.border_row = next;
        for (int i = 0; i < p_.rows(); ++i) {
            if (!folded(i) && border_row_[i] == border) out_.row_place[i] = next++;
        }
    }
    out_.form.rows = next;
}

void Builder::place_columns() {
    const auto key = [](const Draft& d) { return std::make_tuple(d.border, d.kind, d.cap); };
    // By counting: the keys are few, the columns many.
    std::map<decltype(key(drafts_[0])), std::vector<int>> runs;
    auto last = runs.end();
    for (std::size_t d = 0; d < drafts_.size(); ++d) {
        const auto k = key(drafts_[d]);
        if (last == runs.end() || last->first != k) last = runs.try_emplace(k).first;
        last->second.push_back(static_cast<int>(d));
    }
    std::vector<Draft> sorted;
    sorted.reserve(drafts_.size());
    for (const auto& [k, run] : runs) {
        for (const int d : run) sorted.push_back(drafts_[d]);
    }
    drafts_ = std::move(sorted);
    auto& f = out_.form;
    f.columns = static_cast<int>(drafts_.size());
    f.border_col = static_cast<int>(
        std::find_if(drafts_.begin(), drafts_.end(), [](const Draft& d) { return d.border; }) -
        drafts_.begin());
    for (int j = 0; j < f.columns; ++j) {
        if (drafts_[j].column >= 0) out_.columns[drafts_[j].column].place = j;
    }
    for (int j = 0; j < f.columns; ++j) {
        const auto& d = drafts_[j];
        if (j == 0 || key(d) != key(drafts_[j - 1])) {
            const int cap = d.cap >= 0 ? out_.columns[d.cap].place : -1;
            f.segments.push_back({.kind = d.kind, .cap = cap, .begin = j, .end = j});
        }
        f.segments.back().end = j + 1;
    }
    for (int j = 0; j < p_.columns(); ++j) {
        if (out_.folds[j].cap >= 0) out_.columns[j].cap_place = out_.columns[out_.folds[j].cap].place;
    }
}

void Builder::fill_columns() {
    auto& f = out_.form;
    // What folds with a lower side add to their caps' columns: x = … + lower_slope·K.
    std::vector<std::vector<Entry>> linked(static_cast<std::size_t>(p_.columns()));
    Vec linked_cost(static_cast<std::size_t>(p_.columns()));
    for (int j = 0; j < p_.columns(); ++j) {
        const auto& fold = out_.folds[j];
        if (fold.cap < 0 || fold.lower_slope == 0) continue;
        linked_cost[fold.cap] += fold.lower_slope * p_.cost[j];
        for (auto k = p_.start[j]; k < p_.start[j + 1]; ++k) {
            if (!folded(p_.index[k]))
                linked[fold.cap].push_back({out_.row_place[p_.index[k]], fold.lower_slope * p_.value[k]});
        }
    }
    std::vector<Entry> entries;
    for (const auto& d : drafts_) {
        entries.clear();
        double cost = 0;
        if (d.slack_row >= 0) {
            entries.push_back({out_.row_place[d.slack_row], d.scale});
        } else {
            cost = p_.cost[d.column] * d.scale + linked_cost[d.column];
            entries = linked[d.column];
            for (auto k = p_.start[d.column]; k < p_.start[d.column + 1]; ++k) {
                if (!folded(p_.index[k]))
                    entries.push_back({out_.row_place[p_.index[k]], p_.value[k] * d.scale});
            }
            std::sort(entries.begin(), entries.end(),
                      [](const Entry& a, const Entry& b) { return a.row < b.row; });
        }
        for (const auto& e : entries) {
            if (static_cast<int>(f.index.size()) > f.start.back() && f.index.back() == e.row) {
                f.value.back() += e.value;
            } else {
                f.index.push_back(e.row);
                f.value.push_back(e.value);
            }
        }
        f.start.push_back(static_cast<int>(f.index.size()));
        f.cost.push_back(cost);
        f.upper.push_back(d.upper);
    }
}

void Builder::fill_rhs() {
    auto& f = out_.form;
    f.rhs.assign(static_cast<std::size_t>(f.rows), 0);
    for (int i = 0; i < p_.rows(); ++i) {
        if (out_.row_place[i] < 0) continue;
        const double lower = p_.row_lower[i], upper = p_.row_upper[i];
        f.rhs[out_.row_place[i]] = std::isfinite(lower) ? lower : std::isfinite(upper) ? upper : 0;
    }
    for (int j = 0; j < p_.columns(); ++j) {
        const double shift = out_.columns[j].shift;
        if (shift == 0) continue;
        out_.objective_offset += p_.cost[j] * shift;
        for (auto k = p_.start[j]; k < p_.start[j + 1]; ++k) {
            if (out_.row_place[p_.index[k]] >= 0) f.rhs[out_.row_place[p_.index[k]]] -= p_.value[k] * shift;
        }
    }
    out_.objective_offset += p_.offset;
}

void Builder::finish_scaling() {
    const Scaling s = scale(out_.form);
    out_.cost_unit = s.cost;
    out_.objective_unit = 1 / (s.size * s.cost);
    out_.objective_offset *= out_.objective_unit;
    for (auto& c : out_.columns) {
        if (c.place >= 0) c.scale *= s.column[c.place] * s.size;
        if (c.cap_place >= 0) c.link *= s.column[c.cap_place] * s.size;
    }
    out_.row_scale.assign(static_cast<std::size_t>(p_.rows()), 0);
    for (int i = 0; i < p_.rows(); ++i) {
        if (out_.row_place[i] >= 0) out_.row_scale[i] = s.row[out_.row_place[i]];
    }
}

}  // namespace

Standard make_standard(const Problem& p, const std::stop_token& stop) {
    return Builder(p).build(stop);
}

void recover(const Problem& p, const Standard& s, const Point& at, Vec& x, Vec& y) {
    x.resize(s.columns.size());
    y.resize(s.row_place.size());
    for (std::size_t i = 0; i < y.size(); ++i) {
        y[i] = s.row_place[i] >= 0 ? s.cost_unit * s.row_scale[i] * at.y[s.row_place[i]] : 0;
    }
    for (std::size_t j = 0; j < x.size(); ++j) {
        const auto& c = s.columns[j];
        x[j] = c.shift;
        if (c.place >= 0) x[j] += c.scale * at.x[c.place];
        if (c.cap_place >= 0) x[j] += c.link * at.x[c.cap_place];
        const auto& fold = s.folds[j];
        if (fold.cap < 0) continue;
        double reduced = p.cost[j];
        for (auto k = p.start[j]; k < p.start[j + 1]; ++k) reduced -= p.value[k] * y[p.index[k]];
        if (fold.lower_row >= 0) y[fold.lower_row] = std::max(reduced, 0.0) / fold.lower_coefficient;
        if (fold.upper_row >= 0) y[fold.upper_row] = std::min(reduced, 0.0) / fold.upper_coefficient;
    }
}

}  // namespace dure::lp::ipm
