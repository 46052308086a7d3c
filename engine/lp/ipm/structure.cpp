// SPDX-License-Identifier: Apache-2.0
#include "engine/lp/ipm/structure.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <unordered_map>

namespace dure::lp::ipm {
namespace {

constexpr int kFewestPeriods = 64;
constexpr int kMostRowsAPeriod = 256;  // and no more than one in 32 of all

using Colour = std::uint64_t;

Colour mix(Colour a, Colour b) {
    a ^= b + 0x9e3779b97f4a7c15ULL + (a << 6) + (a >> 2);
    a *= 0xff51afd7ed558ccdULL;
    return a ^ (a >> 32);
}

class Groups {
  public:
    explicit Groups(int size) : parent_(static_cast<std::size_t>(size)), size_(parent_.size(), 1) {
        std::iota(parent_.begin(), parent_.end(), 0);
    }
    int size(int i) { return size_[find(i)]; }
    int find(int i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    /// Size of the group afterwards.
    int join(int a, int b) {
        a = find(a);
        b = find(b);
        if (a == b) return size_[a];
        if (size_[a] < size_[b]) std::swap(a, b);
        parent_[b] = a;
        return size_[a] += size_[b];
    }

  private:
    std::vector<int> parent_, size_;
};

class Finder {
  public:
    explicit Finder(const Form& f) : f_(f), groups_(f.border_row) {}

    std::optional<Structure> run(const std::stop_token& stop) {
        number_segments();
        colour_rows({});
        if (stop.stop_requested()) return {};
        join_periods();
        if (stop.stop_requested()) return {};
        colour_rows(links_);  // the first and last period lack a level, which must not set them apart
        if (!number_groups() || !link_groups() || !order_periods() || !name_slots() || !place_columns())
            return {};
        return std::move(out_);
    }

  private:
    int end(int column) const {
        int e = f_.start[column + 1];
        while (e > f_.start[column] && f_.index[e - 1] >= f_.border_row) --e;
        return e;
    }
    int entries(int column) const { return end(column) - f_.start[column]; }
    Colour column_class(int column, bool with_rows) const;
    void number_segments();
    void colour_rows(const std::vector<int>& without);
    void join_periods();
    bool join_within(int column, int most);
    bool number_groups();
    bool link_groups();
    bool order_periods();
    void walk(int first, std::vector<int>& order, std::vector<char>& seen) const;
    bool name_slots();
    bool place_columns();

    const Form& f_;
    Groups groups_;
    Structure out_;
    std::vector<int> segment_;
    std::vector<Colour> row_colour_;
    std::vector<int> group_of_;                 ///< of each row
    std::vector<std::vector<int>> members_;     ///< rows of each group
    std::vector<std::vector<int>> neighbours_;  ///< groups that levels lead to or come from
    std::vector<int> links_;                    ///< columns that lead from group to group
    std::vector<int> position_;                 ///< period of each group
};

Colour Finder::column_class(int column, bool with_rows) const {
    Colour c = mix(static_cast<Colour>(segment_[column]), static_cast<Colour>(entries(column)));
    Colour rows = 0;
    for (int k = f_.start[column]; k < end(column); ++k) {
        const Colour sign = f_.value[k] > 0 ? 1 : 2;
        rows += mix(with_rows ? row_colour_[f_.index[k]] : 0, sign);
    }
    return mix(c, rows);
}

/// A row's colour comes from the classes of columns that tie it to other rows: the same in every period,
/// since what comes and goes with the weather stands in one row only.
void Finder::colour_rows(const std::vector<int>& without) {
    std::vector<char> left_out(static_cast<std::size_t>(f_.columns));
    for (const int j : without) left_out[j] = 1;
    row_colour_.assign(static_cast<std::size_t>(f_.border_row), 0);
    for (int j = 0; j < f_.border_col; ++j) {
        if (entries(j) < 2 || left_out[j]) continue;
        const Colour c = column_class(j, false);
        for (int k = f_.start[j]; k < end(j); ++k)
            row_colour_[f_.index[k]] += mix(c, f_.value[k] > 0 ? 3 : 4);
    }
}

void Finder::number_segments() {
    segment_.assign(static_cast<std::size_t>(f_.columns), 0);
    for (std::size_t s = 0; s < f_.segments.size(); ++s)
        std::fill(segment_.begin() + f_.segments[s].begin, segment_.begin() + f_.segments[s].end,
                  static_cast<int>(s));
}

/// A class of columns that ties ever more rows together leads through time; the others make the periods.
void Finder::join_periods() {
    std::map<Colour, std::vector<int>> classes;
    for (int j = 0; j < f_.border_col; ++j) {
        if (entries(j) >= 2) classes[column_class(j, true)].push_back(j);
    }
    std::size_t greatest = 0;
    for (const auto& [c, columns] : classes) greatest = std::max(greatest, columns.size());
    const int limit = std::min(kMostRowsAPeriod, f_.border_row / 32);
    std::vector<int> rare;
    for (const auto& [c, columns] : classes) {
        if (columns.size() * 2 < greatest) {
            rare.insert(rare.end(), columns.begin(), columns.end());
            continue;
        }
        const Groups before = groups_;
        int size = 0;
        for (const int j : columns) {
            for (int k = f_.start[j] + 1; k < end(j) && size <= limit; ++k)
                size = std::max(size, groups_.join(f_.index[f_.start[j]], f_.index[k]));
        }
        if (size <= limit) continue;
        groups_ = before;
        links_.insert(links_.end(), columns.begin(), columns.end());
    }
    // Those of the first and last period are judged by how large the other periods became.
    int most = 1;
    for (int i = 0; i < f_.border_row; ++i) most = std::max(most, groups_.size(i));
    for (const int j : rare) {
        if (!join_within(j, most)) links_.push_back(j);
    }
}

bool Finder::join_within(int column, int most) {
    std::vector<int> roots;
    for (int k = f_.start[column]; k < end(column); ++k) roots.push_back(groups_.find(f_.index[k]));
    std::sort(roots.begin(), roots.end());
    roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
    int size = 0;
    for (const int r : roots) size += groups_.size(r);
    if (size > most) return false;
    for (const int r : roots) groups_.join(roots[0], r);
    return true;
}

bool Finder::number_groups() {
    std::unordered_map<int, int> number;
    group_of_.resize(static_cast<std::size_t>(f_.border_row));
    for (int i = 0; i < f_.border_row; ++i) {
        const auto [at, fresh] = number.try_emplace(groups_.find(i), static_cast<int>(members_.size()));
        if (fresh) members_.emplace_back();
        group_of_[i] = at->second;
        members_[at->second].push_back(i);
    }
    return static_cast<int>(members_.size()) >= kFewestPeriods;
}

bool Finder::link_groups() {
    neighbours_.resize(members_.size());
    std::vector<int> levels;
    for (const int j : links_) {
        const int first = group_of_[f_.index[f_.start[j]]];
        bool within = true;
        for (int k = f_.start[j]; k < end(j); ++k) within = within && group_of_[f_.index[k]] == first;
        if (within) continue;
        const bool yearly = end(j) < f_.start[j + 1];
        if (entries(j) != 2 || yearly) return false;
        const int second = group_of_[f_.index[f_.start[j] + 1]];
        neighbours_[first].push_back(second);
        neighbours_[second].push_back(first);
        levels.push_back(j);
    }
    links_ = std::move(levels);
    for (auto& n : neighbours_) {
        std::sort(n.begin(), n.end());
        n.erase(std::unique(n.begin(), n.end()), n.end());
        if (n.size() > 2) return false;
    }
    return true;
}

/// Follows a chain from its first group, towards the earlier rows where it is a ring.
void Finder::walk(int first, std::vector<int>& order, std::vector<char>& seen) const {
    for (int at = first; at >= 0;) {
        seen[at] = 1;
        order.push_back(at);
        int next = -1;
        for (const int n : neighbours_[at]) {
            if (!seen[n] && (next < 0 || members_[n].front() < members_[next].front())) next = n;
        }
        at = next;
    }
}

/// Groups of one make, or several makes side by side (islands that nothing ties together but the border).
bool Finder::order_periods() {
    std::map<std::vector<Colour>, std::vector<int>> makes;
    for (std::size_t g = 0; g < members_.size(); ++g) {
        std::vector<Colour> colours;
        for (const int i : members_[g]) colours.push_back(row_colour_[i]);
        std::sort(colours.begin(), colours.end());
        makes[colours].push_back(static_cast<int>(g));
    }
    out_.periods = static_cast<int>(makes.begin()->second.size());
    if (out_.periods < kFewestPeriods) return false;
    position_.assign(members_.size(), -1);
    std::vector<char> seen(members_.size());
    for (const auto& [colours, groups] : makes) {
        if (static_cast<int>(groups.size()) != out_.periods) return false;
        std::vector<int> order;
        // Groups are numbered by their first rows. Ends of open chains come first, then rings and single
        // groups.
        for (const bool ends : {true, false}) {
            for (const int g : groups) {
                if (!seen[g] && (!ends || neighbours_[g].size() == 1)) walk(g, order, seen);
            }
        }
        if (static_cast<int>(order.size()) != out_.periods) return false;
        for (int t = 0; t < out_.periods; ++t) position_[order[t]] = t;
    }
    out_.row_period.assign(static_cast<std::size_t>(f_.rows), -1);
    for (int i = 0; i < f_.border_row; ++i) out_.row_period[i] = position_[group_of_[i]];
    return true;
}

/// Rows of a period in the order of their colours; those that levels touch come last.
bool Finder::name_slots() {
    std::vector<char> is_level(static_cast<std::size_t>(f_.border_row));
    for (const int j : links_) {
        is_level[f_.index[f_.start[j]]] = 1;
        is_level[f_.index[f_.start[j] + 1]] = 1;
    }
    std::vector<std::vector<int>> rows(static_cast<std::size_t>(out_.periods));
    for (int i = 0; i < f_.border_row; ++i) rows[out_.row_period[i]].push_back(i);
    out_.slots = static_cast<int>(rows[0].size());
    out_.row_slot.assign(static_cast<std::size_t>(f_.rows), -1);
    for (auto& r : rows) {
        if (static_cast<int>(r.size()) != out_.slots) return false;
        std::stable_sort(r.begin(), r.end(), [&](int a, int b) {
            return std::make_pair(is_level[a], row_colour_[a]) < std::make_pair(is_level[b], row_colour_[b]);
        });
        const int levels =
            static_cast<int>(std::count_if(r.begin(), r.end(), [&](int i) { return is_level[i]; }));
        if (&r == &rows[0]) out_.levels = levels;
        if (levels != out_.levels) return false;
        for (int s = 0; s < out_.slots; ++s) out_.row_slot[r[s]] = s;
    }
    return true;
}

bool Finder::place_columns() {
    out_.column_period.assign(static_cast<std::size_t>(f_.columns), -1);
    out_.level_slot.assign(static_cast<std::size_t>(f_.columns), -1);
    const int local = out_.slots - out_.levels;
    std::vector<char> taken(static_cast<std::size_t>(out_.periods) * std::max(out_.levels, 1));
    std::vector<int> level_segment(static_cast<std::size_t>(out_.levels), -1);
    for (int j = 0; j < f_.border_col; ++j) {
        if (entries(j) > 0) out_.column_period[j] = out_.row_period[f_.index[f_.start[j]]];
    }
    for (const int j : links_) {
        const int a = f_.index[f_.start[j]], b = f_.index[f_.start[j] + 1];
        const int slot = out_.row_slot[a] - local;
        if (slot != out_.row_slot[b] - local || slot < 0) return false;
        int first = out_.row_period[a], second = out_.row_period[b];
        if (first > second) std::swap(first, second);
        if (second - first != 1) {
            if (first != 0 || second != out_.periods - 1) return false;
            out_.cyclic = true;
            first = second;
        }
        auto& used = taken[static_cast<std::size_t>(first) * out_.levels + slot];
        if (used) return false;
        used = 1;
        if (level_segment[slot] < 0) level_segment[slot] = segment_[j];
        if (level_segment[slot] != segment_[j]) return false;
        out_.column_period[j] = first;
        out_.level_slot[j] = slot;
    }
    // Where nothing follows the last period, its level stands in one row only.
    for (int j = 0; j < f_.border_col && !out_.cyclic; ++j) {
        if (entries(j) != 1 || out_.column_period[j] != out_.periods - 1) continue;
        const int slot = out_.row_slot[f_.index[f_.start[j]]] - local;
        if (slot < 0 || level_segment[slot] != segment_[j] || end(j) < f_.start[j + 1]) continue;
        auto& used = taken[static_cast<std::size_t>(out_.periods - 1) * out_.levels + slot];
        if (used) continue;
        used = 1;
        out_.level_slot[j] = slot;
    }
    return true;
}

}  // namespace

std::optional<Structure> find_structure(const Form& form, const std::stop_token& stop) {
    if (form.border_row < kFewestPeriods) return {};
    return Finder(form).run(stop);
}

}  // namespace dure::lp::ipm
