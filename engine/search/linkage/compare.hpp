// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/search/linkage/grams.hpp"
#include "engine/search/linkage/records.hpp"

namespace dure::search {

/// What is compared of two records.
enum class Compared : std::uint8_t {
    company,  ///< a column of names: weighed by the rarity of their words, see CompanyNames
    text,     ///< a column of texts: likeness of their runs of letters, 0 … 1
    number,   ///< a column of numbers: minus the difference of their logarithms, −3 … 0
    record,   ///< all columns as one text: likeness, 0 … 1
    word      ///< the rarest word that both have anywhere: bits of its rarity
};

struct Comparison {
    std::string column;  ///< empty for record and word
    Compared kind = Compared::text;
    std::vector<float> scores;  ///< of each candidate; NaN where a value is missing. Of company: bits
};

/// Two lists and the pairs of them worth a look.
struct Comparisons {
    std::vector<Candidate> pairs;
    std::vector<Comparison> of;  ///< the first tells most: company, or else record
};

/// Compares the columns of one name; when no names agree, those of one position. A column whose cells are
/// nearly all numbers is compared as such; one of short names that seldom repeat and hold no lists (commas)
/// as companies. With a column of companies, records and words are not compared beside it. `same`: both are
/// one list.
Comparisons compared(const Records& left, const Records& right, bool same);

}  // namespace dure::search
