// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace dure::search {

/// The runs of three letters in the words of a text, weighed by ln(1 + n) times their rarity and brought to
/// length 1, so that the product of two is their cosine. Hangul is written in Latin letters first, and signs
/// within a word are left out: KX-TG9343 and KXTG9343 have the same runs.
using Gram = std::uint64_t;
using GramVector = std::vector<std::pair<std::uint32_t, float>>;  ///< ascending

/// The runs of a text, as often as they occur.
std::vector<Gram> grams_of(const std::string& text);

/// Vectors of two lists of texts, with rarities counted over both.
struct GramSpace {
    std::vector<GramVector> left, right;
    std::uint32_t grams = 0;  ///< different ones
};
GramSpace gram_space(const std::vector<std::string>& left, const std::vector<std::string>& right);

/// The cosine, 0 … 1.
float likeness(const GramVector& a, const GramVector& b);

struct Candidate {
    std::uint32_t left = 0, right = 0;
    auto operator<=>(const Candidate&) const = default;
};

/// Blocking: for each record of either side the `each` most alike of the other, at least `least` alike.
/// Ascending, each once. Runs that more than one record in ten has (and more than 2,000) do not propose, so
/// that long lists take no square time. In one list (`same`) the sides are one: left < right.
std::vector<Candidate> candidates(const GramSpace& space, std::size_t each, float least, bool same);

}  // namespace dure::search
