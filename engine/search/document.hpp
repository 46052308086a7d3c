// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "engine/search/language.hpp"

namespace dure::search {

/// A kind of text that documents have.
struct Field {
    std::string name;
    double weight = 1;           ///< how much an occurrence here counts, > 0
    double length_share = 0.65;  ///< BM25's b: 0 the field's length does not matter … 1 it matters in full
    bool names = false;  ///< holds names of companies and products: found by their sound, and suggested
};

/// What an index is made of. At most 8 fields.
struct Schema {
    std::vector<Field> fields;
    std::vector<std::string> facets;  ///< names of what can be filtered and counted, e.g. country, kind
};

/// A further text of a field, in a language of its own.
struct LocalText {
    std::size_t field = 0;
    Language language = Language::none;  ///< none: guessed
    std::string text;
};

/// What is found. Texts and facets stand in the order of the schema; missing ones at the end are empty.
struct Document {
    std::string id;
    Language language = Language::none;  ///< none: guessed for each text, then from the others
    std::vector<std::string> texts;
    std::vector<std::vector<std::string>> facets;  ///< the values of each facet, each at most once
    std::vector<LocalText> more = {};              ///< beside `texts`, for fields in several languages
    std::string order = {};                        ///< what equal scores are ordered by, before the id
};

}  // namespace dure::search
