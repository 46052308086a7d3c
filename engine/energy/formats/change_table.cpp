// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/formats/change_table.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "engine/base/text.hpp"
#include "engine/energy/formats/csv_series.hpp"
#include "engine/energy/formats/error_list.hpp"

namespace dure::energy {
namespace {

enum Column { period, sector, fuel, activity, energy, emissions, columns };

struct Heading {
    std::array<std::string_view, 6> names;
    bool needed = true;
};

// The first name is what a person is told to write.
constexpr std::array<Heading, columns> kHeadings = {{
    {{"period", "year", "연도", "년도", "기간"}},
    {{"sector", "부문"}},
    {{"fuel", "source", "carrier", "에너지원", "연료"}, false},
    {{"activity", "활동량", "활동"}},
    {{"energy", "에너지", "소비량", "에너지소비량"}},
    {{"emissions", "emission", "co2", "ghg", "배출량", "온실가스"}, false},
}};

std::string_view trimmed(std::string_view s) {
    const auto begin = s.find_first_not_of(" \t");
    return begin == s.npos ? "" : s.substr(begin, s.find_last_not_of(" \t") - begin + 1);
}

struct Named {
    std::string name, unit;
};

/// "Energy (TJ)" and "energy [TJ]" are energy in TJ.
Named split_bracket(std::string_view heading) {
    heading = trimmed(heading);
    const auto open = heading.find_first_of("([");
    if (open == heading.npos || open == 0) return {std::string(heading), ""};
    auto unit = heading.substr(open + 1);
    unit = unit.substr(0, unit.find_first_of(")]"));
    return {std::string(trimmed(heading.substr(0, open))), std::string(trimmed(unit))};
}

/// Which column a heading is, and its unit: "energy_tj" too.
std::optional<std::pair<Column, std::string>> column_of(std::string_view heading) {
    const auto [name, unit] = split_bracket(heading);
    const std::string plain = folded(name);
    for (int c = 0; c < columns; ++c) {
        for (const auto known : kHeadings[static_cast<std::size_t>(c)].names) {
            if (known.empty() || !plain.starts_with(known)) continue;
            if (plain.size() == known.size()) return std::pair{static_cast<Column>(c), unit};
            if (c >= activity && plain[known.size()] == '_')
                return std::pair{static_cast<Column>(c), name.substr(known.size() + 1)};
        }
    }
    return std::nullopt;
}

/// Names in the order in which they first stand.
class Names {
  public:
    std::size_t number_of(std::string_view name) {
        const auto [place, is_new] = numbers_.try_emplace(std::string(name), list_.size());
        if (is_new) list_.emplace_back(name);
        return place->second;
    }
    std::size_t size() const { return list_.size(); }
    const std::vector<std::string>& list() const { return list_; }
    /// Puts the names into the order of their bytes; the answer tells where each number went.
    std::vector<std::size_t> sort() {
        std::vector<std::size_t> moved(list_.size());
        list_.clear();
        for (auto& [name, number] : numbers_) {
            moved[number] = list_.size();
            number = list_.size();
            list_.push_back(name);
        }
        return moved;
    }

  private:
    std::map<std::string, std::size_t, std::less<>> numbers_;
    std::vector<std::string> list_;
};

struct Row {
    std::size_t period, sector, fuel;
    std::optional<double> activity;
    double energy, emissions;
    int line;
};

class Reader {
  public:
    explicit Reader(std::string_view file) : errors_(file) {}

    Checked<ChangeFile> read(const CsvTable& csv) {
        find_columns(csv.header);
        if (!errors_.empty()) return std::unexpected(errors_.take());
        for (std::size_t r = 0; r < csv.rows.size(); ++r) read_row(csv.rows[r], csv.lines[r]);
        if (!errors_.empty()) return std::unexpected(errors_.take());
        if (periods_.size() < 2) errors_.add(0, "change.one_period");
        fill();
        if (!errors_.empty()) return std::unexpected(errors_.take());
        return std::move(result_);
    }

  private:
    void find_columns(const std::vector<std::string>& header) {
        std::array<std::string*, columns> units = {
            nullptr, nullptr, nullptr, &result_.activity_unit, &result_.energy_unit, &result_.emissions_unit};
        for (std::size_t at = 0; at < header.size(); ++at) {
            const auto found = column_of(header[at]);
            if (!found) continue;
            auto& place = at_[found->first];
            if (place)
                errors_.add(1, "change.doubled_column",
                            {{"column", std::string(kHeadings[found->first].names[0])},
                             {"first", header[*place]},
                             {"second", header[at]}});
            place = at;
            if (units[found->first]) *units[found->first] = found->second;
        }
        for (std::size_t c = 0; c < columns; ++c) {
            if (kHeadings[c].needed && !at_[c])
                errors_.add(1, "change.no_column", {{"column", std::string(kHeadings[c].names[0])}});
        }
    }

    std::string_view cell(const std::vector<std::string>& row, Column c) const {
        return at_[c] ? trimmed(row[*at_[c]]) : std::string_view{};
    }

    std::string_view text(const std::vector<std::string>& row, int line, Column c) {
        const auto text = cell(row, c);
        if (text.empty() && at_[c])
            errors_.add(line, "csv.empty_cell", {{"column", std::string(kHeadings[c].names[0])}});
        return text;
    }

    std::optional<double> number(const std::vector<std::string>& row, int line, Column c) {
        const std::string column(kHeadings[c].names[0]);
        const auto value = parse_cell(cell(row, c), column);
        if (!value) {
            errors_.add(line, value.error().code, value.error().params);
            return std::nullopt;
        }
        if (*value < 0) {
            errors_.add(line, "change.negative", {{"column", column}, {"text", std::string(cell(row, c))}});
            return std::nullopt;
        }
        return *value;
    }

    void read_row(const std::vector<std::string>& row, int line) {
        const auto in_period = text(row, line, period), in_sector = text(row, line, sector),
                   of_fuel = text(row, line, fuel);
        std::optional<double> done;
        if (!cell(row, activity).empty()) done = number(row, line, activity);
        const auto used = number(row, line, energy);
        const auto emitted = at_[emissions] ? number(row, line, emissions) : 0.0;
        if (in_period.empty() || in_sector.empty() || !used || !emitted) return;
        rows_.push_back({.period = periods_.number_of(in_period),
                         .sector = sectors_.number_of(in_sector),
                         .fuel = fuels_.number_of(of_fuel),
                         .activity = done,
                         .energy = *used,
                         .emissions = *emitted,
                         .line = line});
    }

    Params place(const ChangeTable& t, std::size_t p, std::size_t i) const {
        return {{"period", t.periods[p]}, {"sector", t.sectors[i]}};
    }
    Params place(const ChangeTable& t, std::size_t p, std::size_t i, std::size_t j) const {
        auto params = place(t, p, i);
        params.emplace_back("fuel", t.fuels[j]);
        return params;
    }

    void fill() {
        ChangeTable& t = result_.table;
        const auto moved = periods_.sort();
        for (Row& row : rows_) row.period = moved[row.period];
        t.periods = periods_.list();
        t.sectors = sectors_.list();
        t.fuels = fuels_.list();
        const std::size_t sectors = t.periods.size() * t.sectors.size(), all = sectors * t.fuels.size();
        t.activity.assign(sectors, 0);
        t.energy.assign(all, 0);
        if (at_[emissions]) t.emissions.assign(all, 0);
        std::vector<int> line_of_activity(sectors, 0), line_of(all, 0);
        for (const Row& row : rows_) {
            const auto s = t.cell(row.period, row.sector), c = t.cell(row.period, row.sector, row.fuel);
            if (line_of[c] > 0) {
                auto params = place(t, row.period, row.sector, row.fuel);
                params.emplace_back("first", std::to_string(line_of[c]));
                errors_.add(row.line, "change.doubled_row", std::move(params));
            }
            line_of[c] = row.line;
            t.energy[c] = row.energy;
            if (at_[emissions]) t.emissions[c] = row.emissions;
            if (!row.activity) continue;
            if (line_of_activity[s] > 0 && t.activity[s] != *row.activity) {
                auto params = place(t, row.period, row.sector);
                params.emplace_back("first", std::to_string(line_of_activity[s]));
                errors_.add(row.line, "change.activity_differs", std::move(params));
            }
            line_of_activity[s] = row.line;
            t.activity[s] = *row.activity;
        }
        name_missing(line_of_activity, line_of);
    }

    void name_missing(const std::vector<int>& line_of_activity, const std::vector<int>& line_of) {
        const ChangeTable& t = result_.table;
        for (std::size_t p = 0; p < t.periods.size(); ++p) {
            for (std::size_t i = 0; i < t.sectors.size(); ++i) {
                bool any = false;
                for (std::size_t j = 0; j < t.fuels.size(); ++j) {
                    any = any || line_of[t.cell(p, i, j)] > 0;
                    if (line_of[t.cell(p, i, j)] == 0) errors_.add(0, "change.missing", place(t, p, i, j));
                }
                if (any && line_of_activity[t.cell(p, i)] == 0)
                    errors_.add(0, "change.missing_activity", place(t, p, i));
            }
        }
    }

    ErrorList errors_;
    std::array<std::optional<std::size_t>, columns> at_;
    Names periods_, sectors_, fuels_;
    std::vector<Row> rows_;
    ChangeFile result_;
};

}  // namespace

Checked<ChangeFile> read_change_table(std::string_view text, std::string_view file) {
    auto csv = read_csv_table(text, file);
    if (!csv) return std::unexpected(csv.error());
    return Reader(file).read(*csv);
}

}  // namespace dure::energy
