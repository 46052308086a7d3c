// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace dure::search {

/// The records of both sides and the pairs of them that may be the same.
struct PairGraph {
    std::uint32_t records = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
};

/// The odds of each pair once its rivals are heard, given the odds of each pair alone: a record is the same
/// as at most one other, so what speaks for one pair speaks against those that share a record with it. By
/// sum-product messages on the graph, 25 rounds.
std::vector<double> odds_among_rivals(const PairGraph& graph, const std::vector<double>& odds);

/// The share of records that have a double, 0 … 1, estimated without labels from the pairs' weights. Among
/// strangers the steps between the best weights of a record are those of the upper end of any sample: the
/// step from first to second is as long as twice that from second to third (A. Rényi, On the theory of order
/// statistics, 1953). A double stands out by a longer first step, so the fewer short ones there are, the more
/// doubles (J. D. Storey, A direct approach to false discovery rates, 2002). Records with fewer than three
/// pairs do not speak; 0 when fewer than ten do.
double share_with_double(const PairGraph& graph, const std::vector<double>& weights);

}  // namespace dure::search
