// SPDX-License-Identifier: Apache-2.0
#include "server/figures/unit_conversion.hpp"

#include <charconv>
#include <limits>

#include "engine/energy/period.hpp"
#include "engine/energy/units.hpp"
#include "server/figures/figure_described.hpp"
#include "server/figures/figure_store.hpp"

namespace dure::figures {

BOOST_DESCRIBE_STRUCT(ConversionView, (), (value, unit, by))

namespace {

constexpr std::size_t kMost = 1'000;

std::unexpected<Errors> refused(Error error, std::string pointer) {
    error.pointer = std::move(pointer);
    return std::unexpected(Errors{std::move(error)});
}

/// The heat value of exactly that year: a table of another year is another table.
std::optional<Figure> heat_value(db::Connection& c, const ConversionWish& wish) {
    if (!wish.item) return std::nullopt;
    for (Figure& one : series_of(c, wish.net ? "heat_value.net" : "heat_value.gross", {wish.region}, kMost)) {
        const auto period = energy::read_period(one.content.period);
        const bool of_year = !wish.year || (period && period->year() && *period->year() == *wish.year);
        if (one.content.item == *wish.item && of_year) return std::move(one);
    }
    return std::nullopt;
}

}  // namespace

double parse_number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::numeric_limits<double>::quiet_NaN();
    return value;
}

Checked<ConversionView> convert_units_of(db::Connection& c, const ConversionWish& wish,
                                         const auth::Actor& reader) {
    const auto from = energy::read_unit(wish.from), to = energy::read_unit(wish.to);
    if (!from) return refused(from.error(), "/query/from");
    if (!to) return refused(to.error(), "/query/to");
    if (const auto value = energy::convert(wish.value, *from, *to))
        return ConversionView{.value = *value, .unit = wish.to, .by = {}};
    else if (!wish.item)
        return refused(value.error(), "/query/to");
    const auto heat = heat_value(c, wish);
    if (!heat)
        return refused(
            {.code = "figures.no_heat_value",
             .params = {{"item", *wish.item}, {"year", wish.year ? std::to_string(*wish.year) : ""}}},
            "/query/item");
    const energy::Amount value{wish.value, *from},
        per{heat->content.value, energy::read_unit(heat->content.unit).value()};
    // From amount to energy by multiplying, from energy to amount by dividing.
    const auto energy_of = energy::in_unit(energy::multiply(value, per), *to);
    const auto quotient = energy::divide(value, per);
    const auto amount_of = quotient ? energy::in_unit(*quotient, *to) : quotient;
    if (!energy_of && !amount_of) return refused(energy_of.error(), "/query/to");
    return ConversionView{.value = energy_of ? energy_of->value : amount_of->value,
                          .unit = wish.to,
                          .by = {present(*heat, reader)}};
}

std::string encode(const ConversionView& view) {
    return codec::encode(view);
}

}  // namespace dure::figures
