// SPDX-License-Identifier: Apache-2.0
#include "server/figures/bundle.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <stdexcept>

#include "engine/energy/period.hpp"
#include "server/figures/names.hpp"
#include "server/tables/source.hpp"

namespace dure::figures {
namespace {

constexpr std::string_view kRequired[][6] = {
    {"code", "name_ko", "name_en"},         {"code", "topic", "name_ko", "name_en", "nature", "unit"},
    {"kind", "code", "name_ko", "name_en"}, {"code", "indicator", "region", "period", "name_ko", "name_en"},
    {"code", "document", "publisher"},      {"region", "indicator", "period", "unit", "method"},
};
constexpr std::string_view kOptional[][15] = {
    {"parent", "position"},
    {"note_ko", "note_en", "position"},
    {"position"},
    {"note_ko", "note_en", "position"},
    {"page", "published", "read_on", "link", "note"},
    {"code", "sector", "item", "kind", "value", "low", "high", "price_year", "source", "formula", "basis_ko",
     "basis_en", "note_ko", "note_en", "baseline"},
};

/// One table, row by row, its cells by their headings.
class TableReader {
  public:
    TableReader(std::string name, std::size_t kind, Errors& errors)
        : name_(std::move(name)), kind_(kind), errors_(errors) {}

    template <class Take>
    void read(const std::string& text, Take take) {
        auto source = tables::open_source(text, {.encoding = "UTF-8"});
        if (!source) return refuse(source.error());
        tables::SourceRow row;
        for (;;) {
            const auto more = (*source)->next(row);
            if (!more) return refuse(more.error());
            if (!*more) break;
            if (row.empty()) continue;
            line_ = static_cast<int>(row.number);
            if (head_.empty()) {
                if (!read_head(row.cells)) return;
                continue;
            }
            cells_ = row.cells;
            take();
        }
    }

    std::string text(std::string_view column) const {
        const auto at = head_.find(column);
        if (at == head_.end() || at->second >= cells_.size()) return {};
        const std::string& cell = cells_[at->second];
        // Tables of ours put an apostrophe before what a spreadsheet would run.
        const bool guarded = cell.size() > 1 && cell[0] == '\'' &&
                             std::string_view("=+-@").find(cell[1]) != std::string_view::npos;
        return guarded ? cell.substr(1) : cell;
    }
    std::optional<std::string> optional(std::string_view column) const {
        std::string value = text(column);
        return value.empty() ? std::nullopt : std::optional(std::move(value));
    }
    std::string needed(std::string_view column) {
        std::string value = text(column);
        if (value.empty()) refuse("bundle.missing", {{"column", std::string(column)}});
        return value;
    }
    std::optional<double> number(std::string_view column) {
        const std::string value = text(column);
        if (value.empty()) return std::nullopt;
        double read = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
        if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(read)) {
            refuse("bundle.not_a_number", {{"column", std::string(column)}, {"found", value}});
            return std::nullopt;
        }
        return read;
    }
    std::int64_t position() {
        const double read = number("position").value_or(++count_);
        return std::abs(read) < 1e9 ? static_cast<std::int64_t>(read) : 0;
    }
    /// One of the names that `read` knows.
    template <class E>
    E choice(std::string_view column, std::string fallback, E (*read)(std::string_view),
             const char* choices) {
        const std::string value = optional(column).value_or(std::move(fallback));
        try {
            return read(value);
        } catch (const std::invalid_argument&) {
            refuse("bundle.unknown_choice",
                   {{"column", std::string(column)}, {"found", value}, {"choices", choices}});
            return E{};
        }
    }
    int line() const { return line_; }
    void refuse(std::string code, Params params) {
        refuse({.code = std::move(code), .params = std::move(params)});
    }

  private:
    void refuse(Error error) {
        error.file = name_;
        if (error.line == 0) error.line = line_;
        errors_.push_back(std::move(error));
    }

    bool read_head(const std::vector<std::string>& cells) {
        const std::size_t before = errors_.size();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto is = [&](std::string_view name) { return !name.empty() && name == cells[i]; };
            if (!std::ranges::any_of(kRequired[kind_], is) && !std::ranges::any_of(kOptional[kind_], is))
                refuse("bundle.unknown_column", {{"column", cells[i]}});
            head_.emplace(cells[i], i);
        }
        for (const std::string_view name : kRequired[kind_])
            if (!name.empty() && !head_.contains(name))
                refuse("bundle.missing_column", {{"column", std::string(name)}});
        return errors_.size() == before;
    }

    const std::string name_;
    const std::size_t kind_;
    Errors& errors_;
    std::map<std::string, std::size_t, std::less<>> head_;
    std::vector<std::string> cells_;
    int line_ = 0, count_ = 0;
};

Region read_region(TableReader& row) {
    return {row.needed("code"), row.optional("parent"), row.needed("name_ko"), row.needed("name_en"),
            row.position()};
}

Indicator read_indicator(TableReader& row) {
    return {row.needed("code"),
            row.needed("topic"),
            row.needed("name_ko"),
            row.needed("name_en"),
            row.choice("nature", "", nature_of, "flow, stock, ratio"),
            row.needed("unit"),
            row.text("note_ko"),
            row.text("note_en"),
            row.position()};
}

Term read_term(TableReader& row) {
    Term term{row.needed("kind"), row.needed("code"), row.needed("name_ko"), row.needed("name_en"),
              row.position()};
    if (term.kind != "sector" && term.kind != "item")
        row.refuse("bundle.unknown_choice",
                   {{"column", "kind"}, {"found", term.kind}, {"choices", "sector, item"}});
    return term;
}

Baseline read_baseline(TableReader& row) {
    return {row.needed("code"),   row.needed("indicator"), row.needed("region"),
            row.needed("period"), row.needed("name_ko"),   row.needed("name_en"),
            row.text("note_ko"),  row.text("note_en"),     row.position()};
}

SourceContent read_source(TableReader& row) {
    return {row.needed("code"),        row.needed("document"),  row.needed("publisher"), row.text("page"),
            row.optional("published"), row.optional("read_on"), row.optional("link"),    row.text("note")};
}

FigureContent read_figure(TableReader& row) {
    FigureContent f{.code = row.optional("code"),
                    .region = row.needed("region"),
                    .indicator = row.needed("indicator"),
                    .sector = row.text("sector"),
                    .item = row.text("item"),
                    .period = row.needed("period")};
    f.kind = row.choice("kind", "actual", kind_of, "actual, baseline, target, forecast, assumption");
    f.method = row.choice("method", "", method_of, "read, derived, estimate, assumption");
    const auto value = row.number("value");
    if (!value && row.text("value").empty() && f.method != Method::derived)
        row.refuse("bundle.missing", {{"column", "value"}});
    f.value = value.value_or(0);
    f.low = row.number("low");
    f.high = row.number("high");
    f.unit = row.needed("unit");
    if (const auto year = row.number("price_year"); year && *year >= 1900 && *year <= 2199)
        f.price_year = static_cast<std::int64_t>(*year);
    f.source = row.optional("source");
    f.formula = row.optional("formula");
    f.basis_ko = row.text("basis_ko");
    f.basis_en = row.text("basis_en");
    f.note_ko = row.text("note_ko");
    f.note_en = row.text("note_en");
    f.baseline = row.optional("baseline");
    return f;
}

}  // namespace

Checked<Bundle> read_bundle(const Files& files) {
    Bundle bundle;
    Errors errors;
    const auto read = [&](std::size_t kind, auto take) {
        const std::string name(kBundleFiles[kind]);
        const auto file = files.find(name);
        if (file == files.end()) return;
        TableReader reader(name, kind, errors);
        reader.read(file->second, [&] { take(reader); });
    };
    std::set<std::string> codes;
    const auto once = [&](TableReader& row, const std::string& code) {
        if (!code.empty() && !codes.insert(code).second) row.refuse("bundle.code_twice", {{"code", code}});
    };
    read(0, [&](TableReader& row) { bundle.regions.push_back(read_region(row)); });
    read(1, [&](TableReader& row) { bundle.indicators.push_back(read_indicator(row)); });
    read(2, [&](TableReader& row) { bundle.terms.push_back(read_term(row)); });
    read(3, [&](TableReader& row) { bundle.baselines.push_back(read_baseline(row)); });
    read(4, [&](TableReader& row) {
        bundle.sources.push_back(read_source(row));
        once(row, bundle.sources.back().code);
    });
    codes.clear();
    read(5, [&](TableReader& row) {
        bundle.figures.push_back(read_figure(row));
        bundle.figure_lines.push_back(row.line());
        once(row, bundle.figures.back().code.value_or(""));
    });
    if (!errors.empty()) return std::unexpected(std::move(errors));
    return bundle;
}

}  // namespace dure::figures
