// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"

/// One provenance for all of Dure: where a number was read, and the number itself with its region, indicator,
/// period and unit. Desks refer to a figure by `id`, or by `code` where it has one; they never copy its value
/// without the reference. Two sources that disagree are two figures; nothing here averages or joins.
///
/// Codes of indicators are dotted, stable and listed with their units in figures/indicators.csv, those of
/// regions in figures/regions.csv ("kr.daegu", its districts "kr.daegu.dalseo"), those of sectors and items
/// in figures/terms.csv. The ones that desks build upon:
///
///   energy.final              final energy, by sector and item                       flow   ktoe
///   energy.final_share        a part's share in final energy                         ratio  %
///   electricity.sales         electricity sold, by sector                            flow   GWh
///   electricity.self_sufficiency   generation over sales                             ratio  %
///   renewables.capacity       renewable capacity; targets of kind `target`           stock  MW
///   ghg.managed               emissions that the city manages; `baseline` says which
///                             version of 2018 a target stands against                flow   MtCO2e
///   ghg.reduction_share       a target as it was said: −45 % of the baseline         ratio  %
///   population · grdp · grdp.per_head                                                stock/flow  persons, tn
///   KRW factor.emission           emissions per unit of an item; year in `period`        ratio  tCO2e/MWh …
///   heat_value.gross, .net    of an item, by year; empty until imported              ratio  MJ/m3 …
///   cost.* · saving.* · programme.*   what measures cost and brought, of an item
namespace dure::figures {

enum class Kind { actual, baseline, target, forecast, assumption };
/// [F] read in the source, [D] derived by the formula, an estimate of the source, an assumption of ours.
enum class Method { read, derived, estimate, assumption };
enum class Nature { flow, stock, ratio };

/// Schema SourceContent.
struct SourceContent {
    std::string code;      ///< short, unique: what files refer to it by
    std::string document;  ///< its title
    std::string publisher;
    std::string page;                      ///< page, table or section
    std::optional<std::string> published;  ///< "2020", "2020-06" or "2020-06-05"
    std::optional<std::string> read_on;    ///< the day on which it was read
    std::optional<std::string> link;
    std::string note;

    bool operator==(const SourceContent&) const = default;
};

struct Source {
    std::string id;
    SourceContent content;
    std::optional<std::string> owner, owner_name;  ///< none: it came with Dure
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

/// Schema FigureContent: what a person writes.
struct FigureContent {
    std::optional<std::string> code;
    std::string region, indicator, sector, item;  ///< sector, item: empty for the whole
    std::string period;                           ///< as engine/energy/period.hpp
    Kind kind = Kind::actual;
    double value = 0;  ///< of a derived figure what the formula gives
    std::optional<double> low, high;
    std::string unit;  ///< as engine/energy/units.hpp
    std::optional<std::int64_t> price_year;
    Method method = Method::read;
    std::optional<std::string> source;   ///< id
    std::optional<std::string> formula;  ///< as engine/energy/formula.hpp; of derived ones
    std::string basis_ko, basis_en;      ///< how it differs from others of its series
    std::string note_ko, note_en;
    std::optional<std::string> baseline;  ///< code; of targets and of baselines
    std::string reason;                   ///< why it was entered or changed as it is

    bool operator==(const FigureContent&) const = default;
};

struct Figure {
    std::string id;
    FigureContent content;
    std::string period_key;
    std::optional<std::string> source_code, source_document, source_publisher, source_link,
        source_published;                          ///< of the source, for showing it
    std::optional<std::string> owner, owner_name;  ///< none: it came with Dure
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

struct Region {
    std::string code;
    std::optional<std::string> parent;
    std::string name_ko, name_en;
    std::int64_t position = 0;
};

struct Indicator {
    std::string code, topic, name_ko, name_en;
    Nature nature = Nature::flow;
    std::string unit;  ///< its dimension is that of all figures of it
    std::string note_ko, note_en;
    std::int64_t position = 0;
};

/// kind: "sector" or "item".
struct Term {
    std::string kind, code, name_ko, name_en;
    std::int64_t position = 0;
};

/// Against what targets are said. Its value is the figure of kind `baseline` that names it.
struct Baseline {
    std::string code, indicator, region, period, name_ko, name_en, note_ko, note_en;
    std::int64_t position = 0;
};

}  // namespace dure::figures
