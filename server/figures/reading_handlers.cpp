// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <cmath>

#include "engine/energy/period.hpp"
#include "engine/energy/units.hpp"
#include "server/figures/balance_query.hpp"
#include "server/figures/decomposition.hpp"
#include "server/figures/figure_check.hpp"
#include "server/figures/figure_store.hpp"
#include "server/figures/handlers.hpp"
#include "server/figures/policy.hpp"
#include "server/figures/series_view.hpp"
#include "server/figures/unit_conversion.hpp"
#include "server/figures/vocabulary_codec.hpp"
#include "server/http/pipeline.hpp"

namespace dure::figures {
namespace {

constexpr std::size_t kMostFigures = 5'000;
constexpr std::size_t kMostRegions = 300;

std::int64_t year_of(Instant now) {
    const std::chrono::sys_days day{std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::microseconds>(std::chrono::microseconds(now)))};
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(',', begin), text.size());
        if (end > begin) parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

/// A unit of the query; what is wrong with it is refused with the rest.
std::string unit_in(http::Query& query, const std::string& otherwise) {
    const std::string unit = query.text("unit", 60).value_or(otherwise);
    if (const auto read = energy::read_unit(unit); !read)
        query.refuse("unit", read.error().code, read.error().params);
    return unit;
}

}  // namespace

Response ReadingHandlers::get_figure_vocabulary(const Request&, const Actor& actor) {
    return office_.database.read([&](db::Connection& c) {
        return http::json_text(encode(read_vocabulary(c), actor.has_any(kEditors)));
    });
}

Response ReadingHandlers::get_indicator_series(const Request& request, const Actor& actor) {
    http::Query query(request);
    const auto regions = split(query.text("regions", 5'000).value_or(""));
    const auto sector = query.text("sector", 100), item = query.text("item", 100);
    const auto wanted_unit = query.text("unit", 60);
    if (wanted_unit)
        if (const auto read = energy::read_unit(*wanted_unit); !read)
            query.refuse("unit", read.error().code, read.error().params);
    if (regions.size() > kMostRegions)
        query.refuse("regions", "json.too_many",
                     {{"maximum", std::to_string(kMostRegions)}, {"found", std::to_string(regions.size())}});
    query.done();
    return office_.database.read([&](db::Connection& c) {
        const Vocabulary vocabulary = read_vocabulary(c);
        const Indicator* indicator = vocabulary.indicator(request.parameters.at("indicator"));
        if (!indicator) http::refuse(404, "http.not_found");
        auto figures = series_of(c, indicator->code, regions, kMostFigures + 1);
        if (figures.size() > kMostFigures)
            http::refuse(422, "figures.too_many", {{"maximum", std::to_string(kMostFigures)}});
        std::erase_if(figures, [&](const Figure& one) {
            return (sector && one.content.sector != *sector) || (item && one.content.item != *item);
        });
        const std::string unit = wanted_unit.value_or(units_of(*indicator).front());
        return http::json_text(
            encode(series_view(*indicator, figures, unit, year_of(office_.clock()), actor)));
    });
}

Response ReadingHandlers::get_energy_balance(const Request& request, const Actor& actor) {
    http::Query query(request);
    BalanceWish wish{.region = request.parameters.at("region"), .unit = unit_in(query, "ktoe")};
    wish.estimate = query.boolean("estimate", false);
    query.done();
    const auto period = energy::read_period(request.parameters.at("year"));
    if (!period || !period->is_year()) http::refuse(404, "http.not_found");
    wish.year = *period->year();
    const auto view = office_.database.read([&](db::Connection& c) { return read_balance(c, wish, actor); });
    if (view) return http::json_text(encode(*view));
    if (view.error().code == "figures.unknown_region") http::refuse(404, "http.not_found");
    Error error = view.error();
    error.pointer = "/query/unit";
    http::refuse_fields({std::move(error)});
}

Response ReadingHandlers::decompose_change(const Request& request, const Actor& actor) {
    const auto wish = http::read_json(request, decode_decomposition);
    const auto view = [&] {
        if (wish.table) return decompose_table(wish);
        return office_.database.read([&](db::Connection& c) {
            if (!read_vocabulary(c).region(*wish.region))
                http::refuse_fields({{.code = "figures.unknown_region",
                                      .params = {{"found", *wish.region}},
                                      .pointer = "/region"}});
            std::vector<Figure> figures;
            for (const char* indicator : {"energy.final", "energy.activity"})
                std::ranges::move(series_of(c, indicator, {*wish.region}, kMostFigures),
                                  std::back_inserter(figures));
            return decompose_figures(wish, figures, actor);
        });
    }();
    if (!view) {
        Errors errors = view.error();
        for (Error& error : errors)
            if (error.pointer.empty()) error.pointer = wish.table ? "/table" : "/region";
        http::refuse_fields(std::move(errors));
    }
    return http::json_text(encode(*view));
}

Response ReadingHandlers::convert_units(const Request& request, const Actor& actor) {
    http::Query query(request);
    ConversionWish wish{.from = query.required_text("from", 60),
                        .to = query.required_text("to", 60),
                        .item = query.text("item", 100),
                        .region = query.text("region", 100).value_or("kr"),
                        .year = query.integer("year", 1900, 2199)};
    constexpr std::string_view values[] = {"gross", "net"};
    wish.net = query.choice("heat_value", values).value_or(1) == 1;
    const std::string value = query.required_text("value", 40);
    wish.value = parse_number(value);
    if (!std::isfinite(wish.value))
        query.refuse("value", "json.wrong_type", {{"expected", "number"}, {"found", value}});
    query.done();
    const auto view =
        office_.database.read([&](db::Connection& c) { return convert_units_of(c, wish, actor); });
    if (!view) http::refuse_fields(view.error());
    return http::json_text(encode(*view));
}

}  // namespace dure::figures
