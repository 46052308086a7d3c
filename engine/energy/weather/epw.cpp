// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/weather/epw.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace dure::energy {
namespace {

constexpr std::size_t most_errors = 100;

struct Field {
    const char* name;
    std::size_t at;  ///< 0-based place in the row
    double from, to;
    double missing;  ///< this and more means: not given
};

constexpr Field temperature{"dry_bulb", 6, -70, 70, 99.9}, pressure{"pressure", 9, 31000, 120000, 999999},
    global{"global_horizontal", 13, 0, 1600, 9999}, direct{"direct_normal", 14, 0, 1600, 9999},
    diffuse{"diffuse_horizontal", 15, 0, 1600, 9999}, wind{"wind_speed", 21, 0, 100, 999};

std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> fields;
    for (std::size_t from = 0;;) {
        const auto comma = line.find(',', from);
        auto field = line.substr(from, comma == line.npos ? line.npos : comma - from);
        while (!field.empty() && field.front() == ' ') field.remove_prefix(1);
        while (!field.empty() && field.back() == ' ') field.remove_suffix(1);
        fields.push_back(field);
        if (comma == line.npos) return fields;
        from = comma + 1;
    }
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

class Reader {
  public:
    Reader(std::string_view text, std::string_view file) : rest_(text), file_(file) {}

    Checked<Weather> read() {
        if (rest_.starts_with("\xef\xbb\xbf")) rest_.remove_prefix(3);
        location();
        bool found_periods = false;
        while (!found_periods && next()) found_periods = line_.starts_with("DATA PERIODS,");
        if (!found_periods) error("epw.no_data_periods", {});
        while (found_periods && next())
            if (!line_.empty()) row();
        if (errors_.empty() && weather_.hours.size() != 8760 && weather_.hours.size() != 8784)
            error("epw.wrong_rows", {{"found", std::to_string(weather_.hours.size())}});
        if (count_ > most_errors)
            errors_.push_back({.code = "epw.more_errors",
                               .params = {{"count", std::to_string(count_ - most_errors)}},
                               .file = std::string(file_),
                               .line = 0,
                               .pointer = {}});
        if (!errors_.empty()) return std::unexpected(std::move(errors_));
        return std::move(weather_);
    }

  private:
    bool next() {
        if (rest_.empty()) return false;
        const auto end = rest_.find('\n');
        line_ = rest_.substr(0, end);
        rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
        if (line_.ends_with('\r')) line_.remove_suffix(1);
        ++number_;
        return true;
    }

    void error(std::string code, Params params) {
        if (++count_ <= most_errors)
            errors_.push_back({.code = std::move(code),
                               .params = std::move(params),
                               .file = std::string(file_),
                               .line = number_,
                               .pointer = {}});
    }

    double value(const std::vector<std::string_view>& fields, const Field& f) {
        const auto v = number(fields[f.at]);
        if (!v) {
            error("epw.bad_number", {{"column", f.name}, {"text", std::string(fields[f.at].substr(0, 40))}});
            return 0;
        }
        if (*v >= f.missing) return std::numeric_limits<double>::quiet_NaN();
        if (*v < f.from || *v > f.to) {
            error("epw.out_of_range", {{"column", f.name},
                                       {"text", std::string(fields[f.at].substr(0, 40))},
                                       {"from", fmt::format("{}", f.from)},
                                       {"to", fmt::format("{}", f.to)}});
            return f.from;  // so that a whole number can be made of it
        }
        return *v;
    }

    /// A whole number; 0 where it is none, which is an error.
    int whole(const std::vector<std::string_view>& fields, const Field& f) {
        const double v = value(fields, f);
        if (v == std::floor(v)) return static_cast<int>(v);
        error("epw.not_whole", {{"column", f.name}, {"text", std::string(fields[f.at].substr(0, 40))}});
        return 0;
    }

    void location() {
        const bool any = next();
        const auto f = any ? split(line_) : std::vector<std::string_view>{};
        if (!any || f[0] != "LOCATION" || f.size() < 10) return error("epw.no_location", {});
        const auto text = [&](std::size_t i) { return std::string(f[i]); };
        constexpr double none = std::numeric_limits<double>::infinity();
        weather_.location_line = std::string(line_);
        weather_.place = {text(1),
                          text(2),
                          text(3),
                          text(4),
                          text(5),
                          value(f, {"latitude", 6, -90, 90, none}),
                          value(f, {"longitude", 7, -180, 180, none}),
                          value(f, {"time_zone", 8, -12, 14, none}),
                          value(f, {"elevation", 9, -1000, 9999, none})};
    }

    void row() {
        const auto f = split(line_);
        if (f.size() <= wind.at)
            return error("epw.few_fields",
                         {{"needed", std::to_string(wind.at + 1)}, {"found", std::to_string(f.size())}});
        constexpr double none = std::numeric_limits<double>::infinity();
        WeatherHour h{};
        const auto before = count_;
        h.year = whole(f, {"year", 0, 1800, 2300, none});
        h.month = whole(f, {"month", 1, 1, 12, none});
        h.day = whole(f, {"day", 2, 1, 31, none});
        h.hour = whole(f, {"hour", 3, 1, 24, none}) - 1;
        if (count_ != before) return step();  // so that the row after it is not named too
        if (!follows(h)) return;
        const auto read = [&](WeatherColumn column, const Field& field) {
            const double v = value(f, field);
            if (std::isnan(v))
                weather_.gaps.push_back({column, static_cast<int>(weather_.hours.size()), number_});
            return v;
        };
        h.temperature_c = read(WeatherColumn::temperature, temperature);
        h.pressure_pa = read(WeatherColumn::pressure, pressure);
        h.global_w_m2 = read(WeatherColumn::global, global);
        h.direct_normal_w_m2 = read(WeatherColumn::direct, direct);
        h.diffuse_w_m2 = read(WeatherColumn::diffuse, diffuse);
        h.wind_m_s = read(WeatherColumn::wind, wind);
        weather_.hours.push_back(h);
    }

    /// The rows must walk through the year hour by hour; 29 February may stand or not.
    bool follows(const WeatherHour& h) {
        using namespace std::chrono;
        const bool leap_day = month_ == 2 && day_ == 29 && hour_ == 0 && h.month == 3;
        if (leap_day) month_ = 3, day_ = 1;
        const bool fits = month_ <= 12 && h.month == month_ && h.day == day_ && h.hour == hour_;
        if (!fits)
            error("epw.wrong_hour", {{"expected", fmt::format("{}-{} {}", month_, day_, hour_ + 1)},
                                     {"found", fmt::format("{}-{} {}", h.month, h.day, h.hour + 1)}});
        // From here on from the row as it stands, so that one lost hour is named once.
        month_ = h.month, day_ = h.day, hour_ = h.hour;
        step();
        return fits;
    }

    /// To the hour that comes next.
    void step() {
        if (++hour_ < 24) return;
        hour_ = 0;
        if (month_ > 12) return;
        const auto last =
            std::chrono::year(2028) / std::chrono::month(static_cast<unsigned>(month_)) / std::chrono::last;
        if (++day_ > static_cast<int>(static_cast<unsigned>(last.day()))) day_ = 1, ++month_;
    }

    std::string_view rest_, line_, file_;
    int number_ = 0, month_ = 1, day_ = 1, hour_ = 0;
    std::size_t count_ = 0;
    Weather weather_;
    Errors errors_;
};

}  // namespace

std::string_view name_of(WeatherColumn column) {
    switch (column) {
        case WeatherColumn::temperature:
            return temperature.name;
        case WeatherColumn::pressure:
            return pressure.name;
        case WeatherColumn::global:
            return global.name;
        case WeatherColumn::direct:
            return direct.name;
        case WeatherColumn::diffuse:
            return diffuse.name;
        case WeatherColumn::wind:
            return wind.name;
    }
    return "";
}

Checked<Weather> read_epw(std::string_view text, std::string_view file) {
    return Reader(text, file).read();
}

}  // namespace dure::energy
