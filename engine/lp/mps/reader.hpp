// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/lp/mps/fields.hpp"
#include "engine/lp/mps/mps.hpp"
#include "engine/lp/mps/names.hpp"

namespace dure::lp {

/// Reads one MPS text line by line (read.cpp) into a problem (read_lines.cpp).
class MpsReader {
  public:
    MpsReader(std::string_view text, std::string_view file, bool fixed)
        : text_(text), file_(file), fixed_(fixed) {}

    Expected<MpsModel> read();

  private:
    enum class Section { none, objsense, rows, columns, rhs, ranges, bounds, end };
    struct SectionName {
        std::string_view word;
        Section section;
    };
    static constexpr SectionName kSections[] = {{"ROWS", Section::rows},     {"COLUMNS", Section::columns},
                                                {"RHS", Section::rhs},       {"RANGES", Section::ranges},
                                                {"BOUNDS", Section::bounds}, {"ENDATA", Section::end}};
    static constexpr int kObjective = -1;
    struct Row {
        char type;
        double rhs = 0, range = 0;
        bool has_rhs = false, has_range = false;
    };

    /// The next line that is neither blank nor a comment.
    bool next_line();
    bool fail_here(const char* code, Params params = {});
    bool fail_text(const char* code, std::string_view text);
    bool start_section();
    bool seen(Section s) const { return seen_ & (1u << static_cast<unsigned>(s)); }

    bool set_sense(std::string_view word);
    bool data_line();
    bool row_line();

    /// The row's number or kObjective; false with an error when there is none. `guess`: a number it may have.
    bool find_row(std::string_view name, int& row, int guess = -1);
    bool fields_with_head(MpsFields& f, bool head_may_lack);
    /// The row that the next entry is likely to have: columns of a kind mostly go on where the one before
    /// was, a row further; long columns by equal steps. Saves most look-ups.
    int guess_row() const;
    void remember_row(int row);
    bool finite_number(std::string_view text, double& value);
    bool column_line();
    bool entry(std::string_view column, std::string_view row_name, std::string_view number);

    /// Ends the column before the one that starts: its rows must ascend.
    void close_column();

    /// Right-hand sides, ranges and bounds may come in several sets of which a solver would take one:
    /// refused.
    bool same_set(std::string_view name);
    bool rhs_line();
    bool set_rhs(int row, double value);
    bool set_range(int row, double value);
    bool bound_line();
    bool bound(std::string_view type, std::string_view name, std::string_view number);
    void set_bound(std::string_view type, std::size_t j, double value);
    bool check_whole();
    void finish();
    bool check_bounds();

    std::string_view text_, file_, line_;
    bool fixed_;
    std::size_t at_ = 0;
    int number_ = 0;
    Section section_ = Section::none;
    unsigned seen_ = 0;
    std::string_view objective_, set_;
    bool has_set_ = false, has_cost_ = false, has_offset_ = false;
    NameIndex row_names_, columns_;
    std::array<int, 8> row_hint_{};  ///< rows of the last column's first entries
    std::size_t place_ = 0;          ///< of the next entry in its column
    int last_row_ = -1, row_step_ = 1;
    std::vector<Row> rows_;
    std::vector<int> last_column_;  ///< of each row, the last column with an entry in it
    std::vector<int> bound_line_;
    std::vector<bool> lower_given_;
    MpsModel model_;
    Error error_;
};

/// A piece of the text as an error may show it.
std::string shortened(std::string_view text);

}  // namespace dure::lp
