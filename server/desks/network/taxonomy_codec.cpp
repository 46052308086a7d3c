// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/taxonomy_codec.hpp"

#include <map>
#include <set>
#include <stdexcept>

#include "engine/base/utc_text.hpp"
#include "server/codec/codec.hpp"
#include "server/people/texts.hpp"

namespace dure::desks::network {

using codec::optional;
using codec::required;
using codec::Rule;

BOOST_DESCRIBE_ENUM(ImportMode, merge, replace)
BOOST_DESCRIBE_STRUCT(WrittenTerm, (), (language, term, origin))
BOOST_DESCRIBE_STRUCT(ConceptContent, (), (terms))
BOOST_DESCRIBE_STRUCT(NewConcept, (ConceptContent), (id))
BOOST_DESCRIBE_STRUCT(ReviewedTerm, (), (language, term))
BOOST_DESCRIBE_STRUCT(ConceptReview, (), (terms, reviewed))
BOOST_DESCRIBE_STRUCT(ImportRequest, (), (tsv, file, mode, preview))
BOOST_DESCRIBE_STRUCT(ImportResult, (),
                      (id, concepts, terms, new_concepts, changed_concepts, removed_concepts,
                       unchanged_concepts, new_terms, changed_terms, removed_terms, change))
BOOST_DESCRIBE_STRUCT(Term, (),
                      (language, term, origin, reviewed, reviewed_by, reviewed_by_name, reviewed_at))
BOOST_DESCRIBE_STRUCT(Concept, (), (id, terms, version, created, updated, deleted))
BOOST_DESCRIBE_STRUCT(FieldCount, (), (field, concepts))
BOOST_DESCRIBE_STRUCT(LanguageCount, (), (language, concepts, terms, reviewed))
BOOST_DESCRIBE_STRUCT(TaxonomyCounts, (),
                      (change, concepts, terms, korean_and_english, with_synonyms, all_nine, fields,
                       languages))

namespace {

enum class TermKind { preferred, synonym };
BOOST_DESCRIBE_ENUM(TermKind, preferred, synonym)

struct TermView {
    std::string language, term;
    TermKind kind = TermKind::preferred;
    std::string origin;
    bool reviewed = false;
    std::optional<std::string> reviewed_by_name, reviewed_at;
};
BOOST_DESCRIBE_STRUCT(TermView, (), (language, term, kind, origin, reviewed, reviewed_by_name, reviewed_at))

struct ConceptView {
    std::string id, field;
    std::vector<TermView> terms;
    std::int64_t version = 1;
    std::string created, updated;
    std::optional<std::string> deleted;
    std::vector<std::string> actions;
};
BOOST_DESCRIBE_STRUCT(ConceptView, (), (id, field, terms, version, created, updated, deleted, actions))

constexpr std::string_view kHeader = "concept\tlanguage\tterm\torigin\treview\n";

std::string line_of(const std::string& concept_id, std::string_view language, std::string_view term,
                    std::string_view origin, bool reviewed) {
    std::string line = concept_id;
    for (const std::string_view cell :
         {language, term, origin, reviewed ? std::string_view("reviewed") : std::string_view("unreviewed")})
        line.append("\t").append(cell);
    return line + '\n';
}

}  // namespace

std::span<const Rule> json_rules(const WrittenTerm*) {
    static const Rule rules[] = {required("language").length(2, 35),
                                 required("term").length(1, 200).format("robot arm", people::is_line),
                                 required("origin").length(1, 300).format("Dure project", people::is_line)};
    return rules;
}
std::span<const Rule> json_rules(const ConceptContent*) {
    static const Rule rules[] = {required("terms").items(1, 200)};
    return rules;
}
std::span<const Rule> json_rules(const NewConcept*) {
    static const Rule rules[] = {required("terms").items(1, 200), required("id").length(3, 100)};
    return rules;
}
std::span<const Rule> json_rules(const ReviewedTerm*) {
    static const Rule rules[] = {required("language"), required("term")};
    return rules;
}
std::span<const Rule> json_rules(const ConceptReview*) {
    static const Rule rules[] = {required("terms").items(1, 200), required("reviewed")};
    return rules;
}
std::span<const Rule> json_rules(const ImportRequest*) {
    static const Rule rules[] = {required("tsv"), optional("file").length(0, 200), required("mode"),
                                 required("preview")};
    return rules;
}

Checked<NewConcept> decode_new_concept(std::string_view json) {
    return codec::decode<NewConcept>(json);
}
Checked<ConceptContent> decode_concept(std::string_view json) {
    return codec::decode<ConceptContent>(json);
}
Checked<ConceptReview> decode_review(std::string_view json) {
    return codec::decode<ConceptReview>(json);
}
Checked<ImportRequest> decode_import(std::string_view json) {
    return codec::decode<ImportRequest>(json);
}

Checked<std::vector<Term>> check_terms(const std::string& concept_id, const std::vector<WrittenTerm>& terms) {
    if (!people::is_line(concept_id) || concept_id.starts_with('#'))
        return std::unexpected(
            Errors{{.code = "taxonomy.bad_concept", .params = {{"concept", concept_id}}, .pointer = "/id"}});
    std::string file(kHeader);
    for (const WrittenTerm& one : terms)
        file +=
            line_of(concept_id, one.language, people::trimmed(one.term), people::trimmed(one.origin), false);
    auto read = search::read_taxonomy(file, "");
    if (!read) {
        for (Error& error : read.error()) {
            const bool of_id = error.code == "taxonomy.bad_concept";
            const bool of_language = error.code == "taxonomy.unknown_language";
            error.pointer =
                of_id ? "/id"
                      : "/terms/" + std::to_string(error.line - 2) + (of_language ? "/language" : "/term");
            error.line = 0;
            if (of_id) return std::unexpected(Errors{error});
        }
        return std::unexpected(std::move(read.error()));
    }
    return std::move(concepts_of(*read).front().terms);
}

std::string present(const Concept& one, bool to_institute, const std::vector<std::string>& actions) {
    ConceptView view{.id = one.id,
                     .field = field_of(one.id),
                     .version = one.version,
                     .created = utc_text(one.created),
                     .updated = utc_text(one.updated),
                     .deleted = utc_text(one.deleted),
                     .actions = actions};
    std::set<std::string> shown;
    for (const Term& term : one.terms) {
        view.terms.push_back(
            {.language = term.language,
             .term = term.term,
             .kind = shown.insert(term.language).second ? TermKind::preferred : TermKind::synonym,
             .origin = term.origin,
             .reviewed = term.reviewed});
        if (!to_institute) continue;
        view.terms.back().reviewed_by_name = term.reviewed_by_name;
        view.terms.back().reviewed_at = utc_text(term.reviewed_at);
    }
    return codec::encode(view);
}

std::string encode(const TaxonomyCounts& counts) {
    return codec::encode(counts);
}
std::string encode(const ImportResult& result) {
    return codec::encode(result);
}

std::string encode_concepts(const std::vector<Concept>& list) {
    return codec::encode(list);
}
std::vector<Concept> decode_concepts(std::string_view json) {
    auto list = codec::decode<std::vector<Concept>>(json);
    if (!list) throw std::runtime_error("an import's concepts are not readable: " + list.error().at(0).code);
    return std::move(*list);
}
std::string encode_for_audit(const Concept& one) {
    return codec::encode(one.terms);
}

std::vector<Concept> concepts_of(const std::vector<search::TaxonomyTerm>& terms) {
    std::vector<Concept> list;
    std::map<std::string, std::size_t> places;
    for (const auto& term : terms) {
        const auto [place, fresh] = places.try_emplace(term.concept_id, list.size());
        if (fresh) list.push_back({.id = term.concept_id, .terms = {}});
        list[place->second].terms.push_back({.language = std::string(search::tag(term.language)),
                                             .term = term.text,
                                             .origin = term.origin,
                                             .reviewed = term.review == search::Review::reviewed});
    }
    return list;
}

std::string to_tsv(const std::vector<search::TaxonomyTerm>& terms) {
    std::string text(kHeader);
    for (const auto& term : terms)
        text += line_of(term.concept_id, search::tag(term.language), term.text, term.origin,
                        term.review == search::Review::reviewed);
    return text;
}

}  // namespace dure::desks::network
