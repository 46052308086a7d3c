// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/db/database.hpp"
#include "server/desks/network/taxonomy.hpp"

namespace dure::desks::network {

/// Grows with each change of any concept.
std::int64_t taxonomy_change(db::Connection& c);
std::int64_t count_taxonomy_change(db::Connection& c);  ///< and returns the new number
/// All terms of the concepts that are not put away; the program's own while nothing was ever brought in.
CurrentTaxonomy current_taxonomy(db::Connection& c);

void insert_concept(db::Connection& c, const Concept& one);
/// Also one that was put away.
std::optional<Concept> find_concept(db::Connection& c, const std::string& id);
/// Writes terms, updated and deleted, and counts the version up. False: it is no longer one.version.
bool update_concept(db::Connection& c, const Concept& one);

enum class TermState { reviewed, unreviewed, missing };

struct ConceptQuery {
    std::string part;  ///< of a term in any language, or of the id
    std::optional<std::string> field;
    std::optional<std::string> language;  ///< what `state` is said of; without one: of any
    std::optional<TermState> state;
    bool deleted = false;
    std::optional<std::string> after;  ///< id of the last one shown
    int limit = 50;                    ///< 0: all
};

/// By id; one more than the limit where there is a next page.
std::vector<Concept> list_concepts(db::Connection& c, const ConceptQuery& query);

struct LanguageCount {
    std::string language;
    std::int64_t concepts = 0, terms = 0, reviewed = 0;
};
struct FieldCount {
    std::string field;
    std::int64_t concepts = 0;
};
struct TaxonomyCounts {
    std::int64_t change = 0, concepts = 0, terms = 0;
    std::int64_t korean_and_english = 0;  ///< concepts with a term in both
    std::int64_t with_synonyms = 0;       ///< of these, concepts with a further term in one of the two
    std::int64_t all_nine = 0;            ///< concepts in ko, en, zh, ja, de, fr, es, ru and tr
    std::vector<FieldCount> fields;
    std::vector<LanguageCount> languages;
};
TaxonomyCounts count_taxonomy(db::Connection& c);

/// What an import changed, as it was before.
struct KeptImport {
    std::string id, before, actor;
    Instant made = 0;
    std::optional<Instant> undone;
};
void insert_import(db::Connection& c, const KeptImport& one);
std::optional<KeptImport> find_import(db::Connection& c, const std::string& id);
bool set_import_undone(db::Connection& c, const std::string& id, Instant at);  ///< false: it was already

}  // namespace dure::desks::network
