// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "engine/search/suggest.hpp"
#include "engine/search/taxonomy.hpp"
#include "server/desks/network/member_codec.hpp"

namespace dure::desks::network {

/// The taxonomy as members are described, shown and searched with.
class Vocabulary {
  public:
    explicit Vocabulary(std::vector<search::TaxonomyTerm> terms);

    const search::Taxonomy& taxonomy() const { return taxonomy_; }
    bool knows(const std::string& concept_id) const { return at_.contains(concept_id); }
    /// The term to show in each language; the id itself under "en" for a concept that is no longer there.
    Labels labels_of(const std::string& concept_id) const;
    /// Every term of a concept; empty for one that is not there.
    const std::vector<search::TaxonomyTerm>& terms_of(const std::string& concept_id) const;

    /// Offers the concepts by any of their terms; target is the concept.
    const search::Suggester& suggester() const { return suggester_; }

  private:
    search::Taxonomy taxonomy_;
    search::Suggester suggester_;
    std::unordered_map<std::string, std::size_t> at_;
};

}  // namespace dure::desks::network
