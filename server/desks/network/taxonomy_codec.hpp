// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"
#include "server/desks/network/taxonomy.hpp"
#include "server/desks/network/taxonomy_store.hpp"

namespace dure::desks::network {

/// A term as a person writes it; what the review says of it is kept where it is unchanged.
struct WrittenTerm {
    std::string language, term, origin;
};

/// Schemas ConceptContent and NewConcept.
struct ConceptContent {
    std::vector<WrittenTerm> terms;
};
struct NewConcept : ConceptContent {
    std::string id;
};

/// Schema ConceptReview: which terms a person who speaks the language has looked at.
struct ReviewedTerm {
    std::string language, term;
};
struct ConceptReview {
    std::vector<ReviewedTerm> terms;
    bool reviewed = true;
};

enum class ImportMode { merge, replace };

/// Schema TaxonomyImport.
struct ImportRequest {
    std::string tsv;
    std::string file;
    ImportMode mode = ImportMode::merge;
    bool preview = false;
};

/// Schema TaxonomyImportResult.
struct ImportResult {
    std::optional<std::string> id;  ///< to undo it; none: nothing was changed
    std::int64_t concepts = 0, terms = 0;
    std::int64_t new_concepts = 0, changed_concepts = 0, removed_concepts = 0, unchanged_concepts = 0;
    std::int64_t new_terms = 0, changed_terms = 0, removed_terms = 0;
    std::int64_t change = 0;
};

Checked<NewConcept> decode_new_concept(std::string_view json);
Checked<ConceptContent> decode_concept(std::string_view json);
Checked<ConceptReview> decode_review(std::string_view json);
Checked<ImportRequest> decode_import(std::string_view json);

/// Refuses what the search could not read: the errors of search::read_taxonomy, with pointers into `terms`.
Checked<std::vector<Term>> check_terms(const std::string& concept_id, const std::vector<WrittenTerm>& terms);

/// Schema Concept; who has reviewed is said to the institute alone.
std::string present(const Concept& one, bool to_institute, const std::vector<std::string>& actions);
std::string encode(const TaxonomyCounts& counts);
std::string encode(const ImportResult& result);

/// Concepts as they were, all of it: what an import keeps, and what the audit says.
std::string encode_concepts(const std::vector<Concept>& list);
std::vector<Concept> decode_concepts(std::string_view json);
std::string encode_for_audit(const Concept& one);

/// The terms by concept, in the order in which concepts first come.
std::vector<Concept> concepts_of(const std::vector<search::TaxonomyTerm>& terms);
/// As taxonomy/terms.tsv is written.
std::string to_tsv(const std::vector<search::TaxonomyTerm>& terms);

}  // namespace dure::desks::network
