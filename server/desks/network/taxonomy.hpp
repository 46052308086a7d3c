// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/time.hpp"
#include "engine/search/taxonomy.hpp"

namespace dure::desks::network {

/// A word for a concept and how far it can be trusted.
struct Term {
    std::string language;  ///< ISO 639-1, one that the search knows
    std::string term;
    std::string origin;  ///< who wrote it, or the document it is from
    bool reviewed = false;
    std::optional<std::string> reviewed_by;  ///< account; none: reviewed before Dure knew it
    std::optional<std::string> reviewed_by_name;
    std::optional<Instant> reviewed_at;
};

/// As the tables hold it. The first term in a language is the one to show.
struct Concept {
    std::string id;  ///< field and name: robotics.gripper
    std::vector<Term> terms;
    std::int64_t version = 1;
    Instant created = 0, updated = 0;
    std::optional<Instant> deleted;
};

/// "robotics" of robotics.gripper.
inline std::string field_of(const std::string& concept_id) {
    return concept_id.substr(0, concept_id.find('.'));
}

/// The taxonomy as the search reads it, with the number of its last change.
struct CurrentTaxonomy {
    std::int64_t change = 0;
    std::vector<search::TaxonomyTerm> terms;
};

}  // namespace dure::desks::network
