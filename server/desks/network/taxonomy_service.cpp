// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/taxonomy_service.hpp"

#include <algorithm>

#include "server/audit/audit.hpp"
#include "server/http/pipeline.hpp"
#include "server/search/changes.hpp"

namespace dure::desks::network {
namespace {

void record(db::Connection& c, std::string_view kind, const std::string& id, const Who& who,
            std::string action, std::optional<std::string> before, std::optional<std::string> after,
            Instant now) {
    audit::record(c, {.at = now,
                      .actor = who.actor.account,
                      .action = std::move(action),
                      .record_kind = std::string(kind),
                      .record_id = id,
                      .before = std::move(before),
                      .after = std::move(after),
                      .request_id = who.request_id});
    count_taxonomy_change(c);
    search::note_change(c, "taxonomy", "", now);
}

void save(db::Connection& c, const Concept& one) {
    if (!update_concept(c, one)) http::refuse(412, "http.stale");
}

/// What the review said of the terms that are still there, word for word and of the same origin.
void keep_reviews(std::vector<Term>& terms, const std::vector<Term>& before) {
    for (Term& term : terms) {
        const auto same = std::ranges::find_if(before, [&](const Term& old) {
            return old.language == term.language && old.term == term.term && old.origin == term.origin;
        });
        if (same != before.end()) term = *same;
    }
}

}  // namespace

Concept create_concept(db::Connection& c, const Desk& desk, const std::string& id, std::vector<Term> terms,
                       const Who& who) {
    if (find_concept(c, id)) http::refuse(409, "taxonomy.taken", {{"concept", id}});
    const Instant now = desk.clock();
    const Concept one{.id = id, .terms = std::move(terms), .created = now, .updated = now};
    insert_concept(c, one);
    record(c, kConcept, id, who, "create_concept", std::nullopt, encode_for_audit(one), now);
    return find_concept(c, id).value();
}

Concept replace_concept(db::Connection& c, const Desk& desk, Concept one, std::vector<Term> terms,
                        const Who& who) {
    const std::string before = encode_for_audit(one);
    keep_reviews(terms, one.terms);
    one.terms = std::move(terms);
    if (encode_for_audit(one) == before) return one;
    one.updated = desk.clock();
    save(c, one);
    record(c, kConcept, one.id, who, "replace_concept", before, encode_for_audit(one), one.updated);
    return find_concept(c, one.id).value();
}

Concept remove_concept(db::Connection& c, const Desk& desk, Concept one, const Who& who) {
    one.updated = desk.clock();
    one.deleted = one.updated;
    save(c, one);
    record(c, kConcept, one.id, who, "delete_concept", encode_for_audit(one), std::nullopt, one.updated);
    return find_concept(c, one.id).value();
}

Concept restore_concept(db::Connection& c, const Desk& desk, Concept one, const Who& who) {
    if (!one.deleted) return one;
    one.updated = desk.clock();
    one.deleted.reset();
    save(c, one);
    record(c, kConcept, one.id, who, "restore_concept", std::nullopt, encode_for_audit(one), one.updated);
    return find_concept(c, one.id).value();
}

Concept review_concept(db::Connection& c, const Desk& desk, Concept one, const ConceptReview& review,
                       const Who& who) {
    const std::string before = encode_for_audit(one);
    one.updated = desk.clock();
    for (std::size_t i = 0; i < review.terms.size(); ++i) {
        const auto& wanted = review.terms[i];
        const auto found = std::ranges::find_if(one.terms, [&](const Term& term) {
            return term.language == wanted.language && term.term == wanted.term;
        });
        if (found == one.terms.end())
            http::refuse_fields({{.code = "taxonomy.no_such_term",
                                  .params = {{"term", wanted.term}},
                                  .pointer = "/terms/" + std::to_string(i)}});
        found->reviewed = review.reviewed;
        found->reviewed_by = review.reviewed ? std::optional(who.actor.account) : std::nullopt;
        found->reviewed_by_name = review.reviewed ? std::optional(who.actor.name) : std::nullopt;
        found->reviewed_at = review.reviewed ? std::optional(one.updated) : std::nullopt;
    }
    save(c, one);
    record(c, kConcept, one.id, who, "review_concept", before, encode_for_audit(one), one.updated);
    return find_concept(c, one.id).value();
}

}  // namespace dure::desks::network
