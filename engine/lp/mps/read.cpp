// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <cstring>
#include <tuple>

#include "engine/lp/mps/reader.hpp"

namespace dure::lp {
namespace {

constexpr std::string_view kNotLinear[] = {"QUADOBJ",   "QMATRIX", "QSECTION", "QCMATRIX",  "CSECTION",
                                           "SOS",       "SOS1",    "SOS2",     "SETS",      "INDICATORS",
                                           "GENCONS",   "PWLOBJ",  "PWLNAM",   "LAZYCONS",  "USERCUTS",
                                           "OBJECTIVE", "OBJNAME", "BRANCH",   "MODELCUTS", "VARIABLES"};

}  // namespace

std::string shortened(std::string_view text) {
    constexpr std::size_t kMost = 60;
    std::string s(text.substr(0, kMost));
    for (char& c : s) {
        if (static_cast<unsigned char>(c) < 0x20) c = '?';
    }
    return s;
}

Expected<MpsModel> MpsReader::read() {
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

bool MpsReader::next_line() {
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

bool MpsReader::fail_here(const char* code, Params params) {
    error_ = {.code = code, .params = std::move(params), .file = std::string(file_), .line = number_};
    return false;
}

bool MpsReader::fail_text(const char* code, std::string_view text) {
    return fail_here(code, {{"text", shortened(text)}});
}

bool MpsReader::start_section() {
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

bool MpsReader::set_sense(std::string_view word) {
    if (word == "MAX" || word == "MAXIMIZE" || word == "MAXIMISE") {
        model_.maximise = true;
    } else if (word == "MIN" || word == "MINIMIZE" || word == "MINIMISE") {
        model_.maximise = false;
    } else {
        return fail_text("mps.bad_objsense", word);
    }
    return true;
}

bool MpsReader::data_line() {
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

void MpsReader::close_column() {
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

bool MpsReader::check_whole() {
    for (const auto& [word, section] : kSections) {
        const bool needed =
            section == Section::rows || section == Section::columns || section == Section::end;
        if (needed && !seen(section)) return fail_text("mps.missing_section", word);
    }
    return !objective_.empty() || fail_here("mps.missing_objective");
}

void MpsReader::finish() {
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

bool MpsReader::check_bounds() {
    const auto& p = model_.problem;
    for (std::size_t j = 0; j < bound_line_.size(); ++j) {
        if (p.col_lower[j] <= p.col_upper[j] && p.col_lower[j] < kInfinity && p.col_upper[j] > -kInfinity)
            continue;
        number_ = bound_line_[j];
        return fail_text("mps.crossed_bounds", p.col_names[j]);
    }
    return true;
}

Expected<MpsModel> read_mps(std::string_view text, std::string_view file, MpsFormat format) {
    auto model = MpsReader(text, file, format == MpsFormat::fixed).read();
    if (model || format != MpsFormat::automatic) return model;
    // Names with blanks break the free form only. Where both fail, the free form's error is the one that
    // tells.
    auto fixed = MpsReader(text, file, true).read();
    return fixed ? std::move(fixed) : std::move(model);
}

}  // namespace dure::lp
