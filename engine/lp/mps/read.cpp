// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <tuple>

#include "engine/lp/mps/fields.hpp"
#include "engine/lp/mps/mps.hpp"
#include "engine/lp/mps/names.hpp"

namespace dure::lp {
namespace {

enum class Section { none, objsense, rows, columns, rhs, ranges, bounds, end };

struct SectionName {
    std::string_view word;
    Section section;
};
constexpr SectionName kSections[] = {{"ROWS", Section::rows},     {"COLUMNS", Section::columns},
                                     {"RHS", Section::rhs},       {"RANGES", Section::ranges},
                                     {"BOUNDS", Section::bounds}, {"ENDATA", Section::end}};
constexpr std::string_view kNotLinear[] = {"QUADOBJ",   "QMATRIX", "QSECTION", "QCMATRIX",  "CSECTION",
                                           "SOS",       "SOS1",    "SOS2",     "SETS",      "INDICATORS",
                                           "GENCONS",   "PWLOBJ",  "PWLNAM",   "LAZYCONS",  "USERCUTS",
                                           "OBJECTIVE", "OBJNAME", "BRANCH",   "MODELCUTS", "VARIABLES"};
constexpr double kInfinite = 1e30;
constexpr int kObjective = -1;

std::string shortened(std::string_view text) {
    constexpr std::size_t kMost = 60;
    std::string s(text.substr(0, kMost));
    for (char& c : s) {
        if (static_cast<unsigned char>(c) < 0x20) c = '?';
    }
    return s;
}

bool parse_number(std::string_view text, double& value) {
    if (text.starts_with('+')) text.remove_prefix(1);
    if (text.starts_with('+') || text.empty()) return false;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && !std::isnan(value);
}

class Reader {
  public:
    Reader(std::string_view text, std::string_view file, bool fixed)
        : text_(text), file_(file), fixed_(fixed) {}

    Expected<MpsModel> read() {
        while (next_line()) {
            const bool is_header = !is_blank(line_.front());
            if (!(is_header ? start_section() : data_line())) return std::unexpected(error_);
            if (section_ == Section::end) break;
        }
        if (!check_whole()) return std::unexpected(error_);
        finish();
        if (!check_bounds()) return std::unexpected(error_);
        return std::move(model_);
    }

  private:
    struct Row {
        char type;
        double rhs = 0, range = 0;
        bool has_rhs = false, has_range = false;
    };

    /// The next line that is neither blank nor a comment.
    bool next_line() {
        while (at_ < text_.size()) {
            const char* begin = text_.data() + at_;
            const auto* newline = static_cast<const char*>(std::memchr(begin, '\n', text_.size() - at_));
            const auto length = newline ? static_cast<std::size_t>(newline - begin) : text_.size() - at_;
            line_ = {begin, length};
            at_ += length + 1;
            ++number_;
            if (line_.empty() || line_.front() == '*') continue;
            if (is_blank(line_.front()) && trimmed(line_).empty()) continue;
            return true;
        }
        return false;
    }

    bool fail_here(const char* code, Params params = {}) {
        error_ = {.code = code, .params = std::move(params), .file = std::string(file_), .line = number_};
        return false;
    }
    bool fail_text(const char* code, std::string_view text) {
        return fail_here(code, {{"text", shortened(text)}});
    }

    bool start_section() {
        const auto words = split_words(line_);
        const auto word = words.word[0];
        if (word == "NAME") {
            if (seen_) return fail_text("mps.doubled_section", word);
            model_.problem.name = std::string(words.word[1]);
            return true;
        }
        if (word == "OBJSENSE" || word == "OBJSENS") {
            section_ = Section::objsense;
            return words.count < 2 || set_sense(words.word[1]);
        }
        if (std::ranges::find(kNotLinear, word) != std::end(kNotLinear))
            return fail_text("mps.unsupported_section", word);
        const auto* known = std::ranges::find(kSections, word, &SectionName::word);
        if (known == std::end(kSections)) return fail_text("mps.unknown_section", word);
        if (seen(known->section)) return fail_text("mps.doubled_section", word);
        const bool needs_rows = known->section != Section::rows && known->section != Section::end;
        if (needs_rows && !seen(Section::rows))
            return fail_here("mps.section_order", {{"text", std::string(word)}, {"before", "ROWS"}});
        if (needs_rows && known->section != Section::columns && !seen(Section::columns))
            return fail_here("mps.section_order", {{"text", std::string(word)}, {"before", "COLUMNS"}});
        section_ = known->section;
        seen_ |= 1u << static_cast<unsigned>(section_);
        set_ = {};
        has_set_ = false;
        if (section_ == Section::columns) last_column_.assign(rows_.size(), -1);
        return true;
    }

    bool seen(Section s) const { return seen_ & (1u << static_cast<unsigned>(s)); }

    bool set_sense(std::string_view word) {
        if (word == "MAX" || word == "MAXIMIZE" || word == "MAXIMISE") {
            model_.maximise = true;
        } else if (word == "MIN" || word == "MINIMIZE" || word == "MINIMISE") {
            model_.maximise = false;
        } else {
            return fail_text("mps.bad_objsense", word);
        }
        return true;
    }

    bool data_line() {
        switch (section_) {
            case Section::objsense:
                return set_sense(trimmed(line_));
            case Section::rows:
                return row_line();
            case Section::columns:
                return column_line();
            case Section::rhs:
            case Section::ranges:
                return rhs_line();
            case Section::bounds:
                return bound_line();
            default:
                return fail_text("mps.outside_section", trimmed(line_));
        }
    }

    bool row_line() {
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

    /// The row's number or kObjective; false with an error when there is none.
    bool find_row(std::string_view name, int& row) {
        row = name == objective_ ? kObjective : row_names_.find(name);
        return row >= 0 || (row == kObjective && name == objective_ && !name.empty()) ||
               fail_text("mps.unknown_row", name);
    }

    bool fields_with_head(MpsFields& f, bool head_may_lack) {
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

    bool finite_number(std::string_view text, double& value) {
        if (!parse_number(text, value)) return fail_text("mps.bad_number", text);
        return std::isfinite(value) || fail_text("mps.infinite_number", text);
    }

    bool column_line() {
        MpsFields f;
        if (line_.find('\'') != std::string_view::npos && line_.find("'MARKER'") != std::string_view::npos)
            return fail_text("mps.integer_unsupported", "MARKER");
        if (!fields_with_head(f, false)) return false;
        if (f.head.empty()) return fail_text("mps.missing_field", trimmed(line_));
        if (columns_.names().empty() || columns_.names().back() != f.head) {
            if (columns_.add(f.head) < 0) return fail_text("mps.doubled_column", f.head);
            close_column();
            has_cost_ = false;
            model_.problem.cost.push_back(0);
        }
        for (std::size_t k = 0; k < 2 && !f.name[k].empty(); ++k) {
            if (!entry(f.head, f.name[k], f.number[k])) return false;
        }
        return true;
    }

    bool entry(std::string_view column, std::string_view row_name, std::string_view number) {
        auto& p = model_.problem;
        int row = 0;
        double value = 0;
        if (!find_row(row_name, row) || !finite_number(number, value)) return false;
        const auto doubled = [&] {
            return fail_here("mps.doubled_entry",
                             {{"column", shortened(column)}, {"row", shortened(row_name)}});
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

    /// Ends the column before the one that starts: its rows must ascend.
    void close_column() {
        auto& p = model_.problem;
        if (p.columns() == 0) return;
        const auto begin = static_cast<std::size_t>(p.start.back()), end = p.index.size();
        p.start.push_back(static_cast<std::int64_t>(end));
        if (std::is_sorted(p.index.begin() + static_cast<std::ptrdiff_t>(begin), p.index.end())) return;
        std::vector<std::pair<std::int32_t, double>> entries;
        for (std::size_t k = begin; k < end; ++k) entries.emplace_back(p.index[k], p.value[k]);
        std::ranges::sort(entries);
        for (std::size_t k = begin; k < end; ++k) std::tie(p.index[k], p.value[k]) = entries[k - begin];
    }

    /// Right-hand sides, ranges and bounds may come in several sets of which a solver would take one:
    /// refused.
    bool same_set(std::string_view name) {
        if (!has_set_) set_ = name;
        has_set_ = true;
        return set_ == name || fail_text("mps.second_set", name);
    }

    bool rhs_line() {
        MpsFields f;
        if (!fields_with_head(f, true) || !same_set(f.head)) return false;
        for (std::size_t k = 0; k < 2 && !f.name[k].empty(); ++k) {
            int row = 0;
            double value = 0;
            if (!find_row(f.name[k], row) || !finite_number(f.number[k], value)) return false;
            if (!(section_ == Section::rhs ? set_rhs(row, value) : set_range(row, value))) {
                if (!error_.code.empty()) return false;
                return fail_here("mps.doubled_entry",
                                 {{"column", shortened(f.head)}, {"row", shortened(f.name[k])}});
            }
        }
        return true;
    }

    bool set_rhs(int row, double value) {
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

    bool set_range(int row, double value) {
        if (row == kObjective || rows_[static_cast<std::size_t>(row)].type == 'N')
            return fail_text(
                "mps.range_on_free_row",
                row == kObjective ? objective_ : row_names_.names()[static_cast<std::size_t>(row)]);
        Row& r = rows_[static_cast<std::size_t>(row)];
        if (r.has_range) return false;
        r.has_range = true;
        r.range = value;
        return true;
    }

    bool bound_line() {
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

    bool bound(std::string_view type, std::string_view name, std::string_view number) {
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

    void set_bound(std::string_view type, std::size_t j, double value) {
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

    bool check_whole() {
        for (const auto& [word, section] : kSections) {
            const bool needed =
                section == Section::rows || section == Section::columns || section == Section::end;
            if (needed && !seen(section)) return fail_text("mps.missing_section", word);
        }
        return !objective_.empty() || fail_here("mps.missing_objective");
    }

    void finish() {
        auto& p = model_.problem;
        close_column();
        if (p.col_lower.empty()) {
            p.col_lower.assign(p.cost.size(), 0);
            p.col_upper.assign(p.cost.size(), kInfinity);
        }
        for (const Row& row : rows_) {
            double lower = row.type == 'L' || row.type == 'N' ? -kInfinity : row.rhs;
            double upper = row.type == 'G' || row.type == 'N' ? kInfinity : row.rhs;
            if (row.has_range) {
                const double width = std::abs(row.range);
                if (row.type == 'L' || (row.type == 'E' && row.range < 0)) lower = row.rhs - width;
                if (row.type == 'G' || (row.type == 'E' && row.range > 0)) upper = row.rhs + width;
            }
            p.row_lower.push_back(lower);
            p.row_upper.push_back(upper);
        }
        if (model_.maximise) {
            for (double& c : p.cost) c = c == 0 ? 0 : -c;
            p.offset = p.offset == 0 ? 0 : -p.offset;
        }
        p.row_names.assign(row_names_.names().begin(), row_names_.names().end());
        p.col_names.assign(columns_.names().begin(), columns_.names().end());
        model_.objective_name = std::string(objective_);
    }

    bool check_bounds() {
        const auto& p = model_.problem;
        for (std::size_t j = 0; j < bound_line_.size(); ++j) {
            if (p.col_lower[j] <= p.col_upper[j] && p.col_lower[j] < kInfinity && p.col_upper[j] > -kInfinity)
                continue;
            number_ = bound_line_[j];
            return fail_text("mps.crossed_bounds", p.col_names[j]);
        }
        return true;
    }

    std::string_view text_, file_, line_;
    bool fixed_;
    std::size_t at_ = 0;
    int number_ = 0;
    Section section_ = Section::none;
    unsigned seen_ = 0;
    std::string_view objective_, set_;
    bool has_set_ = false, has_cost_ = false, has_offset_ = false;
    NameIndex row_names_, columns_;
    std::vector<Row> rows_;
    std::vector<int> last_column_;  ///< of each row, the last column with an entry in it
    std::vector<int> bound_line_;
    std::vector<bool> lower_given_;
    MpsModel model_;
    Error error_;
};

}  // namespace

Expected<MpsModel> read_mps(std::string_view text, std::string_view file, MpsFormat format) {
    auto model = Reader(text, file, format == MpsFormat::fixed).read();
    if (model || format != MpsFormat::automatic) return model;
    // Names with blanks break the free form only. Where both fail, the free form's error is the one that
    // tells.
    auto fixed = Reader(text, file, true).read();
    return fixed ? std::move(fixed) : std::move(model);
}

}  // namespace dure::lp
