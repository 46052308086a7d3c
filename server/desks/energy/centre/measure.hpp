// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/energy/measures/status.hpp"

/// Measures of the energy centre: what is wanted of them and what came of it. Days are texts, YYYY-MM-DD.
namespace dure::desks::energy {

enum class Sector { residential, commercial, public_buildings, industry, transport, supply };
enum class EndUseKind {
    space_heating,
    hot_water,
    cooling,
    lighting,
    appliances,
    motors,
    process_heat,
    vehicles,
    power_supply,
    heat_supply,
    other
};

/// Energy in toe from MWh, as final use counts electricity: 1 toe = 10^7 kcal, 1 kWh = 860 kcal.
inline constexpr double kToePerMwh = 0.086;

struct MeasureYear {
    std::int64_t year = 0;
    double expected_mwh = 0, expected_t = 0;     ///< saved in the year: energy, CO2
    std::optional<double> actual_mwh, actual_t;  ///< reported
    std::string actual_source;                   ///< of what was reported: meter, report, invoice
};
struct MeasureMilestone {
    std::string name, due;
    std::optional<std::string> done;
};
struct MeasureEvidence {
    std::string title, note;
    std::optional<std::string> link;
};

/// Schema MeasureContent. Money in `currency` of `price_year`.
struct MeasureContent {
    std::string title, language = "ko", summary, responsible;
    Sector sector = Sector::residential;
    EndUseKind end_use = EndUseKind::other;
    std::string begins, ends;
    std::string currency = "KRW";
    std::int64_t price_year = 0;
    std::optional<double> budget, spent;
    std::string budget_source;  ///< who pays, from which line
    std::optional<double> investment, lifetime_years, yearly_cost, energy_price;  ///< price per MWh saved
    std::string cost_source;
    std::string method;         ///< how the expected saving was computed
    std::string method_source;  ///< empty: an assumption without source
    std::vector<MeasureYear> years;
    std::vector<MeasureMilestone> milestones;
    std::vector<MeasureEvidence> evidence;
    bool cancelled = false;
    std::string cancel_reason;
};

/// Codes beside the codec's: names.blank, measure.ends_before_it_begins, measure.doubled_year {year},
/// measure.lifetime_needed, measure.actual_without_source.
Checked<MeasureContent> decode_measure(std::string_view json);
Checked<std::vector<MeasureContent>> decode_measures(std::string_view json);  ///< for files of examples
std::string encode(const MeasureContent& content);
std::string_view name_of(Sector sector);
std::string_view name_of(EndUseKind use);

/// How it stands on a day, by rule.
dure::energy::measures::Verdict standing_of(const MeasureContent& content, const std::string& day);

}  // namespace dure::desks::energy
