// SPDX-License-Identifier: Apache-2.0
#include "server/board/rules.hpp"

namespace dure::board {

bool has_quorum(const Rule& rule, std::int64_t members, std::int64_t attending) {
    const std::int64_t there = attending * rule.quorum_denominator, needed = members * rule.quorum_numerator;
    return attending > 0 && (rule.quorum_more_than ? there > needed : there >= needed);
}

std::int64_t quorum_of(const Rule& rule, std::int64_t members) {
    std::int64_t count = 1;
    while (count < members && !has_quorum(rule, members, count)) ++count;
    return count;
}

bool carries(const Rule& rule, Majority majority, const Tally& tally, std::int64_t attending,
             std::optional<Choice> chair) {
    const std::int64_t base = rule.majority_of == MajorityOf::present ? attending : tally.yes + tally.no;
    if (tally.yes == 0 || base == 0) return false;
    if (majority == Majority::two_thirds) return 3 * tally.yes >= 2 * base;
    if (2 * tally.yes == base && tally.yes == tally.no)
        return rule.chair_decides_ties && chair == Choice::yes;
    return 2 * tally.yes > base;
}

}  // namespace dure::board
