// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/taxonomy_store.hpp"

#include <map>

#include "engine/base/text.hpp"
#include "server/db/like.hpp"
#include "server/desks/network/taxonomy_seed.hpp"
#include "server/people/place.hpp"

namespace dure::desks::network {
namespace {

constexpr std::string_view kChange = "SELECT change FROM taxonomy_state WHERE id = 1";
constexpr std::string_view kCount = "UPDATE taxonomy_state SET change = change + 1 WHERE id = 1";
constexpr std::string_view kConcepts =
    "SELECT id, version, created, updated, deleted FROM taxonomy_concept k";
constexpr std::string_view kTerms =
    "SELECT t.concept, t.language, t.term, t.origin, t.reviewed, t.reviewed_by, a.name, t.reviewed_at"
    " FROM taxonomy_term t LEFT JOIN account a ON a.id = t.reviewed_by";
constexpr std::string_view kInsert =
    "INSERT INTO taxonomy_concept (id, field, search, version, created, updated, deleted)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7)";
constexpr std::string_view kUpdate =
    "UPDATE taxonomy_concept SET search = $2, updated = $3, deleted = $4, version = version + 1"
    " WHERE id = $1 AND version = $5";
constexpr std::string_view kRemoveTerms = "DELETE FROM taxonomy_term WHERE concept = $1";
constexpr std::string_view kInsertImport =
    "INSERT INTO taxonomy_import (id, before, actor, made) VALUES ($1, $2, $3, $4)";
constexpr std::string_view kFindImport =
    "SELECT id, before, actor, made, undone FROM taxonomy_import WHERE id = $1";
constexpr std::string_view kUndone =
    "UPDATE taxonomy_import SET undone = $2 WHERE id = $1 AND undone IS NULL";

Term term_from(const db::Row& row) {
    return {.language = row.text(1),
            .term = row.text(2),
            .origin = row.text(3),
            .reviewed = row.boolean(4),
            .reviewed_by = row.optional_text(5),
            .reviewed_by_name = row.optional_text(6),
            .reviewed_at = row.optional_integer(7)};
}

void insert_terms(db::Connection& c, const Concept& one) {
    static constexpr std::string_view columns[] = {"concept", "position", "language",    "term",
                                                   "origin",  "reviewed", "reviewed_by", "reviewed_at"};
    std::vector<std::vector<db::Value>> rows;
    for (const Term& term : one.terms) {
        const db::Value by = term.reviewed_by ? db::Value(*term.reviewed_by) : db::Value(nullptr);
        const db::Value at = term.reviewed_at ? db::Value(*term.reviewed_at) : db::Value(nullptr);
        rows.push_back({one.id, static_cast<std::int64_t>(rows.size()), term.language, term.term, term.origin,
                        static_cast<std::int64_t>(term.reviewed), by, at});
    }
    c.insert_many("taxonomy_term", columns, rows);
}

std::string search_of(const Concept& one) {
    std::string text = one.id + '\n';
    for (const Term& term : one.terms) text += folded(term.term) + '\n';
    return text;
}

std::vector<Concept> select(db::Connection& c, const std::string& sql,
                            const std::vector<db::Value>& arguments) {
    std::vector<Concept> list;
    std::map<std::string, std::size_t> places;
    c.run(sql, arguments, [&](const db::Row& row) {
        places[row.text(0)] = list.size();
        list.push_back({.id = row.text(0),
                        .version = row.integer(1),
                        .created = row.integer(2),
                        .updated = row.integer(3),
                        .deleted = row.optional_integer(4)});
    });
    constexpr std::size_t most = 500;  // parameters of one statement
    for (std::size_t begin = 0; begin < list.size(); begin += most) {
        std::vector<db::Value> ids;
        for (std::size_t i = begin; i < std::min(list.size(), begin + most); ++i)
            ids.emplace_back(list[i].id);
        c.run(std::string(kTerms) + " WHERE t.concept IN (" + people::numbered(ids.size()) +
                  ") ORDER BY t.concept, t.position",
              ids, [&](const db::Row& row) { list[places.at(row.text(0))].terms.push_back(term_from(row)); });
    }
    return list;
}

std::string state_condition(TermState state, const std::string& language) {
    const std::string in_language = language.empty() ? "" : " AND t.language = " + language;
    const std::string terms = "SELECT 1 FROM taxonomy_term t WHERE t.concept = k.id" + in_language;
    switch (state) {
        case TermState::reviewed:
            return " AND EXISTS (" + terms + " AND t.reviewed = 1)";
        case TermState::unreviewed:
            return " AND EXISTS (" + terms + " AND t.reviewed = 0)";
        case TermState::missing:
            return " AND NOT EXISTS (" + terms + ")";
    }
    return "";
}

}  // namespace

std::int64_t taxonomy_change(db::Connection& c) {
    return c.query_one(kChange)->integer(0);
}

std::int64_t count_taxonomy_change(db::Connection& c) {
    c.execute(kCount);
    return taxonomy_change(c);
}

CurrentTaxonomy current_taxonomy(db::Connection& c) {
    CurrentTaxonomy current{.change = taxonomy_change(c), .terms = {}};
    if (current.change == 0) {
        current.terms = built_in_terms();
        return current;
    }
    c.run(std::string(kTerms) +
              " JOIN taxonomy_concept k ON k.id = t.concept WHERE k.deleted IS NULL ORDER BY t.concept, "
              "t.position",
          {}, [&](const db::Row& row) {
              current.terms.push_back(
                  {.concept_id = row.text(0),
                   .language = search::language_by_tag(row.text(1)),
                   .text = row.text(2),
                   .origin = row.text(3),
                   .review = row.boolean(4) ? search::Review::reviewed : search::Review::unreviewed});
          });
    return current;
}

void insert_concept(db::Connection& c, const Concept& one) {
    c.execute(kInsert, one.id, field_of(one.id), search_of(one), one.version, one.created, one.updated,
              one.deleted);
    insert_terms(c, one);
}

std::optional<Concept> find_concept(db::Connection& c, const std::string& id) {
    auto found = select(c, std::string(kConcepts) + " WHERE k.id = $1", {id});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

bool update_concept(db::Connection& c, const Concept& one) {
    if (c.execute(kUpdate, one.id, search_of(one), one.updated, one.deleted, one.version) != 1) return false;
    c.execute(kRemoveTerms, one.id);
    insert_terms(c, one);
    return true;
}

std::vector<Concept> list_concepts(db::Connection& c, const ConceptQuery& query) {
    std::string sql = std::string(kConcepts) + " WHERE k.search LIKE $1 ESCAPE '!' AND k.deleted IS " +
                      (query.deleted ? "NOT NULL" : "NULL");
    std::vector<db::Value> arguments{db::containing(folded(query.part))};
    const auto parameter = [&](const std::string& value) {
        arguments.emplace_back(value);
        return "$" + std::to_string(arguments.size());
    };
    if (query.field) sql += " AND k.field = " + parameter(*query.field);
    if (query.state) sql += state_condition(*query.state, query.language ? parameter(*query.language) : "");
    if (query.after) sql += " AND k.id > " + parameter(*query.after);
    sql += " ORDER BY k.id";
    if (query.limit > 0) sql += " LIMIT " + std::to_string(query.limit + 1);
    return select(c, sql, arguments);
}

TaxonomyCounts count_taxonomy(db::Connection& c) {
    TaxonomyCounts counts{.change = taxonomy_change(c)};
    std::map<std::string, FieldCount> fields;
    std::map<std::string, LanguageCount> languages;
    for (const Concept& one : list_concepts(c, {.limit = 0})) {
        ++counts.concepts;
        const std::string field = field_of(one.id);
        fields[field].field = field;
        ++fields[field].concepts;
        std::map<std::string, int> own;
        for (const Term& term : one.terms) {
            ++counts.terms;
            LanguageCount& language = languages[term.language];
            language.language = term.language;
            ++language.terms;
            language.reviewed += term.reviewed ? 1 : 0;
            if (++own[term.language] == 1) ++language.concepts;
        }
        if (own.contains("ko") && own.contains("en")) {
            ++counts.korean_and_english;
            if (own["ko"] > 1 || own["en"] > 1) ++counts.with_synonyms;
        }
        bool all = true;
        for (const char* tag : {"ko", "en", "zh", "ja", "de", "fr", "es", "ru", "tr"}) all &= own[tag] > 0;
        if (all) ++counts.all_nine;
    }
    for (auto& [name, count] : fields) counts.fields.push_back(std::move(count));
    for (auto& [name, count] : languages) counts.languages.push_back(std::move(count));
    return counts;
}

void insert_import(db::Connection& c, const KeptImport& one) {
    c.execute(kInsertImport, one.id, one.before, one.actor, one.made);
}

std::optional<KeptImport> find_import(db::Connection& c, const std::string& id) {
    const auto row = c.query_one(kFindImport, id);
    if (!row) return std::nullopt;
    return KeptImport{.id = row->text(0),
                      .before = row->text(1),
                      .actor = row->text(2),
                      .made = row->integer(3),
                      .undone = row->optional_integer(4)};
}

bool set_import_undone(db::Connection& c, const std::string& id, Instant at) {
    return c.execute(kUndone, id, at) == 1;
}

}  // namespace dure::desks::network
