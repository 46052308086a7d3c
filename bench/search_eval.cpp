// SPDX-License-Identifier: Apache-2.0
// Ranks documents for queries as Dure's search does and writes a TREC run file, the best 1,000 for each
// query.
//   build/release/bench/search_eval DOCS.tsv QUERIES.tsv RUN.txt      (lines id<TAB>text in UTF-8)
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "engine/search/search.hpp"
#include "engine/search/tsv.hpp"

using namespace dure;
using namespace dure::search;

namespace {

std::vector<TsvLine> read(const char* path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    if (!in) {
        fmt::print(stderr, "search_eval: {} cannot be read\n", path);
        std::exit(2);
    }
    auto lines = read_tsv(text.str(), path);
    if (!lines) {
        for (const Error& e : lines.error()) {
            fmt::print(stderr, "{}:{}: {}", e.file, e.line, e.code);
            for (const auto& [name, value] : e.params) fmt::print(stderr, " {}={}", name, value);
            fmt::print(stderr, "\n");
        }
        std::exit(2);
    }
    return std::move(*lines);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        fmt::print(stderr, "usage: search_eval DOCS.tsv QUERIES.tsv RUN.txt\n");
        return 2;
    }
    Index index({.fields = {{.name = "text"}}, .facets = {}});
    for (const TsvLine& line : read(argv[1])) {
        index.put({.id = line.id, .texts = {line.text}, .facets = {}});
    }
    index.commit();
    std::ofstream run(argv[3], std::ios::binary);
    for (const TsvLine& line : read(argv[2])) {
        Query query;
        query.text = line.text;
        query.limit = 1000;
        query.feedback = true;
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
