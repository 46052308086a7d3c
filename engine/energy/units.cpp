// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/units.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace dure::energy {
namespace {

enum Base : std::size_t {
    energy,
    hours,
    gas,
    emissions,
    mass,
    volume,
    area,
    krw,
    usd,
    eur,
    persons,
    households,
    count
};

constexpr std::size_t kLongest = 60;
constexpr double kMwhOfGj = 1 / 3.6, kMwhOfGcal = 1.163;

struct Atom {
    double factor = 1;
    Dimension dimension = {};
};

Dimension of(Base base) {
    Dimension d{};
    d[base] = 1;
    return d;
}

Dimension power_dimension() {
    Dimension d{};
    d[energy] = 1;
    d[hours] = -1;
    return d;
}

/// Each name that a unit's part can have.
std::map<std::string, Atom, std::less<>> make_atoms() {
    std::map<std::string, Atom, std::less<>> atoms;
    const auto add = [&](std::string_view name, double factor, const Dimension& dimension) {
        atoms.emplace(name, Atom{factor, dimension});
    };
    const auto with_prefixes = [&](const std::string& name, double base, const Dimension& dimension,
                                   std::string_view prefixes) {
        constexpr std::pair<char, double> powers[] = {{'g', 1e-6}, {'k', 1e3},  {'M', 1e6},
                                                      {'G', 1e9},  {'T', 1e12}, {'P', 1e15}};
        add(name, base, dimension);
        for (const char prefix : prefixes)
            for (const auto& [letter, power] : powers)
                if (letter == prefix) add(prefix + name, base * power, dimension);
    };
    with_prefixes("J", kMwhOfGj * 1e-9, of(energy), "kMGTP");
    with_prefixes("Wh", 1e-6, of(energy), "kMGT");
    with_prefixes("cal", kMwhOfGcal * 1e-9, of(energy), "kMGT");
    with_prefixes("toe", kMwhOfGcal * 10, of(energy), "kM");
    add("천toe", kMwhOfGcal * 1e4, of(energy));
    with_prefixes("W", 1e-6, power_dimension(), "kMGT");
    with_prefixes("Nm3", 1, of(gas), "kM");
    add("천Nm3", 1e3, of(gas));
    for (const char* name : {"tCO2", "tCO2e", "tCO2eq"}) with_prefixes(name, 1, of(emissions), "kM");
    for (const char* name : {"gCO2", "gCO2e", "gCO2eq"}) with_prefixes(name, 1e-6, of(emissions), "k");
    with_prefixes("t", 1, of(mass), "kM");
    add("톤", 1, of(mass));
    with_prefixes("g", 1e-6, of(mass), "k");
    with_prefixes("m3", 1, of(volume), "k");
    with_prefixes("L", 1e-3, of(volume), "k");
    add("m2", 1, of(area));
    add("km2", 1e6, of(area));
    for (const auto& [name, base] : {std::pair{"KRW", krw}, {"USD", usd}, {"EUR", eur}}) {
        with_prefixes(name, 1, of(base), "kM");
        add("bn" + std::string(name), 1e9, of(base));
        add("tn" + std::string(name), 1e12, of(base));
    }
    for (const auto& [name, factor] :
         {std::pair{"원", 1.0}, {"천원", 1e3}, {"백만원", 1e6}, {"억원", 1e8}, {"조원", 1e12}})
        add(name, factor, of(krw));
    for (const char* name : {"persons", "person", "명"}) add(name, 1, of(persons));
    add("kpersons", 1e3, of(persons));
    add("천명", 1e3, of(persons));
    for (const char* name : {"households", "household", "가구", "세대"}) add(name, 1, of(households));
    for (const char* name : {"count", "건", "개"}) add(name, 1, of(count));
    add("h", 1, of(hours));
    add("d", 24, of(hours));
    add("yr", 8760, of(hours));
    add("%", 0.01, {});
    add("%p", 0.01, {});
    add("1", 1, {});
    return atoms;
}

const std::map<std::string, Atom, std::less<>>& atoms() {
    static const auto all = make_atoms();
    return all;
}

/// Written signs that mean a plain one: ㎥ m³ · ², and blanks left out.
std::string plain(std::string_view text) {
    std::string out(text);
    constexpr std::pair<std::string_view, std::string_view> signs[] = {
        {" ", ""},    {"㎥", "m3"}, {"㎡", "m2"}, {"㎢", "km2"}, {"㎿", "MW"},
        {"㎾", "kW"}, {"³", "3"},   {"²", "2"},   {"·", "*"},    {"₂", "2"}};
    for (const auto& [sign, letters] : signs)
        for (auto at = out.find(sign); at != std::string::npos; at = out.find(sign, at + letters.size()))
            out.replace(at, sign.size(), letters);
    return out;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// A unit that is the same but for capitals; empty: none.
std::string nearest(std::string_view part) {
    for (const auto& [name, atom] : atoms())
        if (lower(name) == lower(part)) return name;
    return {};
}

std::unexpected<Error> mismatch(const Unit& from, const Unit& to) {
    return fail("units.dimension", {{"from", from.name}, {"to", to.name}});
}

Nature nature_of_product(Nature a, Nature b) {
    if (a == Nature::ratio) return b;
    return b == Nature::ratio ? a : Nature::ratio;
}

}  // namespace

Expected<Unit> read_unit(std::string_view text) {
    if (text.size() > kLongest) return fail("units.too_long");
    const std::string written = plain(text);
    Unit unit{.name = std::string(text)};
    int sign = 1;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = std::min(written.find_first_of("/*", begin), written.size());
        const std::string_view part = std::string_view(written).substr(begin, end - begin);
        const auto atom = atoms().find(part);
        if (atom == atoms().end())
            return fail("units.unknown", {{"unit", std::string(text)}, {"nearest", nearest(part)}});
        unit.factor *= sign > 0 ? atom->second.factor : 1 / atom->second.factor;
        for (std::size_t i = 0; i < kDimensions; ++i)
            unit.dimension[i] =
                static_cast<std::int8_t>(unit.dimension[i] + sign * atom->second.dimension[i]);
        if (end == written.size()) return unit;
        // "a/b*c" divides by b alone, as people write kWh/m2*yr for a quotient they mean otherwise: refused
        // by having one '/'.
        if (written[end] == '/') {
            if (sign < 0) return fail("units.unknown", {{"unit", std::string(text)}, {"nearest", ""}});
            sign = -1;
        }
        begin = end + 1;
    }
}

std::span<const NamedUnit> offered_units() {
    static constexpr NamedUnit units[] = {
        {"toe", "energy"},       {"ktoe", "energy"},     {"Mtoe", "energy"},     {"MJ", "energy"},
        {"GJ", "energy"},        {"TJ", "energy"},       {"PJ", "energy"},       {"kWh", "energy"},
        {"MWh", "energy"},       {"GWh", "energy"},      {"TWh", "energy"},      {"Mcal", "energy"},
        {"Gcal", "energy"},      {"Tcal", "energy"},     {"kW", "power"},        {"MW", "power"},
        {"GW", "power"},         {"Nm3", "gas"},         {"kNm3", "gas"},        {"MNm3", "gas"},
        {"tCO2", "emissions"},   {"ktCO2", "emissions"}, {"tCO2e", "emissions"}, {"ktCO2e", "emissions"},
        {"MtCO2e", "emissions"}, {"KRW", "money"},       {"MKRW", "money"},      {"bnKRW", "money"},
        {"tnKRW", "money"},      {"t", "mass"},          {"kt", "mass"},         {"m3", "volume"},
        {"persons", "people"},   {"kpersons", "people"}, {"%", "ratio"}};
    return units;
}

Expected<double> convert(double value, const Unit& from, const Unit& to) {
    if (from.dimension != to.dimension) return mismatch(from, to);
    if (from.factor == to.factor) return value;
    return value * (from.factor / to.factor);
}

Expected<Amount> add(const Amount& a, const Amount& b) {
    const auto other = convert(b.value, b.unit, a.unit);
    if (!other) return std::unexpected(other.error());
    if (a.nature != b.nature && a.nature != Nature::ratio && b.nature != Nature::ratio)
        return fail("units.stock_and_flow", {{"a", a.unit.name}, {"b", b.unit.name}});
    return Amount{a.value + *other, a.unit, a.nature == Nature::ratio ? b.nature : a.nature};
}

Expected<Amount> subtract(const Amount& a, const Amount& b) {
    return add(a, {-b.value, b.unit, b.nature});
}

Amount multiply(const Amount& a, const Amount& b) {
    Unit unit{.name = a.unit.name + '*' + b.unit.name, .factor = a.unit.factor * b.unit.factor};
    for (std::size_t i = 0; i < kDimensions; ++i)
        unit.dimension[i] = static_cast<std::int8_t>(a.unit.dimension[i] + b.unit.dimension[i]);
    return {a.value * b.value, std::move(unit), nature_of_product(a.nature, b.nature)};
}

Expected<Amount> divide(const Amount& a, const Amount& b) {
    if (b.value == 0) return fail("units.division_by_zero");
    Unit inverse{.name = "1/" + b.unit.name, .factor = 1 / b.unit.factor};
    for (std::size_t i = 0; i < kDimensions; ++i)
        inverse.dimension[i] = static_cast<std::int8_t>(-b.unit.dimension[i]);
    Amount result = multiply(a, {1 / b.value, std::move(inverse), b.nature});
    result.unit.name = a.unit.name + '/' + b.unit.name;
    result.value = a.value / b.value;
    // A part of a whole is neither: sales over sales. A flow over a stock is a ratio as well.
    if (b.nature != Nature::ratio) result.nature = Nature::ratio;
    return result;
}

Expected<Amount> in_unit(const Amount& a, const Unit& unit) {
    const auto value = convert(a.value, a.unit, unit);
    if (!value) return std::unexpected(value.error());
    return Amount{*value, unit, a.nature};
}

}  // namespace dure::energy
