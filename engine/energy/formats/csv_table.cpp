// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/csv_table.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "engine/energy/formats/error_list.hpp"

namespace dure::energy {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kSeparators = ",;\t|";

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// Where the first byte stands that is not UTF-8, or npos. Overlong forms and surrogates are left to the
/// reader of the text.
std::size_t first_not_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t length = c < 0x80                ? 1
                                   : c >= 0xC2 && c < 0xE0 ? 2
                                   : (c & 0xF0) == 0xE0    ? 3
                                   : c >= 0xF0 && c < 0xF5 ? 4
                                                           : 0;
        if (length == 0 || i + length > text.size()) return i;
        for (std::size_t k = 1; k < length; ++k) {
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) return i;
        }
        i += length;
    }
    return text.npos;
}

/// Whether every byte above ASCII is part of a pair as CP949 has them.
bool could_be_cp949(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_high(text[i])) continue;
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead == 0x80 || lead == 0xFF || i + 1 == text.size()) return false;
        const auto trail = static_cast<unsigned char>(text[++i]);
        const bool letter = (trail >= 'A' && trail <= 'Z') || (trail >= 'a' && trail <= 'z');
        if (!letter && (trail < 0x81 || trail == 0xFF)) return false;
    }
    return true;
}

int line_at(std::string_view text, std::size_t at) {
    return 1 +
           static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::optional<Error> wrong_encoding(std::string_view text, std::string_view file) {
    const auto error = [&](const char* code, int line) {
        return Error{.code = code, .file = std::string(file), .line = line};
    };
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return error("csv.utf16", 0);
    if (const auto at = text.find('\0'); at != text.npos) return error("csv.binary", line_at(text, at));
    if (const auto at = first_not_utf8(text); at != text.npos)
        return error(could_be_cp949(text) ? "csv.cp949" : "csv.not_utf8", line_at(text, at));
    return std::nullopt;
}

/// The separator that the first line has most of outside quotes.
char separator_of(std::string_view text) {
    std::size_t counts[kSeparators.size()] = {};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) break;
        if (const auto which = kSeparators.find(c); !quoted && which != kSeparators.npos) ++counts[which];
    }
    return kSeparators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts)];
}

class Scanner {
  public:
    Scanner(std::string_view text, std::string_view file)
        : text_(text), separator_(separator_of(text)), errors_(file) {}

    Checked<CsvTable> read() {
        std::vector<std::string> row;
        while (at_ < text_.size()) {
            const int line = line_;
            if (!read_row(row)) return std::unexpected(errors_.take());
            const bool blank = row.size() == 1 && row[0].empty();
            if (blank) continue;
            if (table_.header.empty()) {
                table_.header = row;
                check_header(line);
            } else if (row.size() != table_.header.size()) {
                errors_.add(line, "csv.wrong_count",
                            {{"expected", std::to_string(table_.header.size())},
                             {"found", std::to_string(row.size())}});
            } else {
                table_.rows.push_back(row);
                table_.lines.push_back(line);
            }
        }
        if (table_.header.empty()) errors_.add(0, "csv.empty");
        if (!errors_.empty()) return std::unexpected(errors_.take());
        return std::move(table_);
    }

  private:
    bool at_line_end() const { return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r'; }

    bool read_row(std::vector<std::string>& row) {
        row.clear();
        for (;;) {
            row.emplace_back();
            if (!read_cell(row.back())) return false;
            if (at_line_end()) break;
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
        ++line_;
        return true;
    }

    bool read_cell(std::string& cell) {
        if (at_ < text_.size() && text_[at_] == '"') return read_quoted(cell);
        const auto begin = at_;
        while (!at_line_end() && text_[at_] != separator_) {
            if (text_[at_] == '"') {
                errors_.add(line_, "csv.stray_quote");
                return false;
            }
            ++at_;
        }
        cell = text_.substr(begin, at_ - begin);
        return true;
    }

    bool read_quoted(std::string& cell) {
        const int opened = line_;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
                    ++at_;
                } else {
                    ++at_;
                    if (at_line_end() || text_[at_] == separator_) return true;
                    errors_.add(line_, "csv.stray_quote");
                    return false;
                }
            }
            if (text_[at_] == '\n') ++line_;
            cell += text_[at_];
        }
        errors_.add(opened, "csv.open_quote");
        return false;
    }

    void check_header(int line) {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < table_.header.size(); ++i) {
            const auto& name = table_.header[i];
            if (name.empty() && i > 0)
                errors_.add(line, "csv.unnamed_column", {{"position", std::to_string(i + 1)}});
            if (!name.empty() && !seen.insert(name).second)
                errors_.add(line, "csv.doubled_column", {{"column", name}});
        }
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
    CsvTable table_;
    ErrorList errors_;
};

}  // namespace

Checked<CsvTable> read_csv_table(std::string_view text, std::string_view file) {
    if (text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
    if (auto wrong = wrong_encoding(text, file)) return std::unexpected(Errors{std::move(*wrong)});
    return Scanner(text, file).read();
}

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == text.npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

}  // namespace dure::energy
