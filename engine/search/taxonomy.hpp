// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/error.hpp"
#include "engine/search/analyzer.hpp"

namespace dure::search {

enum class Review : std::uint8_t { unreviewed, reviewed };

/// One word or phrase for a concept in a language.
struct TaxonomyTerm {
    std::string concept_id;  ///< field and name, e.g. robotics.gripper
    Language language = Language::none;
    std::string text;
    std::string origin;  ///< who wrote it, or the document it is from
    Review review = Review::unreviewed;
};

/// Reads lines `concept<TAB>language<TAB>term<TAB>origin<TAB>review` below a header of these words; the first
/// term of a concept in a language is the one to show. Blank lines and lines that begin with # are left out.
/// Errors, every bad line at once (at most 50): tsv.not_utf8, taxonomy.empty, taxonomy.no_header,
/// taxonomy.wrong_count {found}, taxonomy.bad_concept {concept}, taxonomy.unknown_language {language},
/// taxonomy.empty_term, taxonomy.no_origin, taxonomy.unknown_review {review}, taxonomy.doubled_term {term}.
Checked<std::vector<TaxonomyTerm>> read_taxonomy(std::string_view text, std::string_view file);

/// Concepts with their terms, found by any of them.
class Taxonomy {
  public:
    explicit Taxonomy(std::vector<TaxonomyTerm> terms);

    std::size_t concepts() const { return names_.size(); }
    const std::string& name(std::size_t of) const { return names_[of]; }
    const std::vector<TaxonomyTerm>& terms(std::size_t of) const { return terms_[of]; }

    /// The concepts that words name, longest phrases first, none twice; blanks between words do not count
    /// and Korean words may carry particles. Words of Latin letters are tried in each language of the terms.
    std::vector<std::size_t> named_by(const std::vector<Word>& words) const;

  private:
    std::vector<std::string> names_;
    std::vector<std::vector<TaxonomyTerm>> terms_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
    std::vector<Language> languages_;
};

}  // namespace dure::search
