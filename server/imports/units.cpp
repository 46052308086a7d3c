// SPDX-License-Identifier: Apache-2.0
#include "server/imports/units.hpp"

#include <algorithm>
#include <iterator>

#include "server/imports/near.hpp"

namespace dure::imports {
namespace {

struct Unit {
    std::string_view name;  ///< bare: folded, letters and digits alone
    char kind;
    double size;
};
/// Prefixes whose case carries the meaning do not clash here: mW and MW are told apart by nobody's tables.
constexpr Unit kUnits[] = {
    {"w", 'p', 1},        {"kw", 'p', 1e3},     {"mw", 'p', 1e6},      {"gw", 'p', 1e9},
    {"wh", 'e', 1},       {"kwh", 'e', 1e3},    {"mwh", 'e', 1e6},     {"gwh", 'e', 1e9},
    {"twh", 'e', 1e12},   {"원", 'm', 1},       {"krw", 'm', 1},       {"천원", 'm', 1e3},
    {"만원", 'm', 1e4},   {"백만원", 'm', 1e6}, {"천만원", 'm', 1e7},  {"억원", 'm', 1e8},
    {"십억원", 'm', 1e9}, {"조원", 'm', 1e12},  {"명", 'n', 1},        {"인", 'n', 1},
    {"people", 'n', 1},   {"persons", 'n', 1},  {"개", 'c', 1},        {"건", 'c', 1},
    {"개사", 'c', 1},     {"%", 'r', 1},        {"percent", 'r', 1},   {"t", 't', 1},
    {"ton", 't', 1},      {"톤", 't', 1},       {"천톤", 't', 1e3},    {"kg", 't', 1e-3},
    {"tco2", 'g', 1},     {"톤co2", 'g', 1},    {"천톤co2", 'g', 1e3}, {"ktco2", 'g', 1e3},
    {"toe", 'o', 1},      {"천toe", 'o', 1e3},  {"ktoe", 'o', 1e3},    {"년", 'y', 1},
    {"years", 'y', 1},    {"m2", 'a', 1},       {"km2", 'a', 1e6},     {"usd", 'd', 1},
    {"달러", 'd', 1},     {"천달러", 'd', 1e3}, {"백만달러", 'd', 1e6}};

const Unit* find_unit(std::string_view text) {
    const auto* found = std::ranges::find(kUnits, bare(text), &Unit::name);
    return found == std::end(kUnits) ? nullptr : found;
}

}  // namespace

std::optional<double> factor_between(std::string_view from, std::string_view to) {
    if (bare(from) == bare(to)) return 1;
    const Unit *a = find_unit(from), *b = find_unit(to);
    if (!a || !b || a->kind != b->kind) return std::nullopt;
    return a->size / b->size;
}

bool is_unit(std::string_view text) {
    return find_unit(text) != nullptr;
}

}  // namespace dure::imports
