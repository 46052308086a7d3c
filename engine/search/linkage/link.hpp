// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/search/linkage/compare.hpp"
#include "engine/search/linkage/curve.hpp"
#include "engine/search/linkage/records.hpp"

namespace dure::search {

/// The weight above which two records are held to be the same: one for all data.
inline constexpr double kSameAbove = -1.5;

/// Two records and why they may be the same. The parts add up to the weight, so that they can be drawn as a
/// waterfall.
struct Link {
    std::uint32_t left = 0, right = 0;  ///< numbers of rows
    double weight = 0;                  ///< log2 of the odds that they are the same
    std::vector<double> bits;           ///< what each of Linkage::compared says
    double prior = 0;                   ///< how many doubles there are among candidates at all
    double rivals = 0;                  ///< what other pairs of the two records take away, ≤ 0
};

struct LinkOptions {
    double least = kSameAbove;  ///< weight from which pairs are told; less for a review queue
    bool one_to_one = true;     ///< a record is told in its heaviest pair only
};

struct Linkage {
    std::vector<Comparison> compared;  ///< without scores
    std::vector<Curve> curves;         ///< of each comparison; empty for companies
    std::vector<Link> links;           ///< heaviest first, then by row
    double share = 0;                  ///< of the shorter list, how much is estimated to have a double
};

/// Which records of two lists are the same, without labels: candidates by blocking, each compared column by
/// column, weighed as Fellegi and Sunter do with weights that expectation and maximisation learn from the
/// lists themselves, with rivals heard (see odds_among_rivals) and the share of doubles estimated from the
/// steps between the best (see share_with_double). What it answers depends on the lists alone.
Linkage link(const Records& left, const Records& right, const LinkOptions& options = {});

/// Doubles within one list, left < right.
Linkage doubles(const Records& records, const LinkOptions& options = {});

}  // namespace dure::search
