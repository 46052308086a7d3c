// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "engine/energy/period.hpp"
#include "server/figures/figure_import.hpp"
#include "server/figures/import_write.hpp"
#include "server/figures/policy.hpp"

namespace dure::figures {
namespace {

using imports::CellError;
using imports::Row;

/// In the order of the columns below; the sources of energy stand from kFirstItem on, the whole last.
enum At : std::size_t { kRegion, kYear, kSector, kUnit, kSourceCode, kFirstItem };

struct Item {
    const char* code;
    std::vector<std::string> headings;
};

const std::vector<Item>& items() {
    static const std::vector<Item> all{{"coal", {"석탄", "무연탄·유연탄"}},
                                       {"oil", {"석유", "석유제품"}},
                                       {"gas", {"도시가스", "가스", "천연·도시가스", "천연가스"}},
                                       {"electricity", {"전력", "전기"}},
                                       {"heat", {"열에너지", "열", "지역난방"}},
                                       {"renewables", {"신재생", "신재생 및 기타", "신·재생"}},
                                       {"", {"합계", "계", "총계", "total"}}};
    return all;
}

std::vector<imports::Column> columns() {
    using enum imports::Type;
    std::vector<imports::Column> all{{.key = "region",
                                      .type = text,
                                      .required = true,
                                      .label = "figures.field.region",
                                      .headings = {"지역", "시도", "시·도", "구군", "시군구"},
                                      .longest = 100,
                                      .example = "대구광역시"},
                                     {.key = "year",
                                      .type = integer,
                                      .required = true,
                                      .label = "figures.import.year",
                                      .headings = {"연도", "년도", "기간", "시점"},
                                      .minimum = 1900,
                                      .maximum = 2199,
                                      .example = "2023"},
                                     {.key = "sector",
                                      .type = text,
                                      .label = "figures.field.sector",
                                      .headings = {"부문", "부문별", "용도"},
                                      .longest = 100,
                                      .example = "산업"},
                                     {.key = "unit",
                                      .type = text,
                                      .required = true,
                                      .label = "figures.field.unit",
                                      .headings = {"단위"},
                                      .longest = 60,
                                      .example = "천toe"},
                                     {.key = "source",
                                      .type = text,
                                      .required = true,
                                      .label = "figures.import.source",
                                      .headings = {"출처", "출처 부호"},
                                      .longest = 100,
                                      .example = "yearbook-2024"}};
    for (const Item& item : items())
        all.push_back({.key = *item.code ? item.code : "whole",
                       .type = number,
                       .label = std::string("figures.import.item.") + (*item.code ? item.code : "whole"),
                       .headings = item.headings,
                       .minimum = 0,
                       .example = *item.code == 'c' ? "12.3" : ""});
    return all;
}

std::string year_of(const Row& row) {
    const auto* year = row.get<std::int64_t>(kYear);
    return year ? std::to_string(*year) : std::string();
}

std::vector<FigureContent> figures_of(const Row& row, const ImportWords::Known& known) {
    const auto& vocabulary = known.vocabulary;
    const auto source = known.sources.find(row.text(kSourceCode));
    std::vector<FigureContent> list;
    for (std::size_t i = 0; i < items().size(); ++i) {
        const auto* value = row.get<double>(kFirstItem + i);
        if (!value) continue;
        FigureContent f{.region = region_in(vocabulary, row.text(kRegion)).value_or(""),
                        .indicator = "energy.final",
                        .sector = term_in(vocabulary, "sector", row.text(kSector)).value_or(""),
                        .item = items()[i].code,
                        .period = year_of(row)};
        f.value = *value;
        f.unit = row.text(kUnit);
        f.source = source == known.sources.end() ? "" : source->second;
        list.push_back(std::move(f));
    }
    return list;
}

void check_sum(const Row& row, std::vector<CellError>& errors) {
    const std::size_t whole = kFirstItem + items().size() - 1;
    const auto* total = row.get<double>(whole);
    double sum = 0;
    for (std::size_t column = kFirstItem; column < whole; ++column) {
        const auto* part = row.get<double>(column);
        if (!part) return;  // what is not told apart may be the rest
        sum += *part;
    }
    // A yearbook rounds each of its cells: the parts may be off by half of a unit's last digit each.
    if (total && std::abs(sum - *total) > std::max(3.5, 0.005 * *total))
        errors.push_back(
            {.column = whole,
             .error = {.code = "figures.parts_do_not_add_up",
                       .params = {{"found", std::to_string(*total)}, {"sum", std::to_string(sum)}}},
             .instead = {}});
}

std::vector<CellError> check(const Row& row, const ImportWords::Known& known) {
    const auto& vocabulary = known.vocabulary;
    std::vector<CellError> errors;
    const auto refuse = [&](std::size_t column, Error error, std::string instead = {}) {
        errors.push_back({.column = column, .error = std::move(error), .instead = std::move(instead)});
    };
    if (!region_in(vocabulary, row.text(kRegion)))
        refuse(kRegion, {.code = "figures.unknown_region", .params = {{"found", row.text(kRegion)}}},
               nearest_region(vocabulary, row.text(kRegion)));
    if (!term_in(vocabulary, "sector", row.text(kSector)))
        refuse(kSector, {.code = "figures.unknown_sector", .params = {{"found", row.text(kSector)}}},
               nearest_term(vocabulary, "sector", row.text(kSector)));
    const auto unit = energy::read_unit(row.text(kUnit));
    if (!unit)
        refuse(kUnit, unit.error(), "천toe");
    else if (unit->dimension != energy::read_unit("ktoe").value().dimension)
        refuse(
            kUnit,
            {.code = "figures.other_dimension", .params = {{"unit", row.text(kUnit)}, {"expected", "천toe"}}},
            "천toe");
    if (!known.sources.contains(row.text(kSourceCode)))
        refuse(kSourceCode,
               {.code = "figures.unknown_source_code", .params = {{"found", row.text(kSourceCode)}}});
    if (figures_of(row, known).empty()) refuse(kFirstItem, {.code = "figures.empty_row", .params = {}});
    check_sum(row, errors);
    return errors;
}

}  // namespace

imports::Resource yearbook_resource(const Office& office) {
    const auto words = std::make_shared<ImportWords>(office);
    return {
        .key = "energy_yearbooks",
        .page = "/energy/figures/",
        .may = kEditors,
        .columns = columns(),
        .check = [words](const Row& row) { return check(row, *words->known()); },
        .keys =
            [words](const Row& row) {
                const auto known = words->known();
                return std::vector<std::string>{
                    row.text(kSourceCode) + '|' +
                    region_in(known->vocabulary, row.text(kRegion)).value_or("") + '|' + year_of(row) + '|' +
                    term_in(known->vocabulary, "sector", row.text(kSector)).value_or("")};
            },
        .find_twins =
            [office, words](db::Connection& c, std::span<const Row> rows) {
                return find_twins(c, office, *words, rows, figures_of);
            },
        .write = [office, words](
                     db::Connection& c, std::span<const imports::Wish> wishes,
                     const imports::By& by) { return write_rows(c, office, *words, wishes, by, figures_of); },
        .undo = [office](db::Connection& c, std::span<const imports::Written> written, const imports::By& by,
                         bool only_look) { return undo_rows(c, office, written, by, only_look); }};
}

}  // namespace dure::figures
