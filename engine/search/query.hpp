// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/search/index.hpp"
#include "engine/search/taxonomy.hpp"

namespace dure::search {

/// Documents must have one of the values of the facet.
struct Filter {
    std::size_t facet = 0;
    std::vector<std::string> values;
};

/// Where a list of hits goes on.
struct Place {
    float score = 0;
    std::string order, id;
};

struct Query {
    std::string text;                    ///< as a person types it
    Language language = Language::none;  ///< none: guessed, and where that fails the index's main languages
    std::vector<Filter> filters;         ///< all of them hold
    /// Facets whose values are counted among the matches; a filter on a facet does not hold for its own
    /// counts, which show what else could be chosen.
    std::vector<std::size_t> count;
    std::size_t limit = 20;
    bool everything = false;     ///< every document matches, with score 0 where it has nothing of the text
    std::optional<Place> after;  ///< only hits behind this one
    const Taxonomy* taxonomy = nullptr;  ///< asks for other words and languages too; not owned
    bool unfinished = false;             ///< the last word may go on: asks for the words that begin so too
    bool feedback = false;  ///< a second look with the words of the best documents, see expanded()
};

/// A term that stands for a part of what was asked.
struct Alternative {
    TermId term = kNothing;
    double weight = 1;
    bool operator==(const Alternative&) const = default;
};

/// Terms that speak only together: their mean counts where all of them stand.
using Phrase = std::vector<TermId>;

/// One thing asked for: a document's score is the best of the alternatives and phrases, not their sum.
struct Group {
    std::vector<Alternative> alternatives;
    std::vector<Phrase> phrases = {};
    double weight = 1;
};

/// A query as the index understands it; a thing that no document has is left out. A word of Hangul asks for
/// its forms and, weighed less, for its pairs of syllables; a word of a name also for its sound; initial
/// consonants alone (ㄷㄱ) for names that begin so. A word that no document has is read as the nearest one
/// that some have, when a slip of the hand lies between. Words that name a concept of the taxonomy ask for
/// all its terms.
std::vector<Group> plan(const Index& index, const Query& query);

}  // namespace dure::search
