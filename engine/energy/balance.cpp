// SPDX-License-Identifier: Apache-2.0
#include "engine/energy/balance.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace dure::energy {
namespace {

constexpr double kRounding = 0.005;
constexpr int kMostRounds = 2'000;
constexpr double kFitted = 1e-12;

bool agree(double a, double b) {
    return std::abs(a - b) <= kRounding * std::max(std::abs(a), std::abs(b));
}

template <class Map>
double sum_of(const Map& parts) {
    double sum = 0;
    for (const auto& [key, value] : parts) sum += value;
    return sum;
}

template <class K>
std::optional<double> at(const std::map<K, double>& values, const K& key) {
    const auto found = values.find(key);
    return found == values.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> sectors_of(const BalanceFacts& facts) {
    std::set<std::string> all;
    for (const auto& [sector, value] : facts.final_by_sector) all.insert(sector);
    for (const auto& [cell, value] : facts.final_cells) all.insert(cell.first);
    return {all.begin(), all.end()};
}

std::vector<std::string> items_of(const BalanceFacts& facts) {
    std::set<std::string> all;
    for (const auto& [item, value] : facts.final_by_item) all.insert(item);
    for (const auto& [item, value] : facts.supply) all.insert(item);
    for (const auto& [cell, value] : facts.final_cells) all.insert(cell.second);
    for (const auto& [cell, value] : facts.transformation) all.insert(cell.second);
    return {all.begin(), all.end()};
}

/// The sum of a sector's cells, or of an item's, where every one of them is known.
template <class Key>
std::optional<double> whole_sum(const std::vector<std::string>& over, const BalanceFacts& facts, Key key) {
    double sum = 0;
    for (const std::string& one : over) {
        const auto cell = at(facts.final_cells, key(one));
        if (!cell) return std::nullopt;
        sum += *cell;
    }
    return over.empty() ? std::nullopt : std::optional(sum);
}

/// Takes a total that follows from its parts, or holds the stated one against them.
void settle(std::map<std::string, double>& totals, const std::string& name, std::optional<double> summed,
            Mismatch mismatch, std::vector<Mismatch>& mismatches) {
    if (!summed) return;
    const auto [stated, added] = totals.emplace(name, *summed);
    if (added || agree(stated->second, *summed)) return;
    mismatch.stated = stated->second;
    mismatch.summed = *summed;
    mismatches.push_back(std::move(mismatch));
}

/// What is left of the whole by parts that say they are all; above the whole it is a mismatch.
void hold_against_whole(const std::map<std::string, double>& parts, Gap::Kind kind, Balance& balance) {
    const double whole = *balance.facts.final_total, sum = sum_of(parts);
    if (parts.empty() || (sum < whole && !agree(sum, whole)))
        balance.gaps.push_back({.kind = kind, .sector = {}, .item = {}, .rest = whole - sum});
    else if (!agree(sum, whole))
        balance.mismatches.push_back({.sector = {}, .item = {}, .stated = whole, .summed = sum});
}

void find_differences(Balance& balance) {
    for (const std::string& item : balance.items) {
        const auto supply = at(balance.facts.supply, item), used = at(balance.facts.final_by_item, item);
        double transformed = 0;
        bool made = false;
        for (const auto& [cell, value] : balance.facts.transformation)
            if (cell.second == item) {
                transformed += value;
                made = true;
            }
        // What is only made, as electricity in a city without imports, has no supply of its own.
        if ((supply || made) && used)
            balance.statistical_difference[item] = supply.value_or(0) + transformed - *used;
        if (!supply && !made)
            balance.gaps.push_back({.kind = Gap::Kind::supply, .sector = {}, .item = item, .rest = {}});
    }
}

}  // namespace

Balance balance_of(BalanceFacts given) {
    Balance balance{.sectors = sectors_of(given),
                    .items = items_of(given),
                    .facts = std::move(given),
                    .gaps = {},
                    .mismatches = {},
                    .statistical_difference = {}};
    BalanceFacts& facts = balance.facts;
    for (const std::string& sector : balance.sectors)
        settle(facts.final_by_sector, sector,
               whole_sum(balance.items, facts, [&](const auto& item) { return std::pair(sector, item); }),
               {.sector = sector, .item = {}}, balance.mismatches);
    for (const std::string& item : balance.items)
        settle(facts.final_by_item, item,
               whole_sum(balance.sectors, facts, [&](const auto& sector) { return std::pair(sector, item); }),
               {.sector = {}, .item = item}, balance.mismatches);
    if (!facts.final_total) {
        balance.gaps.push_back({.kind = Gap::Kind::final_total, .sector = {}, .item = {}, .rest = {}});
    } else {
        hold_against_whole(facts.final_by_sector, Gap::Kind::final_sectors, balance);
        hold_against_whole(facts.final_by_item, Gap::Kind::final_items, balance);
    }
    for (const std::string& sector : balance.sectors)
        for (const std::string& item : balance.items)
            if (!facts.final_cells.contains({sector, item}))
                balance.gaps.push_back(
                    {.kind = Gap::Kind::final_cell, .sector = sector, .item = item, .rest = {}});
    find_differences(balance);
    return balance;
}

std::vector<Estimate> estimate_cells(const Balance& balance) {
    const BalanceFacts& facts = balance.facts;
    if (!facts.final_total || balance.sectors.empty()) return {};
    // The sources that are not told apart are one more column.
    std::vector<std::string> items = balance.items;
    const double rest = *facts.final_total - sum_of(facts.final_by_item);
    if (rest > kRounding * *facts.final_total) items.emplace_back();
    std::vector<double> rows, columns;
    for (const std::string& sector : balance.sectors) {
        const auto total = at(facts.final_by_sector, sector);
        if (!total) return {};
        rows.push_back(*total);
    }
    for (const std::string& item : items) {
        const auto total = item.empty() ? std::optional(rest) : at(facts.final_by_item, item);
        if (!total) return {};
        columns.push_back(*total);
    }
    const std::size_t width = items.size();
    std::vector<double> cells(rows.size() * width, 0);
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < width; ++j) {
            const auto known = at(facts.final_cells, std::pair(balance.sectors[i], items[j]));
            if (!known) {
                cells[i * width + j] = 1;
                continue;
            }
            rows[i] -= *known;
            columns[j] -= *known;
        }
    if (std::ranges::any_of(rows, [](double v) { return v < 0; }) ||
        std::ranges::any_of(columns, [](double v) { return v < 0; }))
        return {};
    // Rounded shares do not add up to the whole exactly: the columns are held to the rows' sum.
    const double row_sum = std::accumulate(rows.begin(), rows.end(), 0.0);
    const double column_sum = std::accumulate(columns.begin(), columns.end(), 0.0);
    if (column_sum <= 0 || row_sum <= 0) return {};
    for (double& v : columns) v *= row_sum / column_sum;
    for (int round = 0; round < kMostRounds; ++round) {
        double moved = 0;
        const auto fit = [&](std::size_t count, double target, auto place) {
            double sum = 0;
            for (std::size_t k = 0; k < count; ++k) sum += cells[place(k)];
            if (sum <= 0) return;
            moved = std::max(moved, std::abs(target / sum - 1));
            for (std::size_t k = 0; k < count; ++k) cells[place(k)] *= target / sum;
        };
        for (std::size_t i = 0; i < rows.size(); ++i)
            fit(width, rows[i], [&](std::size_t j) { return i * width + j; });
        for (std::size_t j = 0; j < width; ++j)
            fit(rows.size(), columns[j], [&](std::size_t i) { return i * width + j; });
        if (moved < kFitted) break;
    }
    std::vector<Estimate> estimates;
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < width; ++j)
            if (!facts.final_cells.contains({balance.sectors[i], items[j]}))
                estimates.push_back({balance.sectors[i], items[j], cells[i * width + j]});
    return estimates;
}

}  // namespace dure::energy
