// SPDX-License-Identifier: Apache-2.0
// Which records of two tables are the same, as Dure's record linkage holds it, with its one threshold.
//   build/release/bench/linkage_eval LEFT.csv RIGHT.csv OUT.csv      (a header, the id first, any separator)
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "engine/search/linkage/link.hpp"

using namespace dure;
using namespace dure::search;

namespace {

Records read(const char* path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    if (!in) {
        fmt::print(stderr, "linkage_eval: {} cannot be read\n", path);
        std::exit(2);
    }
    auto records = read_records(text.str(), path);
    if (!records) {
        for (const Error& e : records.error()) {
            fmt::print(stderr, "{}:{}: {}", e.file, e.line, e.code);
            for (const auto& [name, value] : e.params) fmt::print(stderr, " {}={}", name, value);
            fmt::print(stderr, "\n");
        }
        std::exit(2);
    }
    return std::move(*records);
}

std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        fmt::print(stderr, "usage: linkage_eval LEFT.csv RIGHT.csv OUT.csv\n");
        return 2;
    }
    const Records left = read(argv[1]), right = read(argv[2]);
    const Linkage linkage = search::link(left, right);
    std::ofstream out(argv[3], std::ios::binary);
    out << "left,right,weight\n";
    for (const Link& l : linkage.links) {
        out << fmt::format("{},{},{:.3f}\n", cell(left.rows[l.left].id), cell(right.rows[l.right].id),
                           l.weight);
    }
    out.close();
    if (!out) {
        fmt::print(stderr, "linkage_eval: {} cannot be written\n", argv[3]);
        return 1;
    }
    fmt::print(stderr, "{} and {} records: {} pairs; about {:.0f} % of the shorter list is in both\n",
               left.rows.size(), right.rows.size(), linkage.links.size(), 100 * linkage.share);
}
