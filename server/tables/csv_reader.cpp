// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>

#include "server/tables/encoding.hpp"
#include "server/tables/readers.hpp"

namespace dure::tables {
namespace {

constexpr std::string_view kSeparators = ",;\t|";
constexpr std::size_t kSampleBytes = std::size_t{64} << 10;
constexpr int kSampleRows = 40;

/// The records of a text (RFC 4180); a quote within a cell that does not begin with one is a character.
class Records {
  public:
    Records(std::string_view text, char separator, const SourceLimits& limits)
        : text_(text), separator_(separator), limits_(limits) {}

    Expected<bool> next(SourceRow& row) {
        row.cells.clear();
        if (at_ >= text_.size()) return false;
        row.number = ++number_;
        if (number_ > limits_.rows)
            return fail("tables.too_many_rows", {{"maximum", std::to_string(limits_.rows)}});
        for (;;) {
            if (row.cells.size() == limits_.columns)
                return too_much("tables.too_many_columns", limits_.columns);
            if (auto read = read_cell(row.cells.emplace_back()); !read) return std::unexpected(read.error());
            if (at_ >= text_.size()) return true;
            const char c = text_[at_++];
            if (c == separator_) continue;
            if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
            return true;
        }
    }

    double fraction() const {
        return text_.empty() ? 1 : static_cast<double>(at_) / static_cast<double>(text_.size());
    }

  private:
    std::unexpected<Error> too_much(std::string code, std::size_t maximum) const {
        return std::unexpected(
            at_row({.code = std::move(code), .params = {{"maximum", std::to_string(maximum)}}}, number_));
    }

    bool ends_cell(char c) const { return c == separator_ || c == '\r' || c == '\n'; }

    Expected<bool> read_cell(std::string& cell) {
        if (at_ < text_.size() && text_[at_] == '"') return read_quoted(cell);
        const std::size_t begin = at_;
        while (at_ < text_.size() && !ends_cell(text_[at_])) ++at_;
        if (at_ - begin > limits_.cell_bytes) return too_much("tables.cell_too_long", limits_.cell_bytes);
        cell.assign(text_.substr(begin, at_ - begin));
        return true;
    }

    Expected<bool> read_quoted(std::string& cell) {
        ++at_;
        for (;;) {
            const std::size_t quote = text_.find('"', at_);
            if (quote == std::string_view::npos)
                return std::unexpected(at_row({.code = "tables.unclosed_quote"}, number_));
            cell.append(text_.substr(at_, quote - at_));
            at_ = quote + 1;
            if (cell.size() > limits_.cell_bytes) return too_much("tables.cell_too_long", limits_.cell_bytes);
            if (at_ >= text_.size() || text_[at_] != '"') break;
            cell += '"';
            ++at_;
        }
        if (at_ < text_.size() && !ends_cell(text_[at_]))
            return std::unexpected(at_row({.code = "tables.after_quote"}, number_));
        return true;
    }

    const std::string_view text_;
    const char separator_;
    const SourceLimits limits_;
    std::size_t at_ = 0;
    std::int64_t number_ = 0;
};

/// How well a separator explains the first records: how many of them have the same number of cells, times
/// what it cuts off in each.
std::size_t merit(std::string_view sample, char separator, bool whole) {
    Records records(sample, separator, {});
    std::map<std::size_t, std::size_t> counts;
    SourceRow row;
    for (int i = 0; i < kSampleRows; ++i) {
        const auto read = records.next(row);
        if (!read || !*read) break;
        ++counts[row.cells.size()];
    }
    if (!whole && counts.size() > 1 && row.cells.size() < 2) counts.erase(row.cells.size());
    std::size_t best = 0;
    for (const auto& [cells, times] : counts) best = std::max(best, times * (cells - 1));
    return best;
}

char separator_of(std::string_view text) {
    const auto sample = text.substr(0, kSampleBytes);
    std::array<std::size_t, kSeparators.size()> merits{};
    for (std::size_t i = 0; i < kSeparators.size(); ++i)
        merits[i] = merit(sample, kSeparators[i], sample.size() == text.size());
    return kSeparators[static_cast<std::size_t>(std::ranges::max_element(merits) - merits.begin())];
}

/// What other programs write so that a spreadsheet leaves a text alone: ="007" and '=1+1.
void unwrap(std::string& cell) {
    if (cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"') &&
        cell.find('"', 2) == cell.size() - 1)
        cell = cell.substr(2, cell.size() - 3);
    else if (cell.size() >= 2 && cell[0] == '\'' &&
             std::string_view("=+-@\t\r").find(cell[1]) != std::string_view::npos)
        cell.erase(0, 1);
}

class CsvSource final : public Source {
  public:
    CsvSource(std::string_view view, std::string own, SourceOptions options)
        : Source(std::move(options)),
          own_(std::move(own)),
          records_(own_.empty() ? view : std::string_view(own_), options_.separator[0], options_.limits) {}

    Expected<bool> next(SourceRow& row) override {
        auto read = records_.next(row);
        if (!read || !*read) return read;
        for (std::string& cell : row.cells) unwrap(cell);
        cut_empty_end(row.cells);
        return true;
    }

    double fraction() const override { return records_.fraction(); }

  private:
    const std::string own_;  // where the file is not clean UTF-8 itself
    Records records_;
};

}  // namespace

Expected<std::unique_ptr<Source>> open_csv(std::string_view bytes, SourceOptions options) {
    if (options.encoding.empty()) options.encoding = encoding_of(bytes);
    std::string own;
    std::string_view text = bytes;
    text.remove_prefix(mark_length(bytes, options.encoding));
    if (options.encoding != "UTF-8" || !is_utf8(text)) {
        auto converted = to_utf8(bytes, options.encoding);
        if (!converted) return fail("tables.unknown_encoding", {{"found", options.encoding}});
        own = std::move(*converted);
        text = own;
    }
    if (text.find('\0') != std::string_view::npos) return fail("tables.not_a_table", {{"found", "binary"}});
    if (options.separator.empty()) options.separator = std::string(1, separator_of(text));
    if (options.separator.size() != 1 || kSeparators.find(options.separator[0]) == std::string_view::npos)
        return fail("tables.unknown_separator", {{"found", options.separator}});
    return std::make_unique<CsvSource>(text, std::move(own), std::move(options));
}

}  // namespace dure::tables
