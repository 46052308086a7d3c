// SPDX-License-Identifier: Apache-2.0
#include "engine/search/feedback.hpp"

#include <algorithm>
#include <unordered_map>

namespace dure::search {
namespace {

constexpr std::size_t kWords = 40;
constexpr double kWeight = 0.2;    // of the strongest added word
constexpr double kShortText = 20;  // keeps a document of three words from giving each a third

bool speaks(const Index& index, TermId term) {
    return index.key(term).front() == kWordTerm && index.postings(term).living > 1;
}

std::unordered_map<TermId, double> words_of_best(const Index& index, const std::vector<Scored>& best) {
    std::unordered_map<TermId, double> weights;
    for (const Scored& s : best) {
        const auto terms = index.terms_of(s.document);
        double length = kShortText;
        for (const auto& [term, count] : terms) length += index.key(term).front() == kWordTerm ? count : 0;
        for (const auto& [term, count] : terms) {
            if (!speaks(index, term)) continue;
            weights[term] +=
                static_cast<double>(s.score) * count / length * index.rarity(index.postings(term).living);
        }
    }
    return weights;
}

}  // namespace

std::vector<Group> expanded(const Index& index, std::vector<Group> groups, const std::vector<Scored>& best) {
    const auto weights = words_of_best(index, best);
    std::vector<std::pair<TermId, double>> order(weights.begin(), weights.end());
    std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : index.key(a.first) < index.key(b.first);
    });
    if (order.size() > kWords) order.resize(kWords);
    for (const auto& [term, weight] : order) {
        groups.push_back({.alternatives = {{term, 1}}, .weight = kWeight * weight / order.front().second});
    }
    return groups;
}

}  // namespace dure::search
