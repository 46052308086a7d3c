// SPDX-License-Identifier: Apache-2.0
// Ranks documents for queries as Dure's search does and writes a TREC run file, the best 1,000 for each
// query. With a taxonomy a query that names a concept asks for its terms in all languages.
//   build/release/bench/search_eval DOCS.tsv QUERIES.tsv RUN.txt [TAXONOMY.tsv]   (lines id<TAB>text, UTF-8)
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

#include "engine/search/search.hpp"
#include "engine/search/tsv.hpp"

using namespace dure;
using namespace dure::search;

namespace {

std::string text_of(const char* path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    if (!in) {
        fmt::print(stderr, "search_eval: {} cannot be read\n", path);
        std::exit(2);
    }
    return text.str();
}

/// What was read, or an end with the bad lines told.
template <class Read>
auto good(Checked<Read> read) {
    if (read) return std::move(*read);
    for (const Error& e : read.error()) {
        fmt::print(stderr, "{}:{}: {}", e.file, e.line, e.code);
        for (const auto& [name, value] : e.params) fmt::print(stderr, " {}={}", name, value);
        fmt::print(stderr, "\n");
    }
    std::exit(2);
}

std::vector<TsvLine> read(const char* path) {
    return good(read_tsv(text_of(path), path));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4 && argc != 5) {
        fmt::print(stderr, "usage: search_eval DOCS.tsv QUERIES.tsv RUN.txt [TAXONOMY.tsv]\n");
        return 2;
    }
    Index index({.fields = {{.name = "text"}}, .facets = {}});
    for (const TsvLine& line : read(argv[1])) {
        index.put({.id = line.id, .texts = {line.text}, .facets = {}});
    }
    index.commit();
    std::optional<Taxonomy> taxonomy;
    if (argc == 5) taxonomy.emplace(good(read_taxonomy(text_of(argv[4]), argv[4])));
    std::ofstream run(argv[3], std::ios::binary);
    for (const TsvLine& line : read(argv[2])) {
        Query query;
        query.text = line.text;
        query.limit = 1000;
        query.feedback = true;
        query.taxonomy = taxonomy ? &*taxonomy : nullptr;
        const Answer answer = search::search(index, query);
        int rank = 0;
        for (const Hit& hit : answer.hits) {
            run << fmt::format("{} Q0 {} {} {:.6f} dure\n", line.id, hit.id, ++rank, hit.score);
        }
    }
    run.close();
    if (!run) {
        fmt::print(stderr, "search_eval: {} cannot be written\n", argv[3]);
        return 1;
    }
}
