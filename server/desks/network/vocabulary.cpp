// SPDX-License-Identifier: Apache-2.0
#include "server/desks/network/vocabulary.hpp"

namespace dure::desks::network {

Vocabulary::Vocabulary(std::vector<search::TaxonomyTerm> terms) : taxonomy_(std::move(terms)) {
    for (std::size_t i = 0; i < taxonomy_.concepts(); ++i) at_.emplace(taxonomy_.name(i), i);
    std::vector<search::Suggestion> all;
    for (std::size_t i = 0; i < taxonomy_.concepts(); ++i)
        for (const auto& term : taxonomy_.terms(i))
            all.push_back({.text = term.text, .kind = "technology", .target = taxonomy_.name(i)});
    suggester_ = search::Suggester(std::move(all));
}

const std::vector<search::TaxonomyTerm>& Vocabulary::terms_of(const std::string& concept_id) const {
    static const std::vector<search::TaxonomyTerm> none;
    const auto at = at_.find(concept_id);
    return at == at_.end() ? none : taxonomy_.terms(at->second);
}

Labels Vocabulary::labels_of(const std::string& concept_id) const {
    Labels labels;
    for (const auto& term : terms_of(concept_id))
        labels.emplace(std::string(search::tag(term.language)), term.text);
    if (labels.empty()) labels.emplace("en", concept_id);
    return labels;
}

}  // namespace dure::desks::network
