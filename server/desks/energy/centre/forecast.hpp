// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/desks/energy/centre/resource.hpp"

/// A forecast of demand by sector: which figures it goes on from, and the assumptions it rests on. Its
/// numbers are computed whenever it is read, from the figures as they are then.
namespace dure::desks::energy {

enum class AssumptionKind { driver, activity, intensity, elasticity };

struct AssumptionPoint {
    std::int64_t year = 0;
    double value = 0;
};
/// A row that people edit. Past years of a driver may come from figures of an indicator; points go before
/// them. Of an elasticity the first point counts.
struct Assumption {
    std::string code, name;
    AssumptionKind kind = AssumptionKind::driver;
    std::string unit;
    std::optional<std::string> indicator;
    std::vector<AssumptionPoint> points;
    std::string source;  ///< empty: an assumption without source
    std::string reason;  ///< why it is as it is; of a change, why it was changed
};
/// Codes are those of assumptions.
struct DriverChoice {
    std::string driver;
    std::optional<std::string> elasticity;  ///< none: found from the series
};
struct EndUseChoice {
    std::string name, activity, intensity;
    double factor = 1;  ///< to the series' unit: 0.001 where MWh are summed to GWh
    double uncertainty_percent = 0;
};
struct ForecastSector {
    std::string sector;  ///< of the figures; empty: all
    std::vector<DriverChoice> drivers;
    std::vector<EndUseChoice> end_uses;
};
/// Schema ForecastContent.
struct ForecastContent {
    std::string title, language = "ko", summary;
    std::string region = "kr.daegu", indicator, item;
    std::optional<std::string> source;  ///< code of a source: only its figures, where several disagree
    std::int64_t to_year = 2040, held_out = 3;
    double level_percent = 95;
    std::vector<ForecastSector> sectors;
    std::vector<Assumption> assumptions;
};

/// Codes beside the codec's: names.blank, forecast.unknown_assumption {code}, forecast.doubled_code {code},
/// forecast.wrong_kind {code, kind}, measure.doubled_year {year}.
Checked<ForecastContent> decode_forecast(std::string_view json);
Checked<std::vector<ForecastContent>> decode_forecasts(std::string_view json);  ///< for files of examples
std::string encode(const ForecastContent& content);
ForecastContent forecast_in(const Kept& one);
const Assumption* assumption_of(const ForecastContent& content, const std::string& code);

class ForecastResource : public Resource {
  public:
    ForecastResource();

    Checked<Written> read(std::string_view json) const override;
    std::string present(db::Connection& c, const Kept& one, const auth::Actor& reader) const override;
    Listing listing(http::Query& query) const override;
    std::span<const lists::DownloadColumn> columns() const override;
    tables::Cell cell(const Kept& one, std::string_view column, const lists::Download& wanted) const override;
};

}  // namespace dure::desks::energy
