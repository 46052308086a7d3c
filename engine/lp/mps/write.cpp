// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/lp/mps/fields.hpp"
#include "engine/lp/mps/mps.hpp"
#include "engine/lp/mps/names.hpp"
#include "engine/lp/validate.hpp"

namespace dure::lp {
namespace {

constexpr std::string_view kObjectiveName = "OBJ";

Expected<std::vector<std::string>> names_or_numbers(const std::vector<std::string>& given, int count,
                                                    char prefix) {
    auto names = given;
    if (names.empty()) {
        for (int i = 0; i < count; ++i) names.push_back(fmt::format("{}{}", prefix, i + 1));
    }
    NameIndex seen;
    for (const auto& name : names) {
        const bool blank =
            name.empty() || std::ranges::any_of(name, [](char c) { return is_blank(c) || c == '\n'; });
        if (blank || seen.add(name) < 0) return fail("mps.bad_name", {{"text", name}});
    }
    return names;
}

char row_type(double lower, double upper) {
    if (lower == upper) return 'E';
    if (std::isfinite(lower)) return 'G';
    return std::isfinite(upper) ? 'L' : 'N';
}

class Writer {
  public:
    Writer(const Problem& p, std::vector<std::string> rows, std::vector<std::string> columns)
        : p_(p), rows_(std::move(rows)), columns_(std::move(columns)) {
        // The objective's own name must not be a row's.
        while (std::ranges::find(rows_, objective_) != rows_.end()) objective_ += '_';
    }

    std::string write() {
        const bool named = !p_.name.empty() &&
                           std::ranges::none_of(p_.name, [](char c) { return is_blank(c) || c == '\n'; });
        put("NAME {}\nROWS\n N {}\n", named ? p_.name : "", objective_);
        for (std::size_t i = 0; i < rows_.size(); ++i)
            put(" {} {}\n", row_type(p_.row_lower[i], p_.row_upper[i]), rows_[i]);
        put("COLUMNS\n");
        for (std::size_t j = 0; j < columns_.size(); ++j) column(j);
        put("RHS\n");
        if (p_.offset != 0) put(" RHS {} {}\n", objective_, -p_.offset);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const double rhs = std::isfinite(p_.row_lower[i]) ? p_.row_lower[i] : p_.row_upper[i];
            if (std::isfinite(rhs) && rhs != 0) put(" RHS {} {}\n", rows_[i], rhs);
        }
        put("RANGES\n");
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const double width = p_.row_upper[i] - p_.row_lower[i];
            if (width != 0 && std::isfinite(width)) put(" RNG {} {}\n", rows_[i], width);
        }
        put("BOUNDS\n");
        for (std::size_t j = 0; j < columns_.size(); ++j) bounds(j);
        put("ENDATA\n");
        return std::move(text_);
    }

  private:
    template <class... Args>
    void put(fmt::format_string<Args...> form, Args&&... args) {
        fmt::format_to(std::back_inserter(text_), form, std::forward<Args>(args)...);
    }

    void column(std::size_t j) {
        const auto begin = static_cast<std::size_t>(p_.start[j]),
                   end = static_cast<std::size_t>(p_.start[j + 1]);
        // A column must be named once, even without any entry.
        if (p_.cost[j] != 0 || begin == end) put(" {} {} {}\n", columns_[j], objective_, p_.cost[j]);
        for (auto k = begin; k < end; ++k)
            put(" {} {} {}\n", columns_[j], rows_[static_cast<std::size_t>(p_.index[k])], p_.value[k]);
    }

    void bounds(std::size_t j) {
        const double lower = p_.col_lower[j], upper = p_.col_upper[j];
        const auto& name = columns_[j];
        if (lower == upper) {
            put(" FX BND {} {}\n", name, lower);
        } else if (lower == -kInfinity && upper == kInfinity) {
            put(" FR BND {}\n", name);
        } else {
            if (lower == -kInfinity) put(" MI BND {}\n", name);
            if (std::isfinite(lower) && lower != 0) put(" LO BND {} {}\n", name, lower);
            if (std::isfinite(upper)) put(" UP BND {} {}\n", name, upper);
        }
    }

    const Problem& p_;
    std::vector<std::string> rows_, columns_;
    std::string objective_{kObjectiveName};
    std::string text_;
};

}  // namespace

Expected<std::string> write_mps(const Problem& p) {
    if (auto ok = validate(p); !ok) return std::unexpected(ok.error());
    auto rows = names_or_numbers(p.row_names, p.rows(), 'R');
    if (!rows) return std::unexpected(rows.error());
    auto columns = names_or_numbers(p.col_names, p.columns(), 'C');
    if (!columns) return std::unexpected(columns.error());
    return Writer(p, std::move(*rows), std::move(*columns)).write();
}

}  // namespace dure::lp
