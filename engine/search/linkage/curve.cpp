// SPDX-License-Identifier: Apache-2.0
#include "engine/search/linkage/curve.hpp"

#include <algorithm>
#include <cmath>

namespace dure::search {
namespace {

constexpr std::size_t kBins = 12;      // of all pairs, and as many of the doubles
constexpr double kDrawn = 2;           // pairs a bin
constexpr double kEnoughDoubles = 20;  // to cut bins by them

struct Point {
    double score, chance;
};

std::vector<double> edges(const std::vector<Point>& points) {
    std::vector<double> made;
    double doubles = 0;
    for (const Point& p : points) doubles += p.chance;
    for (std::size_t b = 1; b < kBins; ++b) made.push_back(points[b * (points.size() - 1) / kBins].score);
    double passed = 0;
    std::size_t next = 1;
    for (const Point& p : points) {
        if (doubles < kEnoughDoubles) break;
        for (passed += p.chance; next < kBins && passed * kBins >= doubles * static_cast<double>(next);
             ++next) {
            made.push_back(p.score);
        }
    }
    std::sort(made.begin(), made.end());
    made.erase(std::unique(made.begin(), made.end()), made.end());
    return made;
}

struct Bin {
    double count = 0, sum = 0, doubles = 0;
};

std::vector<Bin> binned(const std::vector<Point>& points) {
    const std::vector<double> cuts = edges(points);
    std::vector<Bin> bins(cuts.size() + 1);
    for (const Point& p : points) {
        const auto at = std::upper_bound(cuts.begin(), cuts.end(), p.score) - cuts.begin();
        Bin& b = bins[static_cast<std::size_t>(at)];
        ++b.count;
        b.sum += p.score;
        b.doubles += p.chance;
    }
    std::erase_if(bins, [](const Bin& b) { return b.count == 0; });
    return bins;
}

/// Pool-adjacent-violators.
void make_monotone(std::vector<double>& bits, const std::vector<Bin>& bins) {
    struct Block {
        double value, weight;
        std::size_t size;
    };
    std::vector<Block> blocks;
    for (std::size_t i = 0; i < bits.size(); ++i) {
        blocks.push_back({bits[i], bins[i].count, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].value >= blocks.back().value) {
            const Block last = blocks.back();
            blocks.pop_back();
            Block& b = blocks.back();
            b.value = (b.value * b.weight + last.value * last.weight) / (b.weight + last.weight);
            b.weight += last.weight;
            b.size += last.size;
        }
    }
    std::size_t at = 0;
    for (const Block& b : blocks) {
        for (std::size_t i = 0; i < b.size; ++i) bits[at++] = b.value;
    }
}

}  // namespace

double Curve::at(double score) const {
    if (std::isnan(score) || scores.empty()) return 0;
    const auto above = std::upper_bound(scores.begin(), scores.end(), score) - scores.begin();
    if (above == 0) return bits.front();
    if (above == static_cast<std::ptrdiff_t>(scores.size())) return bits.back();
    const auto i = static_cast<std::size_t>(above);
    const double share = (score - scores[i - 1]) / (scores[i] - scores[i - 1]);
    return bits[i - 1] + share * (bits[i] - bits[i - 1]);
}

Curve learned(const std::vector<float>& scores, const std::vector<double>& chances) {
    std::vector<Point> points;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (!std::isnan(scores[i])) points.push_back({scores[i], chances[i]});
    }
    if (points.empty()) return {};
    std::sort(points.begin(), points.end(), [](const Point& a, const Point& b) {
        return a.score != b.score ? a.score < b.score : a.chance < b.chance;
    });
    const std::vector<Bin> bins = binned(points);
    double doubles = 0;
    for (const Bin& b : bins) doubles += b.doubles;
    const auto all = static_cast<double>(points.size());
    const double drawn = kDrawn * static_cast<double>(bins.size());
    Curve curve;
    for (const Bin& b : bins) {
        const double prior = drawn * b.count / all;
        const double same = (b.doubles + prior) / (doubles + drawn);
        const double other = (b.count - b.doubles + prior) / (all - doubles + drawn);
        curve.scores.push_back(b.sum / b.count);
        curve.bits.push_back(std::log2(same / other));
    }
    make_monotone(curve.bits, bins);
    return curve;
}

}  // namespace dure::search
