// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/desks/network/desk.hpp"
#include "server/desks/network/taxonomy_codec.hpp"

/// Changes of the taxonomy, each with its audit entry and its number in the caller's transaction.
namespace dure::desks::network {

constexpr std::string_view kConcept = "taxonomy_concept";  ///< record_kinds of the audit
constexpr std::string_view kTaxonomyImport = "taxonomy_import";

/// 409 taxonomy.taken when there is such a concept, put away or not.
Concept create_concept(db::Connection& c, const Desk& desk, const std::string& id, std::vector<Term> terms,
                       const Who& who);
/// Terms that stay as they were stay reviewed. 412 http.stale; so do the next.
Concept replace_concept(db::Connection& c, const Desk& desk, Concept one, std::vector<Term> terms,
                        const Who& who);
Concept remove_concept(db::Connection& c, const Desk& desk, Concept one, const Who& who);
Concept restore_concept(db::Connection& c, const Desk& desk, Concept one, const Who& who);
/// Writes who has looked at the terms, and when. 422 taxonomy.no_such_term.
Concept review_concept(db::Connection& c, const Desk& desk, Concept one, const ConceptReview& review,
                       const Who& who);

/// What the import would change, or has: merge adds and updates, replace also removes what the file does not
/// have. A preview writes nothing.
ImportResult import_terms(db::Connection& c, const Desk& desk, const std::vector<search::TaxonomyTerm>& terms,
                          ImportMode mode, bool preview, const Who& who);
/// Brings back what the import changed. 409 taxonomy.import_undone; 409 taxonomy.changed_since when someone
/// has changed one of its concepts after it.
void undo_import(db::Connection& c, const Desk& desk, const KeptImport& import, const Who& who);

}  // namespace dure::desks::network
