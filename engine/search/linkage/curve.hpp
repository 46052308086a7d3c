// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

namespace dure::search {

/// How much a score says for two records being the same: log2 of how much likelier it is among doubles than
/// among strangers (I. P. Fellegi, A. B. Sunter, A Theory for Record Linkage, 1969), never falling as the
/// score grows. Linear between its points.
struct Curve {
    std::vector<double> scores;  ///< ascending
    std::vector<double> bits;

    /// 0 for a score that is unknown (NaN) and where nothing was learned.
    double at(double score) const;
};

/// The curve of scores whose chances of being of doubles are known: frequencies in bins of equal weight,
/// drawn towards each other by two pairs a bin, made monotone by pooling neighbours.
Curve learned(const std::vector<float>& scores, const std::vector<double>& chances);

}  // namespace dure::search
