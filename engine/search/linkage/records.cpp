// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/records.hpp"

#include <algorithm>
#include <unordered_map>

#include "engine/search/utf.hpp"

namespace dure::search {
namespace {

constexpr std::size_t kMostErrors = 50;

class Reader {
  public:
    Reader(std::string_view text, std::string_view file) : text_(text), file_(file) {}

    Checked<Records> read() {
        if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
        skip_blank_lines();
        choose_separator();
        std::vector<std::string> cells;
        begun_ = line_;
        if (at_ < text_.size() && read_row(cells)) take_header(cells);
        for (skip_blank_lines(); at_ < text_.size(); skip_blank_lines()) {
            begun_ = line_;
            if (read_row(cells)) take(cells);
        }
        begun_ = 0;
        if (records_.rows.empty() && errors_.empty()) refuse("csv.empty");
        if (!errors_.empty()) return std::unexpected(std::move(errors_));
        return std::move(records_);
    }

  private:
    void refuse(std::string code, Params params = {}) {
        if (errors_.size() >= kMostErrors) return;
        errors_.push_back(
            {.code = std::move(code), .params = std::move(params), .file = file_, .line = begun_});
    }

    void choose_separator() {
        const std::string_view header = text_.substr(at_, text_.find_first_of("\r\n", at_) - at_);
        std::ptrdiff_t most = 0;
        for (const char c : std::string_view(",;\t|%")) {
            const auto count = std::count(header.begin(), header.end(), c);
            if (count > most) {
                most = count;
                separator_ = c;
            }
        }
    }

    void end_line() {
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++line_;
    }

    bool at_line_end() const { return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }

    void skip_blank_lines() {
        while (at_ < text_.size() && at_line_end()) end_line();
    }

    bool read_row(std::vector<std::string>& cells) {
        cells.clear();
        bool good = true;
        for (;;) {
            cells.emplace_back();
            good = read_cell(cells.back()) && good;
            if (at_line_end()) break;
            ++at_;
        }
        end_line();
        for (const std::string& cell : cells) {
            if (!is_utf8(cell)) {
                refuse("csv.not_utf8");
                return false;
            }
        }
        return good;
    }

    bool read_cell(std::string& cell) {
        if (at_ < text_.size() && text_[at_] == '"') return read_quoted(cell);
        const std::size_t begin = at_;
        while (!at_line_end() && text_[at_] != separator_) ++at_;
        cell = text_.substr(begin, at_ - begin);
        return true;
    }

    bool read_quoted(std::string& cell) {
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                ++at_;
                if (at_ >= text_.size() || text_[at_] != '"') {
                    // What stands behind the closing quote belongs to the value.
                    while (!at_line_end() && text_[at_] != separator_) cell += text_[at_++];
                    return true;
                }
            }
            if (text_[at_] == '\n') ++line_;
            cell += text_[at_];
        }
        refuse("csv.open_quote");
        return false;
    }

    void take_header(const std::vector<std::string>& cells) {
        if (cells.size() < 2) return refuse("records.one_column");
        records_.columns.assign(cells.begin() + 1, cells.end());
    }

    void take(std::vector<std::string>& cells) {
        const std::size_t expected = records_.columns.size() + 1;
        if (expected == 1) return;
        while (cells.size() > expected && cells.back().empty()) cells.pop_back();
        if (cells.size() > expected) {
            return refuse("csv.wrong_count",
                          {{"expected", std::to_string(expected)}, {"found", std::to_string(cells.size())}});
        }
        cells.resize(expected);
        if (cells.front().find_first_not_of(' ') == std::string::npos) return refuse("records.no_id");
        const auto [known, fresh] = seen_.try_emplace(cells.front(), begun_);
        if (!fresh) {
            return refuse("records.doubled_id",
                          {{"id", cells.front()}, {"line", std::to_string(known->second)}});
        }
        records_.rows.push_back({cells.front(), {cells.begin() + 1, cells.end()}});
    }

    std::string_view text_;
    std::string file_;
    std::size_t at_ = 0;
    int line_ = 1;
    int begun_ = 1;
    char separator_ = ',';
    Records records_;
    Errors errors_;
    std::unordered_map<std::string, int> seen_;
};

}  // namespace

Checked<Records> read_records(std::string_view text, std::string_view file) {
    return Reader(text, file).read();
}

}  // namespace dure::search
