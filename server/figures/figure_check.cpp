// SPDX-License-Identifier: Apache-2.0
#include "server/figures/figure_check.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "engine/energy/formula.hpp"
#include "engine/energy/period.hpp"

namespace dure::figures {
namespace {

void add(Errors& errors, std::string pointer, std::string code, Params params = {}) {
    errors.push_back(
        {.code = std::move(code), .params = std::move(params), .pointer = "/" + std::move(pointer)});
}

void add(Errors& errors, std::string pointer, Error error) {
    error.pointer = "/" + std::move(pointer);
    errors.push_back(std::move(error));
}

void check_unit(const FigureContent& f, const Indicator* indicator, Errors& errors) {
    auto unit = energy::read_unit(f.unit);
    if (!unit) return add(errors, "unit", std::move(unit.error()));
    if (!indicator) return;
    const auto known = units_of(*indicator);
    const bool fits = std::ranges::any_of(known, [&](const std::string& name) {
        const auto other = energy::read_unit(name);
        return other && other->dimension == unit->dimension;
    });
    if (!fits)
        add(errors, "unit", "figures.other_dimension", {{"unit", f.unit}, {"expected", indicator->unit}});
}

void check_method(const FigureContent& f, Errors& errors) {
    if (f.method == Method::derived) {
        if (!f.formula) return add(errors, "formula", "figures.needs_formula");
        if (auto codes = energy::references_of(*f.formula); !codes)
            add(errors, "formula", std::move(codes.error()));
        return;
    }
    if (f.formula) add(errors, "formula", "figures.no_formula");
    if (!f.source && f.method != Method::assumption) add(errors, "source", "figures.needs_source");
}

}  // namespace

std::vector<std::string> units_of(const Indicator& indicator) {
    std::vector<std::string> units;
    std::size_t begin = 0;
    for (;;) {
        const auto end = indicator.unit.find('|', begin);
        units.push_back(indicator.unit.substr(begin, end - begin));
        if (end == std::string::npos) return units;
        begin = end + 1;
    }
}

Errors check_figure(const FigureContent& f, const Vocabulary& vocabulary) {
    Errors errors;
    const auto known = [&](bool there, const char* field, const std::string& found) {
        if (!there) add(errors, field, std::string("figures.unknown_") + field, {{"found", found}});
    };
    const Indicator* indicator = vocabulary.indicator(f.indicator);
    known(vocabulary.region(f.region) != nullptr, "region", f.region);
    known(indicator != nullptr, "indicator", f.indicator);
    known(f.sector.empty() || vocabulary.term("sector", f.sector), "sector", f.sector);
    known(f.item.empty() || vocabulary.term("item", f.item), "item", f.item);
    known(!f.baseline || vocabulary.baseline(*f.baseline), "baseline", f.baseline.value_or(""));
    if (!energy::read_period(f.period)) add(errors, "period", "figures.bad_period", {{"found", f.period}});
    check_unit(f, indicator, errors);
    check_method(f, errors);
    const bool needs_baseline = f.kind == Kind::target || f.kind == Kind::baseline;
    if (needs_baseline && !f.baseline) add(errors, "baseline", "figures.needs_baseline");
    if (!std::isfinite(f.value)) add(errors, "value", "json.not_finite");
    const double low = f.low.value_or(f.value), high = f.high.value_or(f.value);
    const bool between = f.method == Method::derived ? low <= high : low <= f.value && f.value <= high;
    if (!between)
        add(errors, f.low ? "low" : "high", "figures.not_between",
            {{"low", fmt::format("{}", low)}, {"high", fmt::format("{}", high)}});
    return errors;
}

energy::Amount quantity_of(const FigureContent& f, const Vocabulary& vocabulary) {
    const Indicator* indicator = vocabulary.indicator(f.indicator);
    return {.value = f.value,
            .unit = energy::read_unit(f.unit).value(),
            .nature = indicator ? static_cast<energy::Nature>(indicator->nature) : energy::Nature::ratio};
}

Expected<double> work_out(const FigureContent& f, const Vocabulary& vocabulary, const FindByCode& find) {
    const auto unit = energy::read_unit(f.unit);
    if (!unit) return std::unexpected(unit.error());
    const auto value =
        energy::evaluate(f.formula.value_or(""), [&](const std::string& code) -> Expected<energy::Amount> {
            const FigureContent* one = find(code);
            if (!one) return fail("figures.unknown_code", {{"code", code}});
            return quantity_of(*one, vocabulary);
        });
    if (!value) return std::unexpected(value.error());
    const Indicator* indicator = vocabulary.indicator(f.indicator);
    const auto nature = indicator ? static_cast<energy::Nature>(indicator->nature) : energy::Nature::ratio;
    if (value->nature != energy::Nature::ratio && value->nature != nature)
        return fail("figures.other_nature");
    return energy::convert(value->value, value->unit, *unit);
}

}  // namespace dure::figures
