// SPDX-License-Identifier: Apache-2.0
// The public yardsticks of ranking, where ../shared/data has them.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "engine/search/search.hpp"

namespace dure::search {
namespace {

using Relevant = std::map<std::string, std::set<std::string>>;
using Texts = std::map<std::string, std::string>;

const std::string kData = std::string(DURE_SOURCE_DIR) + "/../shared/data/text/";

std::string file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::string> lines(const std::string& path) {
    std::istringstream in(file(path));
    std::vector<std::string> made;
    for (std::string line; std::getline(in, line);) made.push_back(line);
    return made;
}

/// The parts of a text between two tags, each cut at `middle` into id and text.
Texts tagged(const std::string& text, const std::string& open, const std::string& middle,
             const std::string& close) {
    Texts made;
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
        at += open.size();
        const std::size_t split = text.find(middle, at), end = text.find(close, split);
        std::istringstream id(text.substr(at, split - at));
        std::string name;
        id >> name;
        made[name] = text.substr(split + middle.size(), end - split - middle.size());
        at = end;
    }
    return made;
}

double mean_average_precision(const Texts& documents, const Texts& queries, const Relevant& relevant) {
    Index index({.fields = {{.name = "text"}}, .facets = {}});
    for (const auto& [id, text] : documents) {
        index.put({.id = id, .language = Language::none, .texts = {text}, .facets = {}});
    }
    index.commit();
    double sum = 0;
    for (const auto& [id, wanted] : relevant) {
        Query query;
        query.text = queries.at(id);
        query.limit = 1000;
        query.feedback = true;
        double hits = 0, precision = 0, rank = 0;
        for (const Hit& hit : search(index, query).hits) {
            ++rank;
            if (wanted.contains(hit.id)) precision += ++hits / rank;
        }
        sum += precision / static_cast<double>(wanted.size());
    }
    return sum / static_cast<double>(relevant.size());
}

TEST(Yardstick, vaswani_is_ranked_as_well_as_by_the_usual_engines) {
    const Texts documents =
        tagged(file(kData + "vaswani_npl/corpus/doc-text.trec"), "<DOCNO>", "</DOCNO>", "</DOC>");
    if (documents.empty()) GTEST_SKIP() << "no ../shared/data";
    const Texts queries =
        tagged(file(kData + "vaswani_npl/query-text.trec"), "<num>", "</num><title>", "</title>");
    Relevant relevant;
    for (const std::string& line : lines(kData + "vaswani_npl/qrels")) {
        std::istringstream in(line);
        std::string query, zero, document;
        int grade = 0;
        if (in >> query >> zero >> document >> grade && grade > 0) relevant[query].insert(document);
    }
    ASSERT_EQ(relevant.size(), 93U);
    EXPECT_GE(mean_average_precision(documents, queries, relevant), 0.295);
}

bool has_word(const std::string& sentence, const std::string& word) {
    for (const Word& w : words_of(sentence)) {
        if (std::string(w.text.begin(), w.text.end()) == word) return true;
    }
    return false;
}

/// The English side judges what the Korean side is asked for, so no Korean analysis judges itself.
TEST(Yardstick, korean_nouns_find_the_sentences_that_their_translations_are_in) {
    const auto korean = lines(kData + "tatoeba.kor-eng.kor"), english = lines(kData + "tatoeba.kor-eng.eng");
    if (korean.empty()) GTEST_SKIP() << "no ../shared/data";
    Texts documents, queries;
    for (std::size_t i = 0; i < korean.size(); ++i) documents[std::to_string(i)] = korean[i];
    Relevant relevant;
    for (const std::string& line :
         lines(std::string(DURE_SOURCE_DIR) + "/tests/cases/search/korean_nouns.tsv")) {
        if (line.starts_with('#')) continue;
        const std::size_t tab = line.find('\t');
        const std::string noun = line.substr(0, tab);
        for (std::size_t i = 0; i < english.size(); ++i) {
            if (has_word(english[i], line.substr(tab + 1))) relevant[noun].insert(std::to_string(i));
        }
        queries[noun] = noun;
    }
    std::erase_if(relevant, [](const auto& r) { return r.second.size() < 2 || r.second.size() > 60; });
    ASSERT_GE(relevant.size(), 50U);
    EXPECT_GE(mean_average_precision(documents, queries, relevant), 0.65);
}

}  // namespace
}  // namespace dure::search
