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

/// What passes all filters, and for each filter what all but that one let pass.
struct Passed {
    std::vector<Scored> found;
    std::vector<std::vector<DocNumber>> without;  ///< of each gate
};

Passed matches(const Index& index, const Scores& scores, const std::vector<Gate>& gates, bool everything) {
    Passed passed{.found = {}, .without = std::vector<std::vector<DocNumber>>(gates.size())};
    for (DocNumber d = 0; d < scores.size(); ++d) {
        if ((scores[d] <= 0 && !everything) || !index.alive(d)) continue;
        std::size_t closed = 0, last = 0;
        for (std::size_t g = 0; g < gates.size() && closed < 2; ++g) {
            if (gates[g].passes(index, d)) continue;
            ++closed;
            last = g;
        }
        if (closed == 0) passed.found.push_back({scores[d], d});
        if (closed == 1) passed.without[last].push_back(d);
    }
    return passed;
}

bool before(const Index& index, const Scored& a, const Scored& b) {
    if (a.score != b.score) return a.score > b.score;
    if (const int order = index.order(a.document).compare(index.order(b.document)); order != 0)
        return order < 0;
    return index.id(a.document) < index.id(b.document);
}

bool behind(const Index& index, const Scored& a, const Place& place) {
    if (a.score != place.score) return a.score < place.score;
    if (const int order = index.order(a.document).compare(place.order); order != 0) return order > 0;
    return index.id(a.document) > place.id;
}

void keep_best(const Index& index, std::vector<Scored>& found, std::size_t limit) {
    const auto n = static_cast<std::ptrdiff_t>(std::min(limit, found.size()));
    std::partial_sort(found.begin(), found.begin() + n, found.end(),
                      [&](const Scored& a, const Scored& b) { return before(index, a, b); });
    found.resize(static_cast<std::size_t>(n));
}

std::vector<FacetCount> counted(const Index& index, const Passed& passed, const std::vector<Gate>& gates,
                                std::size_t facet) {
    const std::vector<std::string>& values = index.facet_values(facet);
    std::vector<std::size_t> counts(values.size());
    const auto add = [&](DocNumber d) {
        for (const std::uint32_t value : index.facet_of(d, facet)) ++counts[value];
    };
    for (const Scored& s : passed.found) add(s.document);
    for (std::size_t g = 0; g < gates.size(); ++g) {
        if (gates[g].facet == facet) std::ranges::for_each(passed.without[g], add);
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
    Passed passed = matches(index, score(index, groups), filters, query.everything);
    if (query.feedback) {
        keep_best(index, passed.found, kFeedbackDocuments);
        groups = expanded(index, std::move(groups), passed.found);
        passed = matches(index, score(index, groups), filters, query.everything);
    }
    Answer answer;
    answer.matches = passed.found.size();
    for (const std::size_t facet : query.count)
        answer.facets.push_back(counted(index, passed, filters, facet));
    std::vector<Scored>& found = passed.found;
    if (query.after) std::erase_if(found, [&](const Scored& s) { return !behind(index, s, *query.after); });
    keep_best(index, found, query.limit);
    for (const Scored& s : found)
        answer.hits.push_back({index.id(s.document), s.score, index.order(s.document)});
    return answer;
}

}  // namespace dure::search
