// SPDX-License-Identifier: Apache-2.0
// A taxonomy of any bytes: whatever is read names itself, and marks lie within what is marked.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "engine/search/highlight.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dure::search;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    auto terms = read_taxonomy(text, "fuzz.tsv");
    if (!terms) {
        if (terms.error().empty()) std::abort();
        return 0;
    }
    const std::vector<TaxonomyTerm> asked = *terms;
    const Taxonomy taxonomy(std::move(*terms));
    Index index({.fields = {{.name = "text", .names = true}}, .facets = {}});
    for (std::size_t i = 0; i < asked.size(); ++i) {
        index.put(
            {.id = std::to_string(i), .language = asked[i].language, .texts = {asked[i].text}, .facets = {}});
    }
    index.commit();
    for (const TaxonomyTerm& t : asked) {
        Query query;
        query.text = t.text;
        query.taxonomy = &taxonomy;
        std::uint32_t last = 0;
        for (const Mark& m : marks(index, query, text)) {
            if (m.begin < last || m.begin >= m.end || m.end > size) std::abort();
            last = m.end;
        }
    }
    return 0;
}
