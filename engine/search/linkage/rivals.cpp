// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/rivals.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace dure::search {

std::vector<double> odds_among_rivals(const PairGraph& graph, const std::vector<double>& odds) {
    constexpr int kRounds = 25;
    const std::size_t n = odds.size();
    // What the other pairs of a pair's first and second record leave to it.
    std::vector<double> first(n, 1), second(n, 1), sums(graph.records);
    const auto add = [&](std::size_t i) {
        sums[graph.pairs[i].first] += odds[i] * second[i];
        sums[graph.pairs[i].second] += odds[i] * first[i];
    };
    std::vector<double> next_first(n), next_second(n);
    for (int round = 0; round < kRounds; ++round) {
        std::fill(sums.begin(), sums.end(), 0);
        for (std::size_t i = 0; i < n; ++i) add(i);
        for (std::size_t i = 0; i < n; ++i) {
            const auto [a, b] = graph.pairs[i];
            next_first[i] = 1 / (1 + std::max(0.0, sums[a] - odds[i] * second[i]));
            next_second[i] = 1 / (1 + std::max(0.0, sums[b] - odds[i] * first[i]));
        }
        // Half a step: whole ones swing between two states when rivals are equal.
        for (std::size_t i = 0; i < n; ++i) {
            first[i] = 0.5 * (first[i] + next_first[i]);
            second[i] = 0.5 * (second[i] + next_second[i]);
        }
    }
    std::vector<double> heard(n);
    for (std::size_t i = 0; i < n; ++i) heard[i] = odds[i] * first[i] * second[i];
    return heard;
}

double share_with_double(const PairGraph& graph, const std::vector<double>& weights) {
    constexpr std::size_t kLeast = 10;
    std::vector<std::vector<double>> of(graph.records);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        of[graph.pairs[i].first].push_back(weights[i]);
        of[graph.pairs[i].second].push_back(weights[i]);
    }
    std::vector<double> top, below;
    for (auto& w : of) {
        if (w.size() < 3) continue;
        std::partial_sort(w.begin(), w.begin() + 3, w.end(), std::greater<>());
        top.push_back(w[0] - w[1]);
        below.push_back(2 * (w[1] - w[2]));
    }
    std::vector<double> steps;
    std::copy_if(below.begin(), below.end(), std::back_inserter(steps), [](double s) { return s > 1e-9; });
    if (steps.size() < kLeast) return 0;
    std::sort(steps.begin(), steps.end());
    double sum = 0;
    constexpr std::array kShares{0.2, 0.3, 0.4};
    for (const double share : kShares) {
        const double length = steps[static_cast<std::size_t>(share * static_cast<double>(steps.size() - 1))];
        const auto shorter = [&](const std::vector<double>& all) {
            return static_cast<double>(
                std::count_if(all.begin(), all.end(), [&](double s) { return s <= length; }));
        };
        sum += 1 - shorter(top) / shorter(below);
    }
    return std::clamp(sum / kShares.size(), 0.0, 1.0);
}

}  // namespace dure::search
