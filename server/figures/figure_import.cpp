// SPDX-License-Identifier: Apache-2.0
#include "server/figures/figure_import.hpp"

#include "engine/energy/period.hpp"
#include "server/figures/import_write.hpp"
#include "server/figures/names.hpp"
#include "server/figures/policy.hpp"

namespace dure::figures {
namespace {

using imports::CellError;
using imports::Row;

/// In the order of the columns below.
enum At : std::size_t {
    kRegion,
    kIndicator,
    kSector,
    kItem,
    kPeriod,
    kValue,
    kUnit,
    kSourceCode,
    kKind,
    kBasis,
    kNote
};

std::vector<imports::Column> columns() {
    using enum imports::Type;
    return {{.key = "region",
             .type = text,
             .required = true,
             .label = "figures.field.region",
             .headings = {"지역", "시도", "시·도", "시군구", "구군", "area"},
             .longest = 100,
             .example = "대구광역시"},
            {.key = "indicator",
             .type = text,
             .required = true,
             .label = "figures.field.indicator",
             .headings = {"지표", "항목", "통계"},
             .longest = 100,
             .example = "전력 판매량"},
            {.key = "sector",
             .type = text,
             .label = "figures.field.sector",
             .headings = {"부문", "용도", "용도별"},
             .longest = 100,
             .example = "산업"},
            {.key = "item",
             .type = text,
             .label = "figures.field.item",
             .headings = {"에너지원", "연료", "기술", "fuel", "source of energy"},
             .longest = 100},
            {.key = "period",
             .type = text,
             .required = true,
             .label = "figures.field.period",
             .headings = {"연도", "년도", "기간", "시점", "year"},
             .longest = 20,
             .example = "2023"},
            {.key = "value",
             .type = number,
             .required = true,
             .label = "figures.field.value",
             .headings = {"값", "수치", "값(지어낸 보기)"},
             .example = "1234.5"},
            {.key = "unit",
             .type = text,
             .required = true,
             .label = "figures.field.unit",
             .headings = {"단위"},
             .longest = 60,
             .example = "GWh"},
            {.key = "source",
             .type = text,
             .required = true,
             .label = "figures.import.source",
             .headings = {"출처", "출처 부호", "source code"},
             .longest = 100,
             .example = "yearbook-2024"},
            {.key = "kind",
             .type = choice,
             .label = "figures.field.kind",
             .headings = {"구분", "종류"},
             .choices = {"actual", "forecast", "assumption"},
             .choice_labels = "figures.kind.",
             .example = "실적"},
            {.key = "basis",
             .type = text,
             .label = "figures.field.basis",
             .headings = {"기준", "다른 점"},
             .longest = 300},
            {.key = "note",
             .type = text,
             .label = "figures.field.note",
             .headings = {"비고", "메모", "remarks"},
             .longest = 2000}};
}

/// The figure that a row says, as far as its cells mean something.
FigureContent content_of(const Row& row, const ImportWords::Known& known) {
    const auto& vocabulary = known.vocabulary;
    FigureContent f{
        .region = region_in(vocabulary, row.text(kRegion)).value_or(row.text(kRegion)),
        .indicator = indicator_in(vocabulary, row.text(kIndicator)).value_or(row.text(kIndicator)),
        .sector = term_in(vocabulary, "sector", row.text(kSector)).value_or(row.text(kSector)),
        .item = term_in(vocabulary, "item", row.text(kItem)).value_or(row.text(kItem)),
        .period = row.text(kPeriod)};
    const auto* value = row.get<double>(kValue);
    f.value = value ? *value : 0;
    f.unit = row.text(kUnit);
    f.kind = row.text(kKind).empty() ? Kind::actual : kind_of(row.text(kKind));
    f.method = Method::read;
    const auto source = known.sources.find(row.text(kSourceCode));
    f.source = source == known.sources.end() ? row.text(kSourceCode) : source->second;
    f.basis_ko = row.text(kBasis);
    f.note_ko = row.text(kNote);
    return f;
}

std::size_t column_of(std::string_view pointer) {
    constexpr std::pair<std::string_view, std::size_t> columns[] = {
        {"/region", kRegion}, {"/indicator", kIndicator}, {"/sector", kSector},    {"/item", kItem},
        {"/period", kPeriod}, {"/unit", kUnit},           {"/source", kSourceCode}};
    for (const auto& [name, column] : columns)
        if (name == pointer) return column;
    return kValue;
}

std::string instead_of(std::size_t column, const Row& row, const ImportWords::Known& known,
                       const Error& error) {
    if (column == kRegion) return nearest_region(known.vocabulary, row.text(kRegion));
    if (column == kSector) return nearest_term(known.vocabulary, "sector", row.text(kSector));
    if (column == kItem) return nearest_term(known.vocabulary, "item", row.text(kItem));
    for (const auto& [name, value] : error.params)
        if (name == "nearest" || name == "expected") return value;
    return {};
}

std::vector<CellError> check(const Row& row, const ImportWords::Known& known) {
    std::vector<CellError> errors;
    for (Error& error : check_figure(content_of(row, known), known.vocabulary)) {
        const std::size_t column = column_of(error.pointer);
        std::string instead = instead_of(column, row, known, error);
        errors.push_back({.column = column, .error = std::move(error), .instead = std::move(instead)});
    }
    if (!known.sources.contains(row.text(kSourceCode)))
        errors.push_back(
            {.column = kSourceCode,
             .error = {.code = "figures.unknown_source_code", .params = {{"found", row.text(kSourceCode)}}},
             .instead = {}});
    return errors;
}

}  // namespace

imports::Resource figure_resource(const Office& office) {
    const auto words = std::make_shared<ImportWords>(office);
    const FiguresOf figures_of = [](const Row& row, const ImportWords::Known& known) {
        return std::vector<FigureContent>{content_of(row, known)};
    };
    return {
        .key = "figures",
        .page = "/energy/figures/",
        .may = kEditors,
        .columns = columns(),
        .check = [words](const Row& row) { return check(row, *words->known()); },
        .keys =
            [words](const Row& row) {
                const auto f = content_of(row, *words->known());
                return std::vector<std::string>{f.source.value_or("") + '|' + f.region + '|' + f.indicator +
                                                '|' + f.sector + '|' + f.item + '|' + f.period + '|' +
                                                name_of(f.kind) + '|' + f.basis_ko};
            },
        .find_twins =
            [office, words, figures_of](db::Connection& c, std::span<const Row> rows) {
                return find_twins(c, office, *words, rows, figures_of);
            },
        .write = [office, words, figures_of](
                     db::Connection& c, std::span<const imports::Wish> wishes,
                     const imports::By& by) { return write_rows(c, office, *words, wishes, by, figures_of); },
        .undo = [office](db::Connection& c, std::span<const imports::Written> written, const imports::By& by,
                         bool only_look) { return undo_rows(c, office, written, by, only_look); }};
}

}  // namespace dure::figures
