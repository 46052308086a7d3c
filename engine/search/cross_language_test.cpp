// SPDX-License-Identifier: Apache-2.0
// A hundred queries whose answer is in another language, written before the taxonomy was.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <set>
#include <sstream>

#include "engine/search/search.hpp"

namespace dure::search {
namespace {

std::string file(const std::string& path) {
    std::ifstream in(std::string(DURE_SOURCE_DIR) + path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

Taxonomy shipped() {
    auto terms = read_taxonomy(file("/taxonomy/terms.tsv"), "terms.tsv");
    if (!terms) throw std::runtime_error(terms.error().front().code);
    return Taxonomy(std::move(*terms));
}

TEST(ShippedTaxonomy, holds_what_a_directory_of_the_three_trades_needs) {
    const Taxonomy t = shipped();
    EXPECT_GE(t.concepts(), 600U);
    std::size_t in_nine = 0;
    for (std::size_t c = 0; c < t.concepts(); ++c) {
        std::set<Language> spoken;
        for (const TaxonomyTerm& term : t.terms(c)) spoken.insert(term.language);
        EXPECT_TRUE(spoken.contains(Language::ko) && spoken.contains(Language::en)) << t.name(c);
        in_nine += spoken.size() == 9;
    }
    EXPECT_GE(in_nine, 200U);
}

struct Asked {
    std::string id, text;
};

/// Queries whose answer is among the first ten of all answers.
int answered(const Index& index, const std::vector<Asked>& queries, const Taxonomy* taxonomy) {
    int found = 0;
    for (const Asked& asked : queries) {
        Query q;
        q.text = asked.text;
        q.limit = 10;
        q.taxonomy = taxonomy;
        for (const Hit& h : search(index, q).hits) found += h.id == asked.id;
    }
    return found;
}

TEST(CrossLanguage, queries_find_answers_in_other_languages_by_the_taxonomy) {
    Index index({.fields = {{.name = "text"}}, .facets = {}});
    std::vector<Asked> queries;
    std::istringstream in(file("/tests/cases/search/cross_language.tsv"));
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream cells(line);
        std::string id, spoken, text, other, answer;
        std::getline(cells, id, '\t');
        std::getline(cells, spoken, '\t');
        std::getline(cells, text, '\t');
        std::getline(cells, other, '\t');
        std::getline(cells, answer, '\t');
        index.put({.id = id, .language = language_by_tag(other), .texts = {answer}, .facets = {}});
        queries.push_back({id, text});
    }
    index.commit();
    ASSERT_EQ(queries.size(), 100U);
    const Taxonomy taxonomy = shipped();
    const int without = answered(index, queries, nullptr), with = answered(index, queries, &taxonomy);
    std::cout << "recall among the first ten: " << without << " of 100 without the taxonomy, " << with
              << " with it\n";
    EXPECT_GE(with, without + 40);
}

}  // namespace
}  // namespace dure::search
