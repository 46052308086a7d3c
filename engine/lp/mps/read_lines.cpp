// SPDX-License-Identifier: Apache-2.0
// What the data lines of each section mean.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/lp/mps/reader.hpp"

namespace dure::lp {
namespace {

constexpr double kInfinite = 1e30;

bool parse_number(std::string_view text, double& value) {
    if (text.starts_with('+')) text.remove_prefix(1);
    if (text.starts_with('+') || text.empty()) return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && !std::isnan(value);
}

}  // namespace

bool MpsReader::row_line() {
    std::string_view type, name;
    if (fixed_) {
        const auto f = split_columns(line_);
        type = f.first;
        name = f.head;
    } else {
        const auto w = split_words(line_);
        if (w.count > 2) return fail_text("mps.too_many_fields", trimmed(line_));
        type = w.word[0];
        name = w.word[1];
    }
    if (name.empty()) return fail_text("mps.missing_field", trimmed(line_));
    const char t = type.size() == 1 ? static_cast<char>(type[0] & ~0x20) : '?';
    if (t != 'N' && t != 'E' && t != 'L' && t != 'G') return fail_text("mps.bad_row_type", type);
    if (t == 'N' && objective_.empty()) {
        if (row_names_.find(name) >= 0) return fail_text("mps.doubled_row", name);
        objective_ = name;
        return true;
    }
    if (name == objective_ || row_names_.add(name) < 0) return fail_text("mps.doubled_row", name);
    rows_.push_back({t});
    return true;
}

bool MpsReader::find_row(std::string_view name, int& row, int guess) {
    row = name == objective_ ? kObjective : row_names_.find(name, guess);
    return row >= 0 || (row == kObjective && name == objective_ && !name.empty()) ||
           fail_text("mps.unknown_row", name);
}

bool MpsReader::fields_with_head(MpsFields& f, bool head_may_lack) {
    if (fixed_) {
        f = split_columns(line_);
        if (f.too_many) return fail_text("mps.too_many_fields", trimmed(line_));
    } else {
        const auto w = split_words(line_);
        if (w.count > 5) return fail_text("mps.too_many_fields", trimmed(line_));
        const std::size_t skip = w.count % 2;
        if (!skip && !head_may_lack) return fail_text("mps.missing_field", trimmed(line_));
        if (skip) f.head = w.word[0];
        for (std::size_t k = 0; k < 2; ++k) {
            f.name[k] = w.word[skip + 2 * k];
            f.number[k] = w.word[skip + 2 * k + 1];
        }
    }
    if (f.name[0].empty() || f.number[0].empty() || f.name[1].empty() != f.number[1].empty())
        return fail_text("mps.missing_field", trimmed(line_));
    return true;
}

bool MpsReader::finite_number(std::string_view text, double& value) {
    if (!parse_number(text, value)) return fail_text("mps.bad_number", text);
    return std::isfinite(value) || fail_text("mps.infinite_number", text);
}

bool MpsReader::column_line() {
    MpsFields f;
    if (line_.find('\'') != std::string_view::npos && line_.find("'MARKER'") != std::string_view::npos)
        return fail_text("mps.integer_unsupported", "MARKER");
    if (!fields_with_head(f, false)) return false;
    if (f.head.empty()) return fail_text("mps.missing_field", trimmed(line_));
    if (columns_.names().empty() || columns_.names().back() != f.head) {
        if (columns_.add(f.head) < 0) return fail_text("mps.doubled_column", f.head);
        close_column();
        has_cost_ = false;
        place_ = 0;
        model_.problem.cost.push_back(0);
    }
    for (std::size_t k = 0; k < 2 && !f.name[k].empty(); ++k) {
        if (!entry(f.head, f.name[k], f.number[k])) return false;
    }
    return true;
}

bool MpsReader::entry(std::string_view column, std::string_view row_name, std::string_view number) {
    auto& p = model_.problem;
    int row = 0;
    double value = 0;
    if (!find_row(row_name, row, guess_row()) || !finite_number(number, value)) return false;
    remember_row(row);
    const auto doubled = [&] {
        return fail_here("mps.doubled_entry", {{"column", shortened(column)}, {"row", shortened(row_name)}});
    };
    if (row == kObjective) {
        if (has_cost_) return doubled();
        has_cost_ = true;
        p.cost.back() = value;
        return true;
    }
    auto& last = last_column_[static_cast<std::size_t>(row)];
    if (last == p.columns()) return doubled();
    last = p.columns();
    if (value == 0) return true;
    p.index.push_back(row);
    p.value.push_back(value);
    return true;
}

int MpsReader::guess_row() const {
    return place_ < row_hint_.size() ? row_hint_[place_] + 1 : last_row_ + row_step_;
}

void MpsReader::remember_row(int row) {
    if (row == kObjective) return;
    if (place_ < row_hint_.size()) row_hint_[place_] = row;
    ++place_;
    row_step_ = row - last_row_;
    last_row_ = row;
}

bool MpsReader::same_set(std::string_view name) {
    if (!has_set_) set_ = name;
    has_set_ = true;
    return set_ == name || fail_text("mps.second_set", name);
}

bool MpsReader::rhs_line() {
    MpsFields f;
    if (!fields_with_head(f, true) || !same_set(f.head)) return false;
    for (std::size_t k = 0; k < 2 && !f.name[k].empty(); ++k) {
        int row = 0;
        double value = 0;
        if (!find_row(f.name[k], row, last_row_ + 1) || !finite_number(f.number[k], value)) return false;
        last_row_ = row;
        if (!(section_ == Section::rhs ? set_rhs(row, value) : set_range(row, value))) {
            if (!error_.code.empty()) return false;
            return fail_here("mps.doubled_entry",
                             {{"column", shortened(f.head)}, {"row", shortened(f.name[k])}});
        }
    }
    return true;
}

bool MpsReader::set_rhs(int row, double value) {
    bool& given = row == kObjective ? has_offset_ : rows_[static_cast<std::size_t>(row)].has_rhs;
    if (given) return false;
    given = true;
    if (row == kObjective) {
        model_.problem.offset = -value;
    } else {
        rows_[static_cast<std::size_t>(row)].rhs = value;
    }
    return true;
}

bool MpsReader::set_range(int row, double value) {
    if (row == kObjective || rows_[static_cast<std::size_t>(row)].type == 'N')
        return fail_text("mps.range_on_free_row",
                         row == kObjective ? objective_ : row_names_.names()[static_cast<std::size_t>(row)]);
    Row& r = rows_[static_cast<std::size_t>(row)];
    if (r.has_range) return false;
    r.has_range = true;
    r.range = value;
    return true;
}

bool MpsReader::bound_line() {
    std::string_view type, set, name, number;
    if (fixed_) {
        const auto f = split_columns(line_);
        type = f.first;
        set = f.head;
        name = f.name[0];
        number = f.number[0];
    } else {
        const auto w = split_words(line_);
        if (w.count > 4) return fail_text("mps.too_many_fields", trimmed(line_));
        type = w.word[0];
        const bool without_number = type == "FR" || type == "MI" || type == "PL" || type == "BV";
        // The set's name may lack; a bound without a number has one word less.
        if (w.count == 4) {
            set = w.word[1];
            name = w.word[2];
            number = w.word[3];
        } else if (w.count == 3 && without_number) {
            const bool named_set = columns_.find(w.word[2]) >= 0 || columns_.find(w.word[1]) < 0;
            set = named_set ? w.word[1] : "";
            name = named_set ? w.word[2] : w.word[1];
        } else {
            name = w.word[1];
            number = w.word[2];
        }
    }
    return same_set(set) && bound(type, name, number);
}

bool MpsReader::bound(std::string_view type, std::string_view name, std::string_view number) {
    if (type == "BV" || type == "LI" || type == "UI") return fail_text("mps.integer_unsupported", type);
    if (type == "SC" || type == "SI") return fail_text("mps.semicontinuous_unsupported", type);
    const bool needs_number = type == "LO" || type == "UP" || type == "FX";
    if (!needs_number && type != "FR" && type != "MI" && type != "PL")
        return fail_text("mps.bad_bound_type", type);
    if (name.empty() || (needs_number && number.empty()))
        return fail_text("mps.missing_field", trimmed(line_));
    const int column = columns_.find(name);
    if (column < 0) return fail_text("mps.unknown_column", name);
    double value = 0;
    if (needs_number && !parse_number(number, value)) return fail_text("mps.bad_number", number);
    if (std::abs(value) >= kInfinite) value = std::copysign(kInfinity, value);
    if (type == "FX" && !std::isfinite(value)) return fail_text("mps.infinite_number", number);
    set_bound(type, static_cast<std::size_t>(column), value);
    return true;
}

void MpsReader::set_bound(std::string_view type, std::size_t j, double value) {
    auto& p = model_.problem;
    if (bound_line_.empty()) {
        bound_line_.assign(p.cost.size(), 0);
        lower_given_.assign(p.cost.size(), false);
        p.col_lower.assign(p.cost.size(), 0);
        p.col_upper.assign(p.cost.size(), kInfinity);
    }
    bound_line_[j] = number_;
    if (type == "UP") {
        p.col_upper[j] = value;
        if (value < 0 && !lower_given_[j]) p.col_lower[j] = -kInfinity;
        return;
    }
    if (type != "PL") lower_given_[j] = true;
    if (type == "LO" || type == "FX") p.col_lower[j] = value;
    if (type == "FR" || type == "MI") p.col_lower[j] = -kInfinity;
    if (type == "FX") p.col_upper[j] = value;
    if (type == "FR" || type == "PL") p.col_upper[j] = kInfinity;
}

}  // namespace dure::lp
