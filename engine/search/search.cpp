// SPDX-License-Identifier: Apache-2.0
#include "engine/search/search.hpp"

#include <algorithm>

#include "engine/search/feedback.hpp"

namespace dure::search {
namespace {

constexpr std::size_t kFeedbackDocuments = 5;

/// What each document has gathered, by number.
using Scores = std::vector<float>;

TermId rarest(const Index& index, const Phrase& phrase) {
    return *std::min_element(phrase.begin(), phrase.end(), [&](TermId a, TermId b) {
        return index.postings(a).documents.size() < index.postings(b).documents.size();
    });
}

void add_phrase(const Index& index, const Phrase& phrase, double weight, Scores& scores, Scores& best) {
    for (const DocNumber d : index.postings(rarest(index, phrase)).documents) {
        double sum = 0;
        bool all = true;
        for (const TermId term : phrase) {
            const Postings& p = index.postings(term);
            const auto at = std::lower_bound(p.documents.begin(), p.documents.end(), d);
            all = at != p.documents.end() && *at == d;
            if (!all) break;
            sum += index.rarity(p.living) * p.impacts[static_cast<std::size_t>(at - p.documents.begin())];
        }
        const auto score = static_cast<float>(weight * sum / 65535 / static_cast<double>(phrase.size()));
        if (!all || score <= best[d]) continue;
        scores[d] += score - best[d];
        best[d] = score;
    }
}

void add_group(const Index& index, const Group& group, Scores& scores, Scores& best) {
    std::uint32_t most = 0;
    for (const Alternative& a : group.alternatives) most = std::max(most, index.postings(a.term).living);
    const double factor = group.weight * index.rarity(most) / 65535;
    if (group.alternatives.size() == 1 && group.phrases.empty()) {
        const Postings& p = index.postings(group.alternatives.front().term);
        const auto each = static_cast<float>(factor * group.alternatives.front().weight);
        for (std::size_t i = 0; i < p.documents.size(); ++i) scores[p.documents[i]] += each * p.impacts[i];
        return;
    }
    for (const Alternative& a : group.alternatives) {
        const Postings& p = index.postings(a.term);
        const auto each = static_cast<float>(factor * a.weight);
        for (std::size_t i = 0; i < p.documents.size(); ++i) {
            const DocNumber d = p.documents[i];
            const float score = each * p.impacts[i];
            if (score <= best[d]) continue;
            scores[d] += score - best[d];
            best[d] = score;
        }
    }
    for (const Phrase& p : group.phrases) add_phrase(index, p, group.weight, scores, best);
    for (const Alternative& a : group.alternatives) {
        for (const DocNumber d : index.postings(a.term).documents) best[d] = 0;
    }
    for (const Phrase& p : group.phrases) {
        for (const DocNumber d : index.postings(rarest(index, p)).documents) best[d] = 0;
    }
}

Scores score(const Index& index, const std::vector<Group>& groups) {
    Scores scores(index.documents()), best(index.documents());
    for (const Group& g : groups) add_group(index, g, scores, best);
    return scores;
}

/// A filter's values as the index numbers them; values that no document has are left out.
struct Gate {
    std::size_t facet;
    std::vector<std::uint32_t> values;

    bool passes(const Index& index, DocNumber d) const {
        const auto has = index.facet_of(d, facet);
        return std::find_first_of(has.begin(), has.end(), values.begin(), values.end()) != has.end();
    }
};

std::vector<Gate> gates(const Index& index, const std::vector<Filter>& filters) {
    std::vector<Gate> made;
    for (const Filter& f : filters) {
        Gate gate{.facet = f.facet, .values = {}};
        for (const std::string& value : f.values) {
            const std::uint32_t number = index.facet_value(f.facet, value);
            if (number != kNothing) gate.values.push_back(number);
        }
        made.push_back(std::move(gate));
    }
    return made;
}

std::vector<Scored> matches(const Index& index, const Scores& scores, const std::vector<Gate>& gates) {
    std::vector<Scored> found;
    for (DocNumber d = 0; d < scores.size(); ++d) {
        if (scores[d] <= 0 || !index.alive(d)) continue;
        if (std::all_of(gates.begin(), gates.end(), [&](const Gate& g) { return g.passes(index, d); })) {
            found.push_back({scores[d], d});
        }
    }
    return found;
}

void keep_best(const Index& index, std::vector<Scored>& found, std::size_t limit) {
    const auto n = static_cast<std::ptrdiff_t>(std::min(limit, found.size()));
    std::partial_sort(found.begin(), found.begin() + n, found.end(), [&](const Scored& a, const Scored& b) {
        return a.score != b.score ? a.score > b.score : index.id(a.document) < index.id(b.document);
    });
    found.resize(static_cast<std::size_t>(n));
}

std::vector<FacetCount> counted(const Index& index, const std::vector<Scored>& found, std::size_t facet) {
    const std::vector<std::string>& values = index.facet_values(facet);
    std::vector<std::size_t> counts(values.size());
    for (const Scored& s : found) {
        for (const std::uint32_t value : index.facet_of(s.document, facet)) ++counts[value];
    }
    std::vector<FacetCount> made;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) made.push_back({values[i], counts[i]});
    }
    std::sort(made.begin(), made.end(), [](const FacetCount& a, const FacetCount& b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    return made;
}

}  // namespace

Answer search(const Index& index, const Query& query) {
    const std::vector<Gate> filters = gates(index, query.filters);
    std::vector<Group> groups = plan(index, query);
    std::vector<Scored> found = matches(index, score(index, groups), filters);
    if (query.feedback) {
        keep_best(index, found, kFeedbackDocuments);
        groups = expanded(index, std::move(groups), found);
        found = matches(index, score(index, groups), filters);
    }
    Answer answer;
    answer.matches = found.size();
    for (const std::size_t facet : query.count) answer.facets.push_back(counted(index, found, facet));
    keep_best(index, found, query.limit);
    for (const Scored& s : found) answer.hits.push_back({index.id(s.document), s.score});
    return answer;
}

}  // namespace dure::search
