// SPDX-License-Identifier: Apache-2.0
#include "server/figures/vocabulary_store.hpp"

#include <algorithm>

#include "server/figures/names.hpp"

namespace dure::figures {
namespace {

constexpr std::string_view kRegions =
    "SELECT code, parent, name_ko, name_en, position FROM region ORDER BY position, code";
constexpr std::string_view kIndicators =
    "SELECT code, topic, name_ko, name_en, nature, unit, note_ko, note_en, position FROM indicator"
    " ORDER BY position, code";
constexpr std::string_view kTerms =
    "SELECT kind, code, name_ko, name_en, position FROM figure_term ORDER BY kind, position, code";
constexpr std::string_view kBaselines =
    "SELECT code, indicator, region, period, name_ko, name_en, note_ko, note_en, position FROM baseline"
    " ORDER BY position, code";
constexpr std::string_view kAddRegion =
    "INSERT INTO region (code, parent, name_ko, name_en, position) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT DO NOTHING";
constexpr std::string_view kAddIndicator =
    "INSERT INTO indicator (code, topic, name_ko, name_en, nature, unit, note_ko, note_en, position)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING";
constexpr std::string_view kAddTerm =
    "INSERT INTO figure_term (kind, code, name_ko, name_en, position) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT DO NOTHING";
constexpr std::string_view kAddBaseline =
    "INSERT INTO baseline (code, indicator, region, period, name_ko, name_en, note_ko, note_en, position)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING";

template <class T>
const T* by_code(const std::vector<T>& list, std::string_view code) {
    const auto found = std::ranges::find(list, code, &T::code);
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

const Region* Vocabulary::region(std::string_view code) const {
    return by_code(regions, code);
}
const Indicator* Vocabulary::indicator(std::string_view code) const {
    return by_code(indicators, code);
}
const Baseline* Vocabulary::baseline(std::string_view code) const {
    return by_code(baselines, code);
}
const Term* Vocabulary::term(std::string_view kind, std::string_view code) const {
    const auto found =
        std::ranges::find_if(terms, [&](const Term& term) { return term.kind == kind && term.code == code; });
    return found == terms.end() ? nullptr : &*found;
}

Vocabulary read_vocabulary(db::Connection& c) {
    Vocabulary all;
    for (const auto& row : c.query(kRegions))
        all.regions.push_back({row.text(0), row.optional_text(1), row.text(2), row.text(3), row.integer(4)});
    for (const auto& row : c.query(kIndicators))
        all.indicators.push_back({row.text(0), row.text(1), row.text(2), row.text(3), nature_of(row.text(4)),
                                  row.text(5), row.text(6), row.text(7), row.integer(8)});
    for (const auto& row : c.query(kTerms))
        all.terms.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4)});
    for (const auto& row : c.query(kBaselines))
        all.baselines.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                                 row.text(6), row.text(7), row.integer(8)});
    return all;
}

void add_regions(db::Connection& c, std::span<const Region> list) {
    for (const Region& one : list)
        c.execute(kAddRegion, one.code, one.parent, one.name_ko, one.name_en, one.position);
}

void add_indicators(db::Connection& c, std::span<const Indicator> list) {
    for (const Indicator& one : list)
        c.execute(kAddIndicator, one.code, one.topic, one.name_ko, one.name_en, name_of(one.nature), one.unit,
                  one.note_ko, one.note_en, one.position);
}

void add_terms(db::Connection& c, std::span<const Term> list) {
    for (const Term& one : list)
        c.execute(kAddTerm, one.kind, one.code, one.name_ko, one.name_en, one.position);
}

void add_baselines(db::Connection& c, std::span<const Baseline> list) {
    for (const Baseline& one : list)
        c.execute(kAddBaseline, one.code, one.indicator, one.region, one.period, one.name_ko, one.name_en,
                  one.note_ko, one.note_en, one.position);
}

}  // namespace dure::figures
